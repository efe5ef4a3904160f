//! What an operator's word does to a change.
//!
//! Pure: the same arguments give the same answer.

use jiff::Timestamp;
use portal_changes::{Approval, By, Change, Reason, State, Step, next};
use portal_domain::UserId;

/// A yes or a no, by whom and when.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub step: Word,
    pub operator: UserId,
    pub reason: Option<String>,
    pub at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Approve,
    Reject,
}

/// What a decision comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decided {
    /// This is the change now.
    Yes(Change),
    /// This is the change now; another operator has to agree.
    AwaitsSecond(Change),
    /// This operator has agreed before; another one has to.
    StillAwaitsSecond,
}

/// Why a decision does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// Somebody else was first.
    AlreadyDecided(State),
    /// The operator looked at another version.
    Changed,
    /// Nobody decides what they proposed.
    OwnChange,
}

/// Decides `change`, which the operator saw as `version`. `four_eyes`: two
/// operators have to approve; one is enough to reject.
pub(crate) fn decide(
    change: &Change,
    version: u64,
    decision: &Decision,
    four_eyes: bool,
) -> Result<Decided, Refusal> {
    let step = match decision.step {
        Word::Approve => Step::Approve,
        Word::Reject => Step::Reject,
    };
    let state =
        next(change.state, step).map_err(|refused| Refusal::AlreadyDecided(refused.state))?;
    if change.proposer == decision.operator {
        return Err(Refusal::OwnChange);
    }
    let approved_before = change.approvals.iter().any(|yes| yes.who == decision.operator);
    if decision.step == Word::Approve && four_eyes && approved_before {
        return Ok(Decided::StillAwaitsSecond);
    }
    if change.version != version {
        return Err(Refusal::Changed);
    }
    let mut after = change.clone();
    if decision.step == Word::Approve {
        after.approvals.push(Approval { who: decision.operator.clone(), at: decision.at });
        if four_eyes && after.approvals.len() < 2 {
            after.version += 1;
            return Ok(Decided::AwaitsSecond(after));
        }
    }
    let after = after.stepped(state, decision.at, By::Operator, Some(decision.operator.clone()));
    Ok(Decided::Yes(match &decision.reason {
        Some(text) => after.because(Reason { code: None, text: text.clone() }),
        None => after,
    }))
}

