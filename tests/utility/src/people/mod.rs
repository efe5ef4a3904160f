//! People who sign up, by the same ways as real ones: over HTTP, with what is
//! printed on their invoices, and with codes from mails and letters.

mod emulator;
mod flows;
mod http;
mod mailbox;
mod second_factor;

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicU8},
    time::Duration,
};

use anyhow::{Context, Result};
use portal_domain::{CustomerId, EmailAddress, Language};
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;

use self::{
    flows::{Activation, Desk},
    http::Browser,
    mailbox::Mailbox,
};
use crate::{
    PersonaRole, Utility,
    generate::{Persona, password},
};

pub(crate) use self::http::Http;
pub use self::second_factor::current_code;

/// The address that Cyril types, which billing doesn't know.
pub const LETTER_EMAIL: &str = "cyril@example.com";

/// The operators, by role, with what they may do.
const OPERATORS: [(&str, &str, &[&str]); 2] = [
    (
        "operator",
        "operator@example.org",
        &["customers_read", "changes_read", "changes_decide", "customers_invite"],
    ),
    ("operator_read_only", "cteni@example.org", &["customers_read", "changes_read"]),
];
const ADMINISTRATOR: (&str, &str, &[&str]) = (
    "administrator",
    "administrator@example.org",
    &["users_manage", "customers_read", "changes_read", "changes_decide", "customers_invite"],
);

/// Where the portal is, and what its people know.
pub struct Town {
    /// The portal's address, `/api` below it.
    pub web: String,
    /// Where mails can be read.
    pub mail: String,
    /// Where letters are written.
    pub letters: PathBuf,
    /// The emulator's address.
    pub aws: String,
    pub region: String,
    /// The function that invites the first administrator.
    pub invite_function: String,
    /// Names the secret that the distribution adds to each request: with it,
    /// everybody comes from an address of their own.
    pub origin_secret_arn: Option<String>,
    pub utility: Utility,
}

/// How a person signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    pub role: String,
    pub login: EmailAddress,
    pub password: String,
    /// Base32, as authenticator apps take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totp_secret: Option<String>,
    pub customers: Vec<CustomerId>,
}

/// Signs everybody up, several at a time. The billing system must be at work.
pub async fn move_in(town: Town) -> Result<Vec<Login>> {
    let seed = town.utility.seed;
    let personas = town.utility.personas()?;
    let http = Http::new();
    let origin_secret = match &town.origin_secret_arn {
        Some(arn) => Some(emulator::origin_secret(&http, &town, arn).await?),
        None => None,
    };
    let desk = Arc::new(Desk {
        mailbox: Mailbox::new(http.clone(), &town.mail),
        http,
        web: town.web.clone(),
        letters: town.letters.clone(),
        origin_secret,
        came: AtomicU8::new(0),
    });
    // One address may sign up five times an hour: one of the six is invited.
    let (invited, by_invoice): (Vec<_>, Vec<_>) =
        personas.into_iter().partition(|persona| persona.role == PersonaRole::HouseholdPolish);
    let mut signing_up = JoinSet::new();
    for persona in by_invoice {
        let desk = Arc::clone(&desk);
        signing_up.spawn(async move {
            let role = persona.role.as_str();
            desk.customer(activation(&persona, seed)?)
                .await
                .with_context(|| format!("signing {role} up"))
        });
    }
    let (staff, mut operator) = staff(&desk, &town, seed).await.context("inviting operators")?;
    let mut logins = Vec::new();
    for persona in invited {
        let login = desk.invited_customer(&mut operator, activation(&persona, seed)?);
        logins.push(login.await.context("inviting a customer")?);
    }
    while let Some(done) = signing_up.join_next().await {
        logins.push(done.context("waiting for a person")??);
    }
    let place =
        |login: &Login| PersonaRole::ALL.iter().position(|role| role.as_str() == login.role);
    logins.sort_by_key(place);
    logins.extend(staff);
    Ok(logins)
}

fn activation(persona: &Persona, seed: u64) -> Result<Activation> {
    let by_letter = persona.email.is_none();
    let email = match &persona.email {
        Some(email) => email.clone(),
        None => LETTER_EMAIL.parse()?,
    };
    Ok(Activation {
        persona: persona.clone(),
        email,
        by_letter,
        password: password(seed, persona.role.as_str()),
    })
}

/// The operators' log-ins, and the browser of one who may invite customers.
async fn staff(desk: &Desk, town: &Town, seed: u64) -> Result<(Vec<Login>, Browser)> {
    let (role, email, permissions) = ADMINISTRATOR;
    let email: EmailAddress = email.parse()?;
    let known = desk.mailbox.count(&email).await?;
    emulator::invite(&desk.http, town, &email, permissions).await?;
    let (administrator, mut browser) =
        desk.operator(role, email, password(seed, role), known).await?;

    let (mut logins, mut inviting) = (Vec::new(), None);
    for (role, email, permissions) in OPERATORS {
        let email: EmailAddress = email.parse()?;
        let known = desk.mailbox.count(&email).await?;
        desk.invite(&mut browser, &email, permissions, Language::Cs).await?;
        let (login, browser) = desk.operator(role, email, password(seed, role), known).await?;
        logins.push(login);
        if permissions.contains(&"customers_invite") {
            inviting = Some(browser);
        }
    }
    logins.push(administrator);
    Ok((logins, inviting.context("looking for an operator who may invite customers")?))
}

/// How long a mail or a letter may take, the scheduled minute included.
const PATIENCE: Duration = Duration::from_secs(90);
