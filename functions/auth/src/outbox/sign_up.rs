//! Codes for somebody who wants to see a customer.
//!
//! | billing knows | the code goes |
//! |---|---|
//! | the address that was typed | there; it alone suffices |
//! | another address | to that one, never to the one that was typed |
//! | none | one part by post, one to the address that was typed |

use anyhow::Result;
use jiff::Timestamp;
use portal_contracts::command::{Command, CommandBody, LetterRequested};
use portal_domain::{CustomerId, EmailAddress, Language};

use super::Outbox;
use crate::{
    code, mails,
    secret::Secret,
    store::{
        Committed, Request, Step,
        facts::Facts,
        mails::Notice,
        requests::{Kind, State, Way},
    },
    throttle::{LETTERS_PER_CUSTOMER_AND_YEAR, SIGN_UP_BY_CUSTOMER},
};

const DAY_SECONDS: i64 = 86_400;
/// A code by mail alone.
const MAIL_VALID_SECONDS: i64 = DAY_SECONDS;
/// Both parts, when one goes by post (NIST 800-63B-4: issued codes).
const LETTER_VALID_SECONDS: i64 = 21 * DAY_SECONDS;
const LETTER_ABROAD_VALID_SECONDS: i64 = 30 * DAY_SECONDS;
/// Another request for the customer is not looked at before that; with a
/// letter on its way, not before that is worth nothing.
const NEXT_REQUEST_SECONDS: i64 = 10 * 60;

/// What will prove the customer.
struct Plan {
    way: Way,
    proven: EmailAddress,
    valid_seconds: i64,
    /// A second request has to wait so long.
    open_seconds: i64,
}

impl Outbox {
    pub(super) async fn sign_up(&self, request: Request, now: Timestamp) -> Result<()> {
        let Some((customer, facts)) = self.matching(&request).await? else {
            return self.drop_request(request, "no_match").await;
        };
        let claimed = match request.state {
            State::New => match self.claim(request, &customer, &facts, now).await? {
                Some(claimed) => claimed,
                None => return Ok(()),
            },
            _ => request,
        };
        self.send_codes(claimed, &customer, &facts, now).await
    }

    /// Takes the customer's turn and counts the letter; tells those who see the
    /// customer already.
    async fn claim(
        &self,
        request: Request,
        customer: &CustomerId,
        facts: &Facts,
        now: Timestamp,
    ) -> Result<Option<Request>> {
        let invited = request.kind == Kind::CustomerInvitation;
        // Who knows an invoice fills nobody's mailbox. Operators have a limit
        // of their own.
        if !invited && !self.within(&SIGN_UP_BY_CUSTOMER, customer.as_str(), now).await? {
            return self.drop_request(request, "limited").await.map(|()| None);
        }
        let plan = plan(&request.email, facts, self.utility.country);
        if self.sees_already(&plan.proven, customer).await? {
            return self.known_already(request, &plan.proven, facts, now).await.map(|()| None);
        }
        let claimed = Request {
            state: State::Claimed,
            way: Some(plan.way),
            proven: Some(plan.proven),
            valid_until: now.as_second() + plan.valid_seconds,
            ..request.clone()
        };
        let open_until = now.as_second() + plan.open_seconds;
        let mut steps = vec![
            self.logins.move_request(&claimed, State::New, request.rounds)?,
            match invited {
                // An operator's word goes before a request that a stranger may
                // have made: that one's codes are worth nothing then.
                true => self.logins.open_instead(customer, &request.id, open_until),
                false => self.logins.open_for(customer, &request.id, open_until, now)?,
            },
        ];
        steps.extend(self.tell_members(customer, now).await?);
        if plan.way == Way::TwoPart {
            steps.extend(self.letter_counts(customer, now));
        }
        match self.logins.commit(steps).await? {
            Committed::Yes => Ok(Some(claimed)),
            Committed::No => {
                self.over_the_limit(plan.way, now).await?;
                self.drop_request(request, "limited").await.map(|()| None)
            }
        }
    }

