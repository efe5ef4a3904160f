//! Which passwords are good enough, and how they are kept.
//!
//! Length counts, not composition (NIST 800-63B-4): 15 characters alone, 8
//! beside a second factor; common and breached ones are refused, and those
//! that a stranger would try first for this very person. A password is
//! compared byte for byte after Unicode normalisation (NFC), so that the same
//! keys give the same password on every system.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use unicode_normalization::UnicodeNormalization;

use crate::secret::Secret;

/// Characters of a password that stands alone.
pub(crate) const SHORTEST_ALONE: usize = 15;
/// Characters of a password beside a second factor.
pub(crate) const SHORTEST_WITH_SECOND_FACTOR: usize = 8;
/// What is longer is refused before it is hashed.
pub(crate) const LONGEST_BYTES: usize = 1024;

/// OWASP's parameters: 19 MiB, two passes, one lane. A Lambda function handles
/// one request at a time, so that one hash runs at a time in each process.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Leaked and common passwords, sorted by bytes, one a line (`NOTICE` says
/// where from): those of eight characters, and words of six, since what is
/// typed is also looked up without its digits at the end.
const COMMON: &str = include_str!("common-passwords.txt");

/// What is verified when there is no account, so that it takes as long.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password as it was typed, normalised. Not printed by accident.
pub(crate) struct Password(String);

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    TooShort,
    TooLong,
    /// On the list, or one unit repeated.
    Common,
    /// The utility's name, the person's address or number.
    Personal,
}

impl Password {
    /// Reads what was typed; `None` when it is too long to be looked at.
    pub(crate) fn typed(secret: &Secret) -> Option<Self> {
        let short = secret.reveal().len() <= LONGEST_BYTES;
        short.then(|| Self(secret.reveal().nfc().collect()))
    }

    fn characters(&self) -> usize {
        self.0.chars().count()
    }
}

/// A new password as it was typed, if it is good whoever chose it.
pub(crate) fn acceptable(secret: &Secret, second_factor: bool) -> Result<Password, Weakness> {
    let password = Password::typed(secret).ok_or(Weakness::TooLong)?;
    let shortest = if second_factor { SHORTEST_WITH_SECOND_FACTOR } else { SHORTEST_ALONE };
    if password.characters() < shortest {
        Err(Weakness::TooShort)
    } else if is_common(&password.0) {
        Err(Weakness::Common)
    } else {
        Ok(password)
    }
}

/// Refuses a password that is little more than one of `known`: what a stranger
/// would try first (the utility's name, the local part of the address, the
/// customer's number).
pub(crate) fn not_personal(password: &Password, known: &[&str]) -> Result<(), Weakness> {
    let folded = fold(&password.0);
    let guessable =
        known.iter().map(|word| fold(word)).filter(|word| word.len() >= 4).any(|word| {
            // What is left beside the word has to be worth something by itself.
            folded.contains(&word) && folded.replace(&word, "").chars().count() < 8
        });
    if guessable { Err(Weakness::Personal) } else { Ok(()) }
}

/// The words of a person that [`not_personal`] is asked about.
pub(crate) fn words_about<'a>(
    utility: &'a str,
    email: &'a str,
    customer: Option<&'a str>,
) -> Vec<&'a str> {
    let local = email.split('@').next().unwrap_or(email);
    [utility, local, "meterside"].into_iter().chain(customer).collect()
}

/// What is kept of `password`: a PHC string with its own salt.
pub(crate) fn hash(password: &Password) -> anyhow::Result<String> {
    let hash = argon2()?.hash_password(password.0.as_bytes());
    Ok(hash.map_err(|error| anyhow::anyhow!("hashing a password: {error}"))?.to_string())
}

/// Whether `password` is the one that `hash` was made of. Takes as long when
/// there is none.
pub(crate) fn verify(password: &Password, hash: Option<&str>) -> bool {
    let known = hash.is_some();
    let Ok(hash) = PasswordHash::new(hash.unwrap_or(NOBODYS)) else { return false };
    let Ok(argon2) = argon2() else { return false };
    argon2.verify_password(password.0.as_bytes(), &hash).is_ok() && known
}

/// A slow hash of a short `secret` under `salt`: codes have too little
/// randomness for a quick one.
pub(crate) fn slow_hash(secret: &str, salt: &[u8]) -> anyhow::Result<[u8; 32]> {
    let mut out = [0; 32];
    argon2()?
        .hash_password_into(secret.as_bytes(), salt, &mut out)
        .map_err(|error| anyhow::anyhow!("hashing a code: {error}"))?;
    Ok(out)
}

