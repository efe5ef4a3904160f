//! Passwords of people who don't exist.

use super::dice::Dice;

/// A passphrase for `role`, the same for the same seed. It protects nothing but
/// made-up data.
pub fn password(seed: u64, role: &str) -> String {
    let mut dice = Dice::of(seed, &format!("password/{role}"));
    let mut word = || {
        dice.pick([
            "amber", "basket", "candle", "dolphin", "ember", "feather", "garden", "hammock",
            "island", "jigsaw", "kettle", "lantern", "meadow", "nutmeg", "orchard", "pebble",
            "quartz", "raven", "saddle", "timber", "umbrella", "velvet", "willow", "yonder",
        ])
    };
    let words = [word(), word(), word(), word()];
    format!("{}-{}", words.join("-"), dice.between(10, 99))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_stays() {
        for seed in 0..50 {
            assert!(password(seed, "operator").len() >= 15);
        }
        assert_eq!(password(1, "operator"), password(1, "operator"));
        assert_ne!(password(1, "operator"), password(1, "administrator"));
    }
}
