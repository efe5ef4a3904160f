//! What billing says, as far as logins need it.

use anyhow::{Context, Result};
use aws_sdk_dynamodb::types::TransactWriteItem;
use jiff::Timestamp;
use portal_contracts::update::{Invoice, SupplyPoint};
use portal_domain::{CustomerId, EmailAddress, InvoiceNumber, Language, Money, SupplyPointId};
use portal_lambda::{
    access::Role,
    dynamo::{number, text, write_each},
};
use serde::{Deserialize, Serialize};

use super::{Committed, Key, Logins, Step, email_hash, item, key, requests::Way};

/// One customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub version: u64,
    pub active: bool,
    pub language: Language,
    /// Whom billing lets see the customer.
    pub access: Vec<Allowed>,
    /// Where billing reaches the customer; counts when nobody is named in
    /// `access`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<EmailAddress>,
    /// Where letters go. Abroad they take longer.
    pub address: portal_domain::Address,
    /// Addresses that lost access with this version and whose items may still
    /// stand.
    #[serde(default)]
    pub leaving: Vec<EmailAddress>,
}

/// A person's right to see a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowed {
    pub email: EmailAddress,
    pub role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply_point: Option<SupplyPointId>,
}

impl Facts {
    /// The addresses whose possession proves the customer, holders first.
    pub fn known_addresses(&self) -> Vec<&EmailAddress> {
        let of = |role: Role| {
            let wanted = self.access.iter().filter(move |allowed| allowed.role == role);
            wanted.map(|allowed| &allowed.email)
        };
        let named: Vec<_> = of(Role::Holder).chain(of(Role::Viewer)).collect();
        if named.is_empty() { self.contact.iter().collect() } else { named }
    }

    /// How possession is proven: by mail where billing knows an address,
    /// otherwise by letter and mail.
    pub fn way(&self) -> Way {
        if self.known_addresses().is_empty() { Way::TwoPart } else { Way::Email }
    }

    /// What `email` may see, by the access list.
    pub fn allowed(&self, email: &EmailAddress) -> Option<&Allowed> {
        self.access.iter().find(|allowed| allowed.email == *email)
    }
}

#[derive(Serialize, Deserialize)]
struct InvoiceItem {
    version: u64,
    total: Money,
}

#[derive(Serialize, Deserialize)]
struct PointItem {
    version: u64,
    serials: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct OpenItem {
    request: String,
    /// Another request may take its place after that, in seconds since 1970.
    until: i64,
    expires_at: i64,
}

fn at(customer: &CustomerId, sk: impl ToString) -> Key {
    key(format!("customer#{customer}"), sk)
}

impl Logins {
    pub async fn facts(&self, customer: &CustomerId) -> Result<Option<Facts>> {
        self.get(at(customer, "facts")).await
    }

    /// Keeps what billing says now; `No` when it said something newer before.
    pub async fn keep_facts(&self, customer: &CustomerId, facts: &Facts) -> Result<Committed> {
        let put = self.unless_newer(item(at(customer, "facts"), facts)?, facts.version)?;
        let kept = write_each(&self.client, &[put]).await.context("keeping a customer's facts")?;
        Ok(if kept.contains(&true) { Committed::Yes } else { Committed::No })
    }

    /// The addresses that lost access are done with.
    pub async fn forget_leaving(&self, customer: &CustomerId, version: u64) -> Result<()> {
        let update = self
            .update(at(customer, "facts"))
            .update_expression("REMOVE leaving")
            .condition_expression("version = :version")
            .expression_attribute_values(":version", number(version));
        self.commit(vec![Step::Update(update)]).await?;
        Ok(())
    }

    /// Keeps what invoices were for; which of them weren't kept newer.
    pub async fn keep_invoices(
        &self,
        customer: &CustomerId,
        invoices: &[Invoice],
        version: u64,
    ) -> Result<Vec<bool>> {
        let puts = invoices.iter().map(|invoice| {
            let kept = InvoiceItem { version, total: invoice.total };
            let at = at(customer, format!("invoice#{}", invoice.number));
            self.unless_newer(item(at, &kept)?, version)
        });
        let puts = puts.collect::<Result<Vec<_>>>()?;
        write_each(&self.client, &puts).await.context("keeping invoices")
    }

    /// Keeps the meters' serial numbers; those of which points weren't kept newer.
    pub async fn keep_serials(
        &self,
        customer: &CustomerId,
        points: &[SupplyPoint],
        version: u64,
    ) -> Result<Vec<bool>> {
        let puts = points.iter().map(|point| {
            let serials = point.meters.iter().map(|meter| meter.serial.clone()).collect();
            let kept = PointItem { version, serials };
            self.unless_newer(item(at(customer, format!("point#{}", point.id)), &kept)?, version)
        });
        let puts = puts.collect::<Result<Vec<_>>>()?;
        write_each(&self.client, &puts).await.context("keeping serial numbers")
    }

