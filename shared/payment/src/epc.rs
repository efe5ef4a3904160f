//! The European payment code (EPC069-12, version 002): lines of a transfer in
//! EUR, joined by LF, none after the last that says something; at most 331
//! bytes in UTF-8, error correction M, at most version 13.
//!
//! | line | what | at most |
//! |---|---|---|
//! | 1–4 | `BCD`, `002`, `1` (UTF-8), `SCT` | |
//! | 5 | BIC; may be empty | 11 |
//! | 6 | payee's name | 70 |
//! | 7 | IBAN | 34 |
//! | 8 | `EUR` and the amount | 999999999.99 |
//! | 9 | purpose | 4 |
//! | 10 or 11 | reference (ISO 11649), or text | 35, 140 |
//! | 12 | note to the payer | 70 |

use portal_domain::{Currency, Money};

use crate::{
    Bic, Iban, InvalidCode,
    reference::Reference,
    text::{line, within_bytes},
};

/// Bytes of the whole code.
const LIMIT: usize = 331;

/// 999 999 999.99 in cents.
const MOST: i64 = 99_999_999_999;

/// A SEPA transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    pub bic: Option<Bic>,
    pub name: String,
    pub account: Iban,
    /// In EUR. None: the payer types it.
    pub amount: Option<Money>,
    /// One to four capital letters, of ISO 20022's list: `GASB`, `ELEC`, `WTER`.
    pub purpose: Option<String>,
    pub remittance: Option<Remittance>,
    /// For the payer's eyes.
    pub note: Option<String>,
}

/// What the payee knows the transfer by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remittance {
    Reference(Reference),
    Text(String),
}

impl Transfer {
    /// The code. If letters that take several bytes make it too long, the note
    /// is cut, then the text.
    pub fn code(&self) -> Result<String, InvalidCode> {
        let name = line(&self.name, None, 70);
        // Seventy letters of three bytes: with all else it leaves a few for text.
        let name = within_bytes(&name, 210);
        if name.is_empty() {
            return Err(InvalidCode::NameMissing);
        }
        let purpose = self.purpose.as_deref().unwrap_or_default();
        if purpose.len() > 4 || !purpose.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(InvalidCode::Identifier);
        }
        let amount = self.amount.map(amount).transpose()?.unwrap_or_default();
        let bic = self.bic.as_ref().map_or("", Bic::as_str);
        let (reference, text) = match &self.remittance {
            None => ("", String::new()),
            Some(Remittance::Reference(reference)) => (reference.as_str(), String::new()),
            Some(Remittance::Text(text)) => ("", line(text, None, 140)),
        };
        let note = line(self.note.as_deref().unwrap_or_default(), None, 70);

        let account = &self.account;
        let head = format!(
            "BCD\n002\n1\nSCT\n{bic}\n{name}\n{account}\n{amount}\n{purpose}\n{reference}\n"
        );
        // One more for the end of the text's line.
        let left = LIMIT.saturating_sub(head.len() + 1);
        let text = within_bytes(&text, left);
        let note = within_bytes(&note, left - text.len());
        Ok(format!("{head}{text}\n{note}").trim_end_matches('\n').to_owned())
    }
}

fn amount(amount: Money) -> Result<String, InvalidCode> {
    if amount.currency != Currency::Eur {
        return Err(InvalidCode::Currency);
    }
    if !(1..=MOST).contains(&amount.minor) {
        return Err(InvalidCode::Amount);
    }
    Ok(format!("EUR{}.{:02}", amount.minor / 100, amount.minor % 100))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn euros(minor: i64) -> Option<Money> {
        Some(Money { minor, currency: Currency::Eur })
    }

    fn transfer() -> Transfer {
        Transfer {
            bic: None,
            name: "Vzorové komunální služby".to_owned(),
            account: "DE89370400440532013000".parse().unwrap(),
            amount: euros(14_990),
            purpose: None,
            remittance: Some(Remittance::Reference("RF18539007547034".parse().unwrap())),
            note: None,
        }
    }

    #[test]
    fn a_transfer_is_written_line_by_line() {
        assert_eq!(
            transfer().code().unwrap(),
            "BCD\n002\n1\nSCT\n\nVzorové komunální služby\nDE89370400440532013000\nEUR149.90\n\nRF18539007547034"
        );
        let text = Transfer {
            bic: "COBADEFF".parse().ok(),
            purpose: Some("WTER".to_owned()),
            remittance: Some(Remittance::Text("Voda\n2026".to_owned())),
            ..transfer()
        };
        assert_eq!(
            text.code().unwrap(),
            "BCD\n002\n1\nSCT\nCOBADEFF\nVzorové komunální služby\nDE89370400440532013000\nEUR149.90\nWTER\n\nVoda 2026"
        );
    }

    #[test]
    fn there_is_nothing_after_the_last_line_that_is_used() {
        let short = Transfer { remittance: None, amount: None, ..transfer() };
        assert!(short.code().unwrap().ends_with("\nDE89370400440532013000"));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let check = |transfer: Transfer, why| assert_eq!(transfer.code(), Err(why));
        for minor in [0, -1, MOST + 1] {
            check(Transfer { amount: euros(minor), ..transfer() }, InvalidCode::Amount);
        }
        let crowns = Some(Money { minor: 1, currency: Currency::Czk });
        check(Transfer { amount: crowns, ..transfer() }, InvalidCode::Currency);
        check(Transfer { name: "\n".to_owned(), ..transfer() }, InvalidCode::NameMissing);
        for purpose in ["WATER", "wter", "W1"] {
            let purpose = Some(purpose.to_owned());
            check(Transfer { purpose, ..transfer() }, InvalidCode::Identifier);
        }
    }

    #[test]
    fn letters_of_many_bytes_cut_the_note_first() {
        let long = Transfer {
            remittance: Some(Remittance::Text("ž".repeat(130))),
            note: Some("ž".repeat(70)),
            ..transfer()
        };
        let code = long.code().unwrap();
        assert!(code.len() <= LIMIT);
        assert!(code.contains(&"ž".repeat(120)));
    }

    proptest! {
        #[test]
        fn every_transfer_reads_back(
            minor in 1..=MOST,
            name in "\\PC{0,90}",
            text in "\\PC{0,160}",
            note in "\\PC{0,90}",
        ) {
            let name = format!("A{name}");
            let transfer = Transfer {
                amount: euros(minor),
                remittance: Some(Remittance::Text(text)),
                note: Some(note),
                name,
                ..transfer()
            };
            let code = transfer.code().unwrap();
            prop_assert!(code.len() <= LIMIT);
            prop_assert!(!code.ends_with('\n'));
            let lines: Vec<_> = code.split('\n').collect();
            prop_assert_eq!(&lines[..5], ["BCD", "002", "1", "SCT", ""]);
            prop_assert!(lines.len() <= 12);
            prop_assert!((1..=70).contains(&lines[5].chars().count()));
            prop_assert_eq!(lines[6], "DE89370400440532013000");
            let amount = lines[7].strip_prefix("EUR").unwrap();
            prop_assert!(amount.len() <= 12);
            prop_assert_eq!(amount.replace('.', "").parse::<i64>(), Ok(minor));
            prop_assert!(lines.get(10).is_none_or(|text| text.chars().count() <= 140));
            prop_assert!(lines.get(11).is_none_or(|note| note.chars().count() <= 70));
        }
    }
}