fn argon2() -> anyhow::Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None)
        .map_err(|error| anyhow::anyhow!("the parameters of Argon2: {error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// On the list, whatever its case; or one to four characters over and over; or
/// a walk along the digits or letters.
fn is_common(password: &str) -> bool {
    let folded = password.to_lowercase();
    let trimmed = folded.trim_end_matches(|c: char| c.is_ascii_digit() || "!.?*-_ ".contains(c));
    on_the_list(&folded) || on_the_list(trimmed) || repeats(&folded) || walks(&folded)
}

fn on_the_list(word: &str) -> bool {
    let mut rest = COMMON;
    while !rest.is_empty() {
        let middle = rest[..rest.len() / 2].rfind('\n').map_or(0, |at| at + 1);
        let line = rest[middle..].split('\n').next().unwrap_or_default();
        match line.cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Greater => rest = &rest[..middle],
            std::cmp::Ordering::Less => rest = rest.get(middle + line.len() + 1..).unwrap_or(""),
        }
    }
    false
}

fn repeats(word: &str) -> bool {
    let all: Vec<char> = word.chars().collect();
    (1..=8).any(|unit| {
        // A unit of up to eight characters is a password of up to eight.
        all.len() > unit && all.iter().enumerate().all(|(i, c)| *c == all[i % unit])
    })
}

fn walks(word: &str) -> bool {
    let all: Vec<u32> = word.chars().map(u32::from).collect();
    let step = |by: i64| {
        let next = |from: u32, to: u32| {
            let plain = i64::from(from) + by == i64::from(to);
            let around = matches!(
                (char::from_u32(from), char::from_u32(to)),
                (Some('9'), Some('0')) | (Some('0'), Some('9' | '1')) | (Some('z'), Some('a'))
            );
            plain || around
        };
        all.len() > 2 && all.windows(2).all(|pair| next(pair[0], pair[1]))
    };
    step(1) || step(-1)
}

fn fold(text: &str) -> String {
    text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    #[track_caller]
    fn check(text: &str, second_factor: bool, expected: Option<Weakness>) {
        assert_eq!(acceptable(&secret(text), second_factor).err(), expected, "{text}");
    }

    #[test]
    fn length_is_all_that_is_asked() {
        check("gjhsklqmwzbvnd", false, Some(Weakness::TooShort));
        check("gjhsklqmwzbvndx", false, None);
        check("aaaaaaaaaaaaaaab", false, None);
        check("žluťoučký kůň v mlze", false, None);
        check("🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🦔🐎", false, None);
        check("gjhsklq", true, Some(Weakness::TooShort));
        check("gjhsklqm", true, None);
        check(&"long passphrase ".repeat(16), false, None);
        check(&"x1".repeat(513), false, Some(Weakness::TooLong));
    }

    #[test]
    fn common_ones_are_refused_whatever_their_case() {
        for common in
            ["password1", "Password1", "iloveyou", "qwertyuiop", "1q2w3e4r", "princess2024!"]
        {
            check(common, true, Some(Weakness::Common));
        }
        for common in [
            "passwordpassword",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "123456789012345",
            "abcdefghijklmnopq",
        ] {
            check(common, false, Some(Weakness::Common));
        }
    }

    #[test]
    fn the_list_is_sorted_and_every_line_of_it_is_found() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.len() > 3000);
        assert!(lines.is_sorted());
        assert!(lines.iter().all(|line| on_the_list(line)));
        assert!(!on_the_list("gjhsklqmwzbvnd") && !on_the_list("") && !on_the_list("~~~~~~~~~"));
    }

    #[test]
    fn what_a_stranger_would_try_first_is_refused() {
        let known = words_about("Vodárna Vzorov", "anna.ukazkova@example.com", Some("C-100123"));
        let check = |text: &str, expected: Result<(), Weakness>| {
            let password = Password::typed(&secret(text)).unwrap();
            assert_eq!(not_personal(&password, &known), expected, "{text}");
        };
        check("VodarnaVzorov2026", Err(Weakness::Personal));
        check("anna.ukazkova12345", Err(Weakness::Personal));
        check("moje C-100123 heslo", Ok(()));
        check("C-100123 C-100123", Err(Weakness::Personal));
        check("four plain words together", Ok(()));
    }

    #[test]
    fn only_the_same_password_opens() {
        let typed = |text: &str| Password::typed(&secret(text)).unwrap();
        let kept = hash(&typed("  příliš žluťoučký kůň ")).unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify(&typed("  příliš žluťoučký kůň "), Some(&kept)));
        let decomposed: String = "  příliš žluťoučký kůň ".nfd().collect();
        assert!(verify(&typed(&decomposed), Some(&kept)), "the same keys on another system");
        assert!(!verify(&typed("příliš žluťoučký kůň"), Some(&kept)), "spaces count");
        assert!(!verify(&typed("  příliš žluťoučký kůň \0"), Some(&kept)), "nothing is cut off");
        assert!(!verify(&typed("anything"), None));
    }

    #[test]
    fn nobodys_hash_is_worked_through() {
        assert!(PasswordHash::new(NOBODYS).is_ok());
    }
}
