//! Paying: several receivables at once, and advances by themselves.

use axum::extract::State;
use jiff::civil::Date;
use portal_contracts::ledger::AdvanceInterval;
use portal_domain::{Currency, CustomerId, Money, ReceivableId, SupplyPointId};
use portal_lambda::{Error, Json, Problem, Viewer};
use portal_payment::basket::Refusal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::App;
use crate::pay::{Code, Course, Format, NoPayment, Payment};

/// What is to be paid at once.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BasketBody {
    receivables: Vec<ReceivableId>,
    /// When the bank is to pay; none: at once.
    #[serde(default)]
    pay_on: Option<Date>,
}

/// One payment, to be scanned or copied.
#[derive(Serialize, ToSchema)]
pub(super) struct PreparedPaymentBody {
    amount: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    variable_symbol: Option<String>,
    /// None if no format has room for such a payment.
    codes: Vec<CodeBody>,
    transfer: TransferBody,
}

/// A code that a banking application scans.
#[derive(Serialize, ToSchema)]
#[schema(as = PaymentCodeBody)]
pub(super) struct CodeBody {
    format: Format,
    /// What is in the code.
    text: String,
    /// The picture, as an SVG document.
    svg: String,
}

/// What to type for the same.
#[derive(Serialize, ToSchema)]
pub(super) struct TransferBody {
    /// As people of its country write it: `19-2000145399/0800`.
    account: String,
    iban: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bic: Option<String>,
    amount: Money,
    currency: Currency,
    #[serde(skip_serializing_if = "Option::is_none")]
    variable_symbol: Option<String>,
    title: String,
    /// Of the payee.
    name: String,
}

/// Whose advances are to be paid by themselves.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StandingOrderBody {
    supply_point: SupplyPointId,
}

/// A standing order, ready to be set up.
#[derive(Serialize, ToSchema)]
pub(super) struct StandingPaymentBody {
    /// What each payment comes to.
    amount: Money,
    interval: AdvanceInterval,
    /// The first day.
    first_on: Date,
    /// By how much a standing order of the advances before is too low now.
    #[serde(skip_serializing_if = "Option::is_none")]
    raised_by: Option<Money>,
    /// Sets up the standing order; in CZK only.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing_order: Option<CodeBody>,
    /// Lets the utility collect instead; in CZK only.
    #[serde(skip_serializing_if = "Option::is_none")]
    consent: Option<CodeBody>,
    transfer: TransferBody,
}

/// Several receivables as one payment. Nothing is kept.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/basket",
    operation_id = "invoices_basket", tag = "invoices",
    params(("customer" = CustomerId, Path)),
    request_body = BasketBody,
    responses(
        (status = 200, body = PreparedPaymentBody),
        (status = 400, body = Problem, description = "malformed_json"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "cross_site"),
        (status = 404, body = Problem, description = "not_found: one isn't there, or isn't this caller's"),
        (status = 409, body = Problem, description = "receivable_not_open, payment_account_missing"),
        (status = 422, body = Problem, description = "basket_..., pay_on_in_past"),
    ),
)]
pub(super) async fn basket(
    viewer: Viewer,
    State(app): State<App>,
    Json(body): Json<BasketBody>,
) -> Result<Json<PreparedPaymentBody>, Error> {
    if body.pay_on.is_some_and(|day| day < app.today()) {
        return Err(Error::refused("pay_on_in_past", "pay_on"));
    }
    let payment = app.payment(&viewer, &body.receivables, body.pay_on).await?;
    let codes = payment.code()?.into_iter().map(CodeBody::from).collect();
    Ok(Json(PreparedPaymentBody {
        amount: payment.amount,
        variable_symbol: symbol(&payment),
        codes,
        transfer: TransferBody::from(&payment),
    }))
}

