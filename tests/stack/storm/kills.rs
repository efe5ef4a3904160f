//! Killing processes of functions, again and again, until told to stop.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tokio::task::JoinHandle;

use crate::outside::kill;

/// Somebody who kills.
pub struct Killer {
    going: Arc<AtomicBool>,
    task: JoinHandle<BTreeMap<&'static str, usize>>,
}

impl Killer {
    /// Kills the functions in turn, each `most` times at most. The pauses are
    /// of different lengths, so that kills meet every stage of the work.
    pub fn of(victims: &'static [(&'static str, usize)], mut dice: u64) -> Self {
        let going = Arc::new(AtomicBool::new(true));
        let still = going.clone();
        let task = tokio::spawn(async move {
            let mut kills = BTreeMap::new();
            while still.load(Ordering::Relaxed) {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                tokio::time::sleep(Duration::from_millis(60 + (dice >> 33) % 400)).await;
                let (victim, most) = victims[(dice >> 20) as usize % victims.len()];
                let count = kills.entry(victim).or_default();
                if *count < most {
                    *count += kill(victim);
                }
            }
            kills
        });
        Self { going, task }
    }

    /// Stops, and says how many processes of each function were killed.
    pub async fn stop(self) -> BTreeMap<&'static str, usize> {
        self.going.store(false, Ordering::Relaxed);
        let kills = self.task.await.unwrap();
        assert!(kills.values().sum::<usize>() > 0, "nothing was killed: the test shows nothing");
        kills
    }
}
