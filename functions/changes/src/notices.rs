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
    use portal_contracts::change::{Contact, ContactChange, MailingAddressChange, ReadingChange};
    use portal_domain::Language;
    use portal_lambda::Utility;
    use portal_mail::{Rendered, render};

    use super::*;

    const UTILITY: &str = r##"{
        "name": "Vzorové služby", "country": "CZ", "time_zone": "Europe/Prague",
        "currency": "CZK", "languages": ["cs", "pl", "en"], "media": ["water"],
        "accent": "#00629b",
        "contact": {"email": "info@utility.example", "phone": "+420555000111", "web": "https://utility.example"},
        "mail_from": "portal@utility.example", "self_reading": {"rule": "all"}, "letters_per_day": 50
    }"##;

    fn bodies() -> [ChangeBody; 3] {
        let reading = ChangeBody::Reading(ReadingChange {
            supply_point: "P-1".parse().unwrap(),
            meter: "M-1".parse().unwrap(),
            serial: "E-1001".to_owned(),
            read_on: "2026-03-31".parse().unwrap(),
            values: [("T".parse().unwrap(), "1234.5".parse().unwrap())].into(),
            before: [].into(),
            before_on: None,
            rolled_over: Vec::new(),
        });
        let (before, after) = (Contact::default(), Contact::default());
        let address = MailingAddressChange { before: None, after: None };
        [
            reading,
            ChangeBody::Contact(ContactChange { before, after }),
            ChangeBody::MailingAddress(address),
        ]
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
            assert_eq!(subjects.len(), 12, "{subjects:?}");
        }
    }

    #[test]
    fn a_reason_is_text_and_never_markup() {
        let [reading, ..] = bodies();
        let mail = rendered(Language::En, State::Rejected, reading);
        assert!(!mail.html.contains("<b>The photo"), "{}", mail.html);
        assert!(mail.text.contains("E-1001"));
    }
}