/// What a bank needs to pay a supply point's advances by itself.
#[utoipa::path(
    post, path = "/api/invoices/customers/{customer}/standing-order",
    operation_id = "invoices_standing_order", tag = "invoices",
    params(("customer" = CustomerId, Path)),
    request_body = StandingOrderBody,
    responses(
        (status = 200, body = StandingPaymentBody),
        (status = 400, body = Problem, description = "malformed_json"),
        (status = 401, body = Problem, description = "signed_out"),
        (status = 403, body = Problem, description = "cross_site"),
        (status = 404, body = Problem, description = "not_found"),
        (status = 409, body = Problem, description = "advance_none_to_pay, payment_account_missing"),
    ),
)]
pub(super) async fn standing_order(
    viewer: Viewer,
    State(app): State<App>,
    Json(body): Json<StandingOrderBody>,
) -> Result<Json<StandingPaymentBody>, Error> {
    let point = &body.supply_point;
    if !viewer.reaches(point) {
        return Err(Error::NotFound);
    }
    let (account, schedules) = futures_util::try_join!(
        app.store.account(&viewer.customer),
        app.store.advances(&viewer.customer, Some(point), None),
    )?;
    let course = Course::of(&schedules.items, app.today());
    let course = course.ok_or_else(|| Error::conflict("advance_none_to_pay"))?;
    let schedule = course.schedule;
    let account = account.account.as_ref();
    let payment = Payment::of_advance(schedule, course.first, account, &app.utility)?;
    let every = schedule.interval.into();
    Ok(Json(StandingPaymentBody {
        amount: schedule.amount,
        interval: schedule.interval,
        first_on: course.first,
        raised_by: course.raised_by(),
        standing_order: payment.standing_order(every)?.map(CodeBody::from),
        consent: payment.consent(every)?.map(CodeBody::from),
        transfer: TransferBody::from(&payment),
    }))
}

impl App {
    /// The named receivables as one payment. One read; two when one of them
    /// isn't open.
    async fn payment(
        &self,
        viewer: &Viewer,
        ids: &[ReceivableId],
        pay_on: Option<Date>,
    ) -> Result<Payment, Error> {
        let customer = &viewer.customer;
        let account = self.store.account(customer).await?;
        let mut chosen = Vec::with_capacity(ids.len());
        let mut others = Vec::new();
        for id in ids {
            let open = account.open.iter().find(|open| open.id == *id);
            match open.filter(|open| sees(viewer, &open.supply_points)) {
                Some(open) => chosen.push(open.clone()),
                None => others.push(id.clone()),
            }
        }
        if !others.is_empty() {
            let known = self.store.receivables(customer, &others).await?;
            let is_known = |id: &ReceivableId| {
                let mut of_id = known.iter().filter(|one| one.id == *id);
                of_id.any(|one| sees(viewer, &one.supply_points))
            };
            let closed = others.iter().all(is_known);
            return Err(if closed {
                NoPayment::Refused(Refusal::NotOpen).into()
            } else {
                Error::NotFound
            });
        }
        Ok(Payment::of(&chosen, customer, account.account.as_ref(), &self.utility, pay_on)?)
    }
}

/// Whether the caller may see something of these supply points.
fn sees(viewer: &Viewer, points: &[SupplyPointId]) -> bool {
    match &viewer.supply_point {
        None => true,
        Some(only) => !points.is_empty() && points.iter().all(|point| point == only),
    }
}

fn symbol(payment: &Payment) -> Option<String> {
    payment.variable_symbol.as_ref().map(ToString::to_string)
}

impl From<&Payment> for TransferBody {
    fn from(payment: &Payment) -> Self {
        let payee = &payment.payee;
        Self {
            account: payment.account(),
            iban: payee.account.to_string(),
            bic: payee.bic.as_ref().map(|bic| bic.as_str().to_owned()),
            amount: payment.amount,
            currency: payment.amount.currency,
            variable_symbol: symbol(payment),
            title: payment.message(),
            name: payee.name.clone(),
        }
    }
}

impl From<Code> for CodeBody {
    fn from(Code { format, text, svg }: Code) -> Self {
        Self { format, text, svg }
    }
}

impl From<NoPayment> for Error {
    fn from(none: NoPayment) -> Self {
        match none {
            NoPayment::Refused(refusal @ Refusal::NotOpen) => Self::conflict(refusal.code()),
            NoPayment::Refused(refusal) => Self::refused(refusal.code(), "receivables"),
            NoPayment::NoAccount => Self::conflict("payment_account_missing"),
            NoPayment::Broken(error) => Self::Internal(error),
        }
    }
}