    fn unless_newer(
        &self,
        item: portal_lambda::outbox::Item,
        version: u64,
    ) -> Result<TransactWriteItem> {
        let put = self
            .put(item)
            .condition_expression("attribute_not_exists(pk) OR version <= :version")
            .expression_attribute_values(":version", number(version));
        Ok(TransactWriteItem::builder().put(put.build()?).build())
    }

    /// What an invoice was for.
    pub async fn invoice_total(
        &self,
        customer: &CustomerId,
        number: &InvoiceNumber,
    ) -> Result<Option<Money>> {
        let found = self.get::<InvoiceItem>(at(customer, format!("invoice#{number}"))).await?;
        Ok(found.map(|item| item.total))
    }

    /// The serial numbers of all meters of the customer.
    pub async fn serials(&self, customer: &CustomerId) -> Result<Vec<String>> {
        let mut serials = Vec::new();
        for item in self.query(format!("customer#{customer}"), "point#").await? {
            serials.extend(serde_dynamo::from_item::<_, PointItem>(item)?.serials);
        }
        Ok(serials)
    }

    /// The customer's one open request is `request`, until `until`; fails the
    /// transaction while another one is.
    pub fn open_for(
        &self,
        customer: &CustomerId,
        request: &str,
        until: i64,
        now: Timestamp,
    ) -> Result<Step> {
        let kept = OpenItem { request: request.to_owned(), until, expires_at: until + 60 * 86_400 };
        let put = self
            .put(item(at(customer, "open"), &kept)?)
            .condition_expression("attribute_not_exists(pk) OR #until < :now")
            .expression_attribute_names("#until", "until")
            .expression_attribute_values(":now", number(now.as_second()));
        Ok(Step::Put(put))
    }

    /// Fails the transaction unless `request` is the customer's latest.
    pub fn close_for(&self, customer: &CustomerId, request: &str) -> Step {
        let delete = self.delete(at(customer, "open")).condition_expression("#request = :request");
        let delete = delete.expression_attribute_names("#request", "request");
        Step::Delete(delete.expression_attribute_values(":request", text(request)))
    }

    /// Fails the transaction unless billing still says that the customer is one.
    pub fn still_active(&self, customer: &CustomerId) -> Step {
        let check = self
            .check(at(customer, "facts"))
            .condition_expression("active = :yes")
            .expression_attribute_values(
                ":yes",
                aws_sdk_dynamodb::types::AttributeValue::Bool(true),
            );
        Step::Check(check)
    }

    /// Counts a letter to `customer`, and in all; fails the transaction over
    /// either limit.
    pub fn count_letter(
        &self,
        customer: &CustomerId,
        day: jiff::civil::Date,
        most_a_year: u32,
        most_a_day: u32,
        now: Timestamp,
    ) -> [Step; 2] {
        let count = |key: Key, most: u32, days: i64| {
            let update = self
                .update(key)
                .update_expression("SET expires_at = :end ADD #count :one")
                .condition_expression("attribute_not_exists(#count) OR #count < :most")
                .expression_attribute_names("#count", "count")
                .expression_attribute_values(":one", number(1))
                .expression_attribute_values(":most", number(most))
                .expression_attribute_values(":end", number(now.as_second() + days * 86_400));
            Step::Update(update)
        };
        [
            count(key(format!("letters#{customer}"), day.year()), most_a_year, 400),
            count(key("letters", day), most_a_day, 30),
        ]
    }

    /// Letters of a day, in all.
    pub async fn letters_on(&self, day: jiff::civil::Date) -> Result<u32> {
        #[derive(Deserialize)]
        struct Count {
            count: u32,
        }
        Ok(self.get::<Count>(key("letters", day)).await?.map_or(0, |item| item.count))
    }

    /// Billing lets `allowed.email` see the customer.
    pub async fn keep_allowed(&self, customer: &CustomerId, allowed: &Allowed) -> Result<()> {
        let item = item(allowed_key(&allowed.email, customer), allowed)?;
        let request = self.client.put_item().table_name(&self.auth).set_item(Some(item));
        request.send().await?;
        Ok(())
    }

    /// Billing no longer does.
    pub async fn forget_allowed(&self, customer: &CustomerId, email: &EmailAddress) -> Result<()> {
        let request = self.client.delete_item().table_name(&self.auth);
        request.set_key(Some(allowed_key(email, customer))).send().await?;
        Ok(())
    }

    /// The customers that billing lets `email` see.
    pub async fn allowed_for(&self, email: &EmailAddress) -> Result<Vec<(CustomerId, Allowed)>> {
        let items = self.query(format!("email#{}", email_hash(email)), "access#").await?;
        let read = |item: portal_lambda::outbox::Item| {
            let customer = super::string(&item, "sk").trim_start_matches("access#").parse()?;
            Ok((customer, serde_dynamo::from_item(item)?))
        };
        items.into_iter().map(read).collect()
    }
}

/// The key of the item that says that `email` may see `customer`.
pub(crate) fn allowed_key(email: &EmailAddress, customer: &CustomerId) -> Key {
    key(format!("email#{}", email_hash(email)), format!("access#{customer}"))
}