    fn letter_counts(&self, customer: &CustomerId, now: Timestamp) -> [Step; 2] {
        let (day, a_day) = (self.utility.day(now), self.utility.letters_per_day);
        self.logins.count_letter(customer, day, LETTERS_PER_CUSTOMER_AND_YEAR, a_day, now)
    }

    /// Letters cost money: when the day's are used up, somebody should look.
    async fn over_the_limit(&self, way: Way, now: Timestamp) -> Result<()> {
        let day = self.utility.day(now);
        if way == Way::TwoPart && self.logins.letters_on(day).await? >= self.utility.letters_per_day
        {
            tracing::error!(alarm = "letters_per_day", "no more letters are sent today");
        }
        Ok(())
    }

    async fn sees_already(&self, email: &EmailAddress, customer: &CustomerId) -> Result<bool> {
        let Some(user) = self.logins.user_of(email).await? else { return Ok(false) };
        Ok(self.logins.members(customer).await?.iter().any(|member| member.user == user))
    }

    /// The owner of the address is told that they have an account; nobody else
    /// learns it.
    async fn known_already(
        &self,
        request: Request,
        email: &EmailAddress,
        facts: &Facts,
        now: Timestamp,
    ) -> Result<()> {
        let notice = Notice::new(mails::ALREADY_KNOWN, email, facts.language, now)?;
        let dropped = Request { state: State::Dropped, due: None, due_at: None, ..request.clone() };
        let steps = vec![
            self.logins.move_request(&dropped, request.state, request.rounds)?,
            self.logins.notify(&notice)?,
        ];
        self.logins.commit(steps).await.map(|_| ())
    }

    /// Makes codes, keeps their hashes, sends them. Done again after a crash,
    /// it makes others, and those before are worth nothing.
    async fn send_codes(
        &self,
        request: Request,
        customer: &CustomerId,
        facts: &Facts,
        now: Timestamp,
    ) -> Result<()> {
        let (mail, letter) = (code::mail_code()?, code::letter_code()?);
        let (state, rounds) = (request.state, request.rounds);
        let open = with_hashes(Request { rounds: rounds + 1, ..request }, &mail, &letter)?;
        let kept = self.logins.move_request(&open, state, rounds)?;
        if self.logins.commit(vec![kept]).await? == Committed::No {
            return Ok(());
        }
        if open.way == Some(Way::TwoPart) {
            self.send_letter(&open, customer, facts, &letter, now).await?;
        }
        self.send_mail(&open, facts, &mail).await?;
        self.logins.settle_request(&open.id).await
    }

    async fn send_letter(
        &self,
        request: &Request,
        customer: &CustomerId,
        facts: &Facts,
        code: &Secret,
        now: Timestamp,
    ) -> Result<()> {
        let letter = LetterRequested {
            code: code.reveal().to_owned(),
            language: facts.language,
            address: Some(facts.address.clone()),
            page: self.mails.activation_page(),
            valid_until: Timestamp::from_second(request.valid_until)?,
        };
        let command = Command {
            // Codes that are made anew make another letter.
            id: format!("letter-{}-{}", request.id, request.rounds),
            version: 1,
            customer: customer.clone(),
            created_at: now,
            body: CommandBody::LetterRequested(letter),
        };
        self.commands.send_in_order(customer.as_str(), &command.id, &command).await
    }

    async fn send_mail(&self, request: &Request, facts: &Facts, code: &Secret) -> Result<()> {
        let key = match (request.kind, request.way) {
            (Kind::CustomerInvitation, Some(Way::TwoPart)) => mails::INVITED_AND_LETTER,
            (Kind::CustomerInvitation, _) => mails::INVITED,
            (_, Some(Way::TwoPart)) => mails::SIGN_UP_CODE_AND_LETTER,
            _ => mails::SIGN_UP_CODE,
        };
        let to = request.proven.as_ref().unwrap_or(&request.email);
        let language: Language =
            if *to == request.email { request.language } else { facts.language };
        let id = format!("{}-{}", request.id, request.rounds);
        self.mails.code(key, &id, to, language, code, Some(&request.id)).await
    }
}

