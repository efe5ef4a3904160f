//! From the proposal to the mail, everything through the faults.

use std::time::{Duration, Instant};

use crate::{
    HANDOVER, MAILER,
    asking::{Repeats, approve, contacts_and_addresses, propose, readings},
    faults::data_and_queues,
    kills::{Killer, soon_visible_again},
    outside::effects,
    portal::PATIENCE,
    routed::through_faults,
    tally::{Effects, Mails, not_yet, notices},
};

/// Everybody who stands between a person's wish and billing's answer.
const ON_THE_WAY: [(&str, Option<&str>); 6] = [
    ("readings", None),
    ("account", None),
    ("changes", None),
    ("changes-handover", None),
    ("billing", None),
    ("mailer", None),
];

/// How often each is killed at most. The intake less often: what it held waits
/// until the queue shows it again, and goes to the dead letters the sixth time.
/// The mailer not at all: a notice that it dies over may be repeated, see
/// `mails`.
const VICTIMS: [(&str, usize); 5] =
    [("changes-handover", 12), ("billing", 3), ("changes", 4), ("readings", 3), ("account", 3)];

#[tokio::test]
async fn what_is_approved_is_applied_and_told_once() {
    let _ours = (HANDOVER.lock().await, MAILER.lock().await);
    let (before, readings) = (effects(), readings(24).await);
    soon_visible_again(through_faults(data_and_queues(), &ON_THE_WAY, async |proxy| {
        let begun = Instant::now();
        let repeats = Repeats::default();
        let mut wishes = readings;
        wishes.extend(contacts_and_addresses(proxy.seed));
        let killer = Killer::of(&VICTIMS, proxy.seed);
        let asked = propose(wishes, &repeats, proxy.seed).await;
        assert!(asked.len() >= 24, "only {} changes could be proposed", asked.len());
        approve(&asked, &repeats).await;
        // Half of the work is done before the killing ends.
        not_yet(&asked[..asked.len() / 2], &["applied", "refused"], Duration::from_secs(20)).await;
        let kills = killer.stop().await;

        let open = not_yet(&asked, &["applied"], PATIENCE).await;
        let told = notices(&asked, PATIENCE).await;
        let fired = proxy.fired().await;
        let done = Effects::of(&asked, &before);
        println!(
            "changes: N {}, seed {}, {fired}, {} kills {kills:?}, {} requests repeated; \
             effects: lost {}, doubled {}, phantom {}; notices: N {}, lost {}, doubled {}; {:.0} s",
            asked.len(),
            proxy.seed,
            kills.values().sum::<usize>(),
            repeats.count(),
            done.lost,
            done.doubled,
            done.phantom,
            2 * asked.len(),
            told.lost,
            told.doubled,
            begun.elapsed().as_secs_f64(),
        );
        assert_eq!(open, [], "not applied");
        assert_eq!(done, Effects::default());
        assert_eq!(told, Mails::default());
        assert!(fired.each(), "a kind of fault is missing: {fired}");
    }))
    .await;
}
