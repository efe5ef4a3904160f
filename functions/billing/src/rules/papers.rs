//! Files in the documents bucket, and the papers of a supply point.

use portal_contracts::paper::{Document, File};

use super::{each, holds, term, text, unique};
use crate::read::Refusal;

/// Below which billing puts its files.
const BILLINGS: &str = "billing/";

/// The longest key, in characters.
const LONGEST_KEY: usize = 256;

pub(super) fn documents(told: &[Document]) -> Result<(), Refusal> {
    unique("body.documents", told.iter().map(|of| &of.id))?;
    each(told, "body.documents", document)
}

fn document(at: &str, of: &Document) -> Result<(), Refusal> {
    text(&format!("{at}.number"), &of.number)?;
    term(at, of.valid_from, of.valid_to)?;
    file(&format!("{at}.file"), &of.file)
}

pub(super) fn file(at: &str, file: &File) -> Result<(), Refusal> {
    let says = "below billing/, of letters, digits and -_./, without ..";
    holds(is_billings(&file.key), &format!("{at}.key"), says)?;
    holds(file.size > 0, at, "size is above zero")
}

fn is_billings(key: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_./".contains(&b);
    let below = key.strip_prefix(BILLINGS).is_some_and(|rest| !rest.is_empty());
    below && key.len() <= LONGEST_KEY && key.bytes().all(plain) && !key.contains("..")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::broken;

    #[test]
    fn a_paper_has_a_number_a_term_and_a_file() {
        let check = |member: &str, value, says: &str| {
            let pointer = format!("/body/documents/0/{member}");
            broken("documents", &pointer, value, &format!("body.documents[0]{says}"));
        };
        check("number", json!(""), ".number: 1 to 200 characters");
        check("valid_to", json!("2019-05-31"), ": valid_to is before valid_from");
        let key = ".file.key: below billing/, of letters, digits and -_./, without ..";
        check("file/key", json!("billing/contracts/../../made/1.pdf"), key);
        let twice = "body.documents: DOC-78 stands twice";
        broken("documents", "/body/documents/0/id", json!("DOC-78"), twice);
    }
}