fn plan(typed: &EmailAddress, facts: &Facts, home: portal_domain::Country) -> Plan {
    let known = facts.known_addresses();
    let proven = if known.contains(&typed) { Some(typed) } else { known.first().copied() };
    match proven {
        Some(proven) => Plan {
            way: Way::Email,
            proven: proven.clone(),
            valid_seconds: MAIL_VALID_SECONDS,
            open_seconds: NEXT_REQUEST_SECONDS,
        },
        None => {
            let abroad = facts.address.country != home;
            let valid = if abroad { LETTER_ABROAD_VALID_SECONDS } else { LETTER_VALID_SECONDS };
            let proven = typed.clone();
            Plan { way: Way::TwoPart, proven, valid_seconds: valid, open_seconds: valid }
        }
    }
}

/// The request with the hashes of its codes, open to be tried.
fn with_hashes(request: Request, mail: &Secret, letter: &Secret) -> Result<Request> {
    let purpose = request.purpose();
    let salt = code::salt()?;
    let digits = code::read_mail_code(mail).unwrap_or_default();
    let mail_code = code::keep(&digits, &format!("mail\n{purpose}"), &salt)?;
    let letter_code = match request.way {
        Some(Way::TwoPart) => {
            let characters = code::read_letter_code(letter).unwrap_or_default();
            Some(code::keep(&characters, &format!("letter\n{purpose}"), &salt)?)
        }
        _ => None,
    };
    let (state, salt, mail_code) = (State::Open, Some(salt), Some(mail_code));
    Ok(Request { state, salt, mail_code, letter_code, tries: 0, ..request })
}

#[cfg(test)]
mod tests {
    use portal_domain::{Address, Country};
    use portal_lambda::access::Role;

    use super::*;
    use crate::store::facts::Allowed;

    fn email(text: &str) -> EmailAddress {
        text.parse().unwrap()
    }

    fn facts(access: &[&str], contact: Option<&str>, country: Country) -> Facts {
        let (street, number) = ("Ukázková".to_owned(), "1".to_owned());
        let (city, postcode) = ("Vzorov".to_owned(), "602 00".to_owned());
        let allowed =
            |text: &&str| Allowed { email: email(text), role: Role::Holder, supply_point: None };
        Facts {
            version: 1,
            active: true,
            language: Language::Cs,
            access: access.iter().map(allowed).collect(),
            contact: contact.map(email),
            address: Address { street, number, city, postcode, country },
            leaving: vec![],
        }
    }

    #[track_caller]
    fn check(facts: &Facts, way: Way, proven: &str, valid_days: i64) {
        let plan = plan(&email("typed@x.cz"), facts, Country::Cz);
        assert_eq!((plan.way, plan.proven.as_str()), (way, proven));
        assert_eq!(plan.valid_seconds, valid_days * DAY_SECONDS);
    }

    #[test]
    fn a_code_never_goes_to_an_address_that_billing_does_not_know_unless_a_letter_goes_too() {
        check(
            &facts(&["other@x.cz", "typed@x.cz"], None, Country::Cz),
            Way::Email,
            "typed@x.cz",
            1,
        );
        check(&facts(&["other@x.cz"], None, Country::Cz), Way::Email, "other@x.cz", 1);
        check(&facts(&[], Some("contact@x.cz"), Country::Cz), Way::Email, "contact@x.cz", 1);
        check(&facts(&[], None, Country::Cz), Way::TwoPart, "typed@x.cz", 21);
        check(&facts(&[], None, Country::De), Way::TwoPart, "typed@x.cz", 30);
    }

    #[test]
    fn only_hashes_of_codes_are_kept() {
        let now = Timestamp::UNIX_EPOCH;
        let request = Request::new(Kind::SignUp, email("a@x.cz"), Language::Cs, now).unwrap();
        let request = Request { way: Some(Way::TwoPart), proven: Some(email("a@x.cz")), ..request };
        let (mail, letter) = (code::mail_code().unwrap(), code::letter_code().unwrap());
        let kept = serde_json::to_string(&with_hashes(request, &mail, &letter).unwrap()).unwrap();
        assert!(!kept.contains(mail.reveal()) && !kept.contains(letter.reveal()));
        assert!(!kept.contains(&code::read_letter_code(&letter).unwrap()));
    }
}
