//! The ways in: sign-up with an invoice, with a letter, by an operator's
//! invitation.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU8, Ordering},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use http::StatusCode;
use portal_domain::{CustomerId, EmailAddress, Language};
use portal_lambda::Clock;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::{
    Login, PATIENCE,
    http::{Browser, Http},
    mailbox::{Mail, Mailbox},
    second_factor::current_code,
};
use crate::{billing::letters, generate::Persona};

/// How often a request is made again whose mail didn't come: the portal may not
/// have known the invoice yet.
const TRIES: usize = 3;
const LOOK_AGAIN: Duration = Duration::from_millis(250);

/// Where people do their things.
pub(crate) struct Desk {
    pub(crate) http: Http,
    pub(crate) mailbox: Mailbox,
    pub(crate) web: String,
    pub(crate) letters: PathBuf,
    /// Lets everybody come from an address of their own.
    pub(crate) origin_secret: Option<String>,
    /// How many came so far.
    pub(crate) came: AtomicU8,
}

/// What a request's mail, and perhaps its letter, told.
struct Codes {
    request: String,
    email_code: String,
    letter_code: Option<String>,
}

/// Somebody who is about to sign up.
pub(crate) struct Activation {
    pub(crate) persona: Persona,
    pub(crate) email: EmailAddress,
    pub(crate) by_letter: bool,
    pub(crate) password: String,
}

impl Desk {
    fn browser(&self) -> Browser {
        let browser = Browser::new(self.http.clone(), &self.web);
        let number = 1 + self.came.fetch_add(1, Ordering::Relaxed);
        match &self.origin_secret {
            Some(secret) => browser.at(secret, number),
            None => browser,
        }
    }

    /// Signs a customer up, and in.
    pub(crate) async fn customer(&self, who: Activation) -> Result<Login> {
        let mut browser = self.browser();
        let known = self.mailbox.count(&who.email).await?;
        let mut codes = None;
        for _ in 0..TRIES {
            codes = self.request(&mut browser, &who, known).await?;
            if codes.is_some() {
                break;
            }
        }
        let codes = codes.context("waiting for the activation's mail")?;
        activate(&mut browser, who, codes).await
    }

    /// Signs a customer up whom an operator invites, and in.
    pub(crate) async fn invited_customer(
        &self,
        operator: &mut Browser,
        who: Activation,
    ) -> Result<Login> {
        let customer = who.persona.customers.first().context("inviting no customer")?;
        let known = self.mailbox.count(&who.email).await?;
        let path = format!("/api/auth/office/customers/{customer}/invitations");
        let body = json!({ "email": who.email, "language": who.persona.language });
        operator.must_post(&path, &body).await?;

        let told =
            |mail: &Mail| Some((mail.link_with("request")?.remove("request")?, mail.code()?));
        let told = self.mailbox.wait(&who.email, known, PATIENCE, told).await?;
        let (request, email_code) = told.context("waiting for a customer's invitation")?;
        let codes = Codes { request, email_code, letter_code: None };
        activate(&mut self.browser(), who, codes).await
    }

    /// Asks for access with an invoice's data.
    async fn request(
        &self,
        browser: &mut Browser,
        who: &Activation,
        known: usize,
    ) -> Result<Option<Codes>> {
        let customer = who.persona.customers.first().context("asking for no customer")?;
        let letters = self.letters_of(customer)?.len();
        let invoice = &who.persona.invoice;
        let body = json!({
            "customer": customer,
            "invoice": invoice.number,
            "amount": format!("{:.2}", invoice.total.to_decimal()),
            "email": who.email,
            "language": who.persona.language,
        });
        let answer = patiently(browser, "/api/auth/sign-up", &body).await?;
        let answered =
            answer.get("request").and_then(Value::as_str).context("reading a request")?;

        // A mail may answer an earlier request; its link says which.
        let told = |mail: &Mail| {
            let request = mail.link_with("request").and_then(|mut said| said.remove("request"));
            Some((request.unwrap_or_else(|| answered.to_owned()), mail.code()?))
        };
        let told = self.mailbox.wait(&who.email, known, PATIENCE, told).await?;
        let Some((request, email_code)) = told else { return Ok(None) };
        let letter_code =
            if who.by_letter { Some(self.letter(customer, letters).await?) } else { None };
        Ok(Some(Codes { request, email_code, letter_code }))
    }

