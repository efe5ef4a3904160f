//! Numbers that look random and are the same for the same seed.

/// A generator of its own for each thing, so that what one customer is doesn't
/// depend on how many others there are (`SplitMix64`).
pub(crate) struct Dice(u64);

impl Dice {
    /// The generator of `thing` in the utility number `seed`.
    pub(crate) fn of(seed: u64, thing: &str) -> Self {
        // FNV-1a spreads the name, the first step of the generator the seed.
        let name = thing.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(Self(seed).next() ^ name)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number, both ends included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low) + 1;
        low.saturating_add_unsigned(self.next() % span)
    }

    pub(crate) fn chance(&mut self, percent: i64) -> bool {
        self.between(1, 100) <= percent
    }

    pub(crate) fn pick<T: Copy, const N: usize>(&mut self, from: [T; N]) -> T {
        const { assert!(N > 0) };
        from[(self.next() % N as u64) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_thing_give_the_same_numbers() {
        let roll = |seed, thing| {
            let mut dice = Dice::of(seed, thing);
            [0; 8].map(|_: i32| dice.between(0, 1000))
        };
        assert_eq!(roll(1, "a"), roll(1, "a"));
        assert_ne!(roll(1, "a"), roll(2, "a"));
        assert_ne!(roll(1, "a"), roll(1, "b"));
    }

    #[test]
    fn numbers_stay_within_their_ends() {
        let mut dice = Dice::of(7, "ends");
        let rolls: Vec<_> = (0..1000).map(|_| dice.between(-2, 2)).collect();
        for wanted in -2..=2 {
            assert!(rolls.contains(&wanted));
        }
        assert!(rolls.iter().all(|roll| (-2..=2).contains(roll)));
    }
}