/// The change after its person took it back.
pub(crate) fn withdraw(change: &Change, user: &UserId, at: Timestamp) -> Result<Change, Refusal> {
    let state = next(change.state, Step::Withdraw)
        .map_err(|refused| Refusal::AlreadyDecided(refused.state))?;
    Ok(change.clone().stepped(state, at, By::Customer, Some(user.clone())))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use portal_changes::Proposal;
    use portal_contracts::change::{ChangeBody, Contact, ContactChange};
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn at(minute: u8) -> Timestamp {
        format!("2026-03-31T12:{minute:02}:00Z").parse().unwrap()
    }

    /// A change that Anna proposed at noon.
    fn proposed() -> Change {
        Change::from(Proposal {
            id: "ch1".parse().unwrap(),
            customer: "C-1".parse().unwrap(),
            proposer: "anna".parse().unwrap(),
            body: ChangeBody::Contact(ContactChange {
                before: Contact::default(),
                after: Contact::default(),
            }),
            subject: "contact".to_owned(),
            findings: Vec::new(),
            evidence: None,
            risk: 0,
            approved: false,
            now: at(0),
        })
    }

    fn word(step: Word, operator: &str) -> Decision {
        let reason = (step == Word::Reject).then(|| "Unreadable".to_owned());
        Decision { step, operator: operator.parse().unwrap(), reason, at: at(5) }
    }

    #[track_caller]
    fn yes(decided: Result<Decided, Refusal>) -> Change {
        match decided {
            Ok(Decided::Yes(change)) => change,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_operator_approves_or_rejects() {
        let change = yes(decide(&proposed(), 1, &word(Word::Approve, "olga"), false));
        assert_eq!((change.state, change.version), (State::Approved, 2));
        assert_eq!(change.since, at(5));

        let change = yes(decide(&proposed(), 1, &word(Word::Reject, "olga"), false));
        let step = change.last_step().unwrap();
        assert_eq!((step.state, step.by), (State::Rejected, By::Operator));
        assert_eq!(step.reason.as_ref().unwrap().text, "Unreadable");
    }

    #[test]
    fn nobody_decides_what_they_proposed() {
        for four_eyes in [false, true] {
            for step in [Word::Approve, Word::Reject] {
                let refused = decide(&proposed(), 1, &word(step, "anna"), four_eyes);
                assert_eq!(refused, Err(Refusal::OwnChange));
            }
        }
    }

    #[test]
    fn an_operator_decides_what_they_saw() {
        let refused = decide(&proposed(), 2, &word(Word::Approve, "olga"), false);
        assert_eq!(refused, Err(Refusal::Changed));
    }

    #[test]
    fn with_four_eyes_the_second_is_another() {
        let first = match decide(&proposed(), 1, &word(Word::Approve, "olga"), true) {
            Ok(Decided::AwaitsSecond(change)) => change,
            other => panic!("{other:?}"),
        };
        assert_eq!((first.state, first.version), (State::Proposed, 2));

        for version in [1, 2] {
            let again = decide(&first, version, &word(Word::Approve, "olga"), true);
            assert_eq!(again, Ok(Decided::StillAwaitsSecond));
        }
        let second = yes(decide(&first, 2, &word(Word::Approve, "otto"), true));
        assert_eq!(second.state, State::Approved);
        assert_eq!(second.approvals.len(), 2);
    }

    #[test]
    fn with_four_eyes_one_is_enough_to_reject_even_who_approved_first() {
        let rejected = yes(decide(&proposed(), 1, &word(Word::Reject, "olga"), true));
        assert_eq!(rejected.state, State::Rejected);

        let Ok(Decided::AwaitsSecond(first)) =
            decide(&proposed(), 1, &word(Word::Approve, "olga"), true)
        else {
            panic!("one pair of eyes was enough");
        };
        let rejected = yes(decide(&first, 2, &word(Word::Reject, "olga"), true));
        assert_eq!(rejected.state, State::Rejected);
    }

    #[test]
    fn what_is_decided_stays_decided() {
        let approved = yes(decide(&proposed(), 1, &word(Word::Approve, "olga"), false));
        for step in [Word::Approve, Word::Reject] {
            let again = decide(&approved, 2, &word(step, "otto"), false);
            assert_eq!(again, Err(Refusal::AlreadyDecided(State::Approved)));
        }
        let late = withdraw(&approved, &"anna".parse().unwrap(), at(6));
        assert_eq!(late, Err(Refusal::AlreadyDecided(State::Approved)));
        let taken_back = withdraw(&proposed(), &"anna".parse().unwrap(), at(6)).unwrap();
        assert_eq!(taken_back.state, State::Withdrawn);
    }

    proptest! {
        /// Whatever anybody says in whatever order, of whichever version.
        #[test]
        fn a_change_is_approved_by_as_many_others_as_the_rule_asks(
            four_eyes: bool,
            words in vec((0..4_usize, any::<bool>(), 1..4_u64), 0..12),
        ) {
            let mut change = proposed();
            for (who, yes, version) in words {
                let who = ["anna", "olga", "otto", "ida"][who];
                let said = word(if yes { Word::Approve } else { Word::Reject }, who);
                let before = change.clone();
                match decide(&before, version, &said, four_eyes) {
                    Ok(Decided::Yes(after) | Decided::AwaitsSecond(after)) => {
                        prop_assert_eq!(before.state, State::Proposed);
                        prop_assert_eq!((before.version, after.version), (version, version + 1));
                        change = after;
                    }
                    Ok(Decided::StillAwaitsSecond) | Err(_) => {}
                }
            }
            let approvers: BTreeSet<_> = change.approvals.iter().map(|yes| &yes.who).collect();
            prop_assert_eq!(approvers.len(), change.approvals.len());
            prop_assert!(!approvers.contains(&change.proposer));
            if change.state == State::Approved {
                prop_assert_eq!(approvers.len(), if four_eyes { 2 } else { 1 });
            }
        }
    }
}