    async fn letter(&self, customer: &CustomerId, known: usize) -> Result<String> {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(letter) = self.letters_of(customer)?.into_iter().skip(known).last() {
                return Ok(letter.code);
            }
            if Instant::now() >= end {
                bail!("no letter came");
            }
            sleep(LOOK_AGAIN).await;
        }
    }

    fn letters_of(&self, customer: &CustomerId) -> Result<Vec<crate::billing::Letter>> {
        let letters = letters::read(&self.letters)?;
        Ok(letters.into_iter().filter(|letter| letter.customer == *customer).collect())
    }

    /// Invites an operator, as an administrator who has signed in.
    pub(crate) async fn invite(
        &self,
        administrator: &mut Browser,
        email: &EmailAddress,
        permissions: &[&str],
        language: Language,
    ) -> Result<()> {
        let body = json!({ "email": email, "permissions": permissions, "language": language });
        administrator.must_post("/api/auth/office/invitations", &body).await?;
        Ok(())
    }

    /// Accepts an operator's invitation, signs in and sets up the second
    /// factor. The invitation is in a mail after `known` others.
    pub(crate) async fn operator(
        &self,
        role: &str,
        email: EmailAddress,
        password: String,
        known: usize,
    ) -> Result<(Login, Browser)> {
        let link =
            self.mailbox.wait(&email, known, PATIENCE, |mail| mail.link_with("invitation")).await?;
        let link = link.with_context(|| format!("waiting for the invitation of the {role}"))?;
        let code = link.get("code").context("reading an invitation's link")?;
        let body =
            json!({ "invitation": link.get("invitation"), "code": code, "password": password });
        let mut browser = self.browser();
        browser.must_post("/api/auth/invitations/accept", &body).await?;

        sign_in(&mut browser, &email, &password).await?;
        let secret = enrol(&mut browser, &password).await?;
        let login = Login {
            role: role.into(),
            login: email,
            password,
            totp_secret: Some(secret),
            customers: vec![],
        };
        Ok((login, browser))
    }
}

/// Enters the codes and a password, and signs in.
async fn activate(browser: &mut Browser, who: Activation, codes: Codes) -> Result<Login> {
    let Codes { request, email_code, letter_code } = codes;
    let mut body =
        json!({ "request": request, "email_code": email_code, "password": who.password });
    if let (Some(code), Some(body)) = (letter_code, body.as_object_mut()) {
        body.insert("letter_code".into(), code.into());
    }
    browser.must_post("/api/auth/activate", &body).await?;

    sign_in(browser, &who.email, &who.password).await?;
    let customers = sees(browser, &who.persona.customers).await?;
    let role = who.persona.role.as_str().into();
    Ok(Login { role, login: who.email, password: who.password, totp_secret: None, customers })
}

async fn sign_in(browser: &mut Browser, email: &EmailAddress, password: &str) -> Result<()> {
    patiently(browser, "/api/auth/sign-in", &json!({ "login": email, "password": password }))
        .await?;
    Ok(())
}

/// Sets up the second factor, and gives its secret.
async fn enrol(browser: &mut Browser, password: &str) -> Result<String> {
    let mut answer = browser.post("/api/auth/totp", &json!({})).await?;
    if answer.status == StatusCode::FORBIDDEN {
        browser.must_post("/api/auth/reauthenticate", &json!({ "password": password })).await?;
        answer = browser.post("/api/auth/totp", &json!({})).await?;
    }
    let secret = answer.body.get("secret").and_then(Value::as_str);
    let secret = secret.with_context(|| {
        format!("setting up a second factor: {} {}", answer.status, answer.body)
    })?;
    let code = current_code(secret, Clock::default().now())?;
    browser.must_post("/api/auth/totp/confirm", &json!({ "code": code })).await?;
    Ok(secret.to_owned())
}

/// Whom a person who has signed in may see; waits until it is all of `expected`.
async fn sees(browser: &mut Browser, expected: &[CustomerId]) -> Result<Vec<CustomerId>> {
    let end = Instant::now() + PATIENCE;
    loop {
        let answer = browser.get("/api/account/me").await?;
        let customers = answer.body.get("customers").and_then(Value::as_array);
        let ids = customers.into_iter().flatten().filter_map(|customer| customer.get("id"));
        let ids: Vec<CustomerId> =
            ids.filter_map(|id| serde_json::from_value(id.clone()).ok()).collect();
        if expected.iter().all(|id| ids.contains(id)) {
            return Ok(ids);
        }
        if Instant::now() >= end {
            bail!("sees {ids:?} instead of {expected:?}: {}", answer.status);
        }
        sleep(LOOK_AGAIN).await;
    }
}

/// Posts, and waits as long as the portal asks when there were too many
/// attempts.
async fn patiently(browser: &mut Browser, path: &str, body: &Value) -> Result<Value> {
    let end = Instant::now() + PATIENCE;
    loop {
        let answer = browser.post(path, body).await?;
        if answer.status.is_success() {
            return Ok(answer.body);
        }
        let seconds = answer.body.get("retry_after").and_then(Value::as_u64).unwrap_or(1);
        let wait = Duration::from_secs(seconds);
        if answer.status != StatusCode::TOO_MANY_REQUESTS || Instant::now() + wait > end {
            bail!("{path}: {} {}", answer.status, answer.body);
        }
        sleep(wait).await;
    }
}
