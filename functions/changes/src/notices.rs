//! Telling people by mail what became of what they proposed.

use anyhow::{Context, Result, ensure};
use portal_changes::{Notice, State, notice::DUE_NOTICE};
use portal_contracts::{change::ChangeBody, mail::MailClass};
use portal_lambda::{Access, Outbox, outbox::Item};
use portal_mail::{Args, Envelope, Sender};

/// What telling works with.
pub struct Notices {
    pub outbox: Outbox,
    pub access: Access,
    pub mails: Sender,
    /// Where people see the portal: `https://portal.example`.
    pub public_origin: String,
}

impl Notices {
    /// Tells of every step that is due. A notice that fails stays due.
    pub async fn drain(&self) -> Result<()> {
        let drained = self.outbox.drain(DUE_NOTICE, async |item| self.tell(item).await);
        let drained = drained.await.context("telling what became of changes")?;
        ensure!(drained.failed == 0, "{} notices were not queued", drained.failed);
        Ok(())
    }

    async fn tell(&self, item: Item) -> Result<()> {
        let notice = Notice::from_item(item.clone())?;
        // Whoever has no account any more, or doesn't want mails, gets none.
        let profile = self.access.profile(&notice.user).await?;
        if let Some(profile) = profile.filter(|profile| profile.mail_changes) {
            let envelope = Envelope {
                id: notice.id(),
                class: MailClass::Notice,
                to: profile.email,
                language: profile.language,
            };
            let (key, args) = mail(&notice, &self.public_origin)?;
            self.mails.send(envelope, key, &args).await?;
        }
        self.outbox.settle(&item).await
    }
}

/// The mail's key in the catalogues, and its values.
fn mail(notice: &Notice, public_origin: &str) -> Result<(&'static str, Args)> {
    let key = match notice.state {
        State::Approved => "change-approved",
        State::Rejected => "change-rejected",
        State::Applied => "change-applied",
        State::Refused => "change-refused",
        state => anyhow::bail!("nothing is told of a change that is {state:?}"),
    };
    // An identifier may have a slash in it, and nothing else to be encoded.
    let customer = notice.customer.as_str().replace('/', "%2F");
    let link = format!("{public_origin}/c/{customer}/requests/{}", notice.change);
    let args = Args::new().link(link).text("kind", notice.body.kind().as_str());
    let args = match &notice.body {
        ChangeBody::Reading(reading) => {
            args.text("meter", &reading.serial).day("day", reading.read_on)
        }
        _ => args,
    };
    Ok(match notice.state {
        State::Rejected | State::Refused => {
            let reason = notice.reason.as_ref().context("a refusal without a reason")?;
            (key, args.text("reason", &reason.text))
        }
        _ => (key, args),
    })
}

#[cfg(test)]
mod tests {
    use portal_changes::Reason;
    use portal_contracts::{
        change::ChangeKind,
        command::{Command, CommandBody},
    };
    use portal_domain::Language;
    use portal_lambda::Utility;
    use portal_mail::{Rendered, render};

    use super::*;

    const UTILITY: &str = r##"{
        "name": "Vzorové služby", "country": "CZ", "time_zone": "Europe/Prague",
        "currency": "CZK", "languages": ["cs", "pl", "en"], "media": ["water"],
        "accent": "#00629b",
        "contact": {"email": "info@utility.example", "phone": "+420555000111", "web": "https://utility.example"},
        "mail_from": "portal@utility.example", "self_reading": {"rule": "all"}, "letters_per_day": 50,
        "seller": {
            "name": "Vzorové služby, a.s.",
            "address": {"street": "Ukázková", "number": "1", "city": "Vzorov", "postcode": "799 01", "country": "CZ"},
            "company_number": "25123891", "tax_number": "CZ25123891", "accounts": []
        }
    }"##;

    /// One of each kind: those that billing is promised.
    fn bodies() -> Vec<ChangeBody> {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../events/billing");
        let body = |kind: ChangeKind| {
            let name = kind.as_str().replace('_', "-");
            let file = format!("{root}/command-change-approved-{name}.json");
            let text = std::fs::read_to_string(file).unwrap();
            let command: Command = serde_json::from_str(&text).unwrap();
            match command.body {
                CommandBody::ChangeApproved(approved) => approved.what,
                other => panic!("{other:?}"),
            }
        };
        ChangeKind::ALL.into_iter().map(body).collect()
    }

    fn rendered(language: Language, state: State, body: ChangeBody) -> Rendered {
        let notice = Notice {
            change: "ch1".parse().unwrap(),
            customer: "C/1".parse().unwrap(),
            user: "anna".parse().unwrap(),
            state,
            at: "2026-03-31T12:00:00Z".parse().unwrap(),
            body,
            reason: Some(Reason { code: None, text: "<b>The photo is blurred</b>".to_owned() }),
        };
        let (key, args) = mail(&notice, "https://portal.example").unwrap();
        render(&Utility::parse(UTILITY).unwrap(), language, key, &args).unwrap()
    }

    #[test]
    fn every_step_that_is_told_has_its_words_in_every_language() {
        for language in Language::ALL {
            let mut subjects = Vec::new();
            for state in State::ALL.into_iter().filter(|state| state.is_told()) {
                for body in bodies() {
                    let mail = rendered(language, state, body);
                    let told = matches!(state, State::Rejected | State::Refused);
                    assert_eq!(mail.text.contains("The photo is blurred"), told, "{}", mail.text);
                    assert!(mail.text.contains("https://portal.example/c/C%2F1/requests/ch1"));
                    subjects.push(mail.subject);
                }
            }
            subjects.sort();
            subjects.dedup();
            assert_eq!(subjects.len(), 4 * ChangeKind::ALL.len(), "{subjects:?}");
        }
    }

    #[test]
    fn a_reason_is_text_and_never_markup() {
        let reading = bodies().swap_remove(0);
        let mail = rendered(Language::En, State::Rejected, reading);
        assert!(!mail.html.contains("<b>The photo"), "{}", mail.html);
        assert!(mail.text.contains("E-1001"));
    }
}
