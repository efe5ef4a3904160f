//! Approving and rejecting, one change or many.

use std::collections::BTreeSet;

use axum::extract::State;
use futures_util::{StreamExt, TryStreamExt, stream};
use portal_changes::{Change, State as ChangeState};
use portal_domain::{ChangeId, CustomerId};
use portal_lambda::{Error, Json, Operator, Problem, permission::ChangesDecide};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::App;
use crate::{
    decision::{Decided, Decision, Refusal, Word, decide as decided},
    store::Stepped,
};

/// So many changes are decided at once at most.
const MOST: usize = 100;

/// So many are written at the same time.
const AT_ONCE: usize = 8;

const REASON_CHARACTERS: usize = 500;

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Decision)]
pub(super) struct DecisionBody {
    decision: WordBody,
    /// Why, for the customer to read; a rejection needs it.
    reason: Option<String>,
    /// 1 to 100 different ones.
    changes: Vec<SeenBody>,
}

#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DecisionWord)]
enum WordBody {
    Approve,
    Reject,
}

/// A change, as the operator saw it.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DecisionOn)]
struct SeenBody {
    customer: CustomerId,
    id: ChangeId,
    version: u64,
}

#[derive(Serialize, ToSchema)]
#[schema(as = Decisions)]
pub(super) struct ResultsBody {
    /// In the order asked.
    results: Vec<ResultBody>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = DecisionResult)]
struct ResultBody {
    customer: CustomerId,
    id: ChangeId,
    result: Outcome,
    /// Where the change stands now, if it's there.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<ChangeState>,
}

#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DecisionOutcome)]
enum Outcome {
    Decided,
    /// The yes is kept; another operator has to agree.
    AwaitingSecond,
    /// Somebody was first.
    AlreadyDecided,
    /// It isn't any more what the operator saw.
    Changed,
    NotFound,
    /// Nobody decides what they proposed.
    OwnChange,
}

impl DecisionBody {
    /// The reason, if the decision makes sense.
    fn reason(&self) -> Result<Option<String>, Error> {
        let distinct: BTreeSet<_> =
            self.changes.iter().map(|seen| (&seen.customer, &seen.id)).collect();
        if self.changes.is_empty() {
            return Err(Error::refused("no_changes", "changes"));
        }
        if self.changes.len() > MOST {
            return Err(Error::refused("too_many_changes", "changes"));
        }
        if distinct.len() < self.changes.len() {
            return Err(Error::refused("change_named_twice", "changes"));
        }
        let reason = self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        match (self.decision, reason) {
            (WordBody::Reject, None) => Err(Error::refused("reason_missing", "reason")),
            (_, Some(reason)) if reason.chars().count() > REASON_CHARACTERS => {
                Err(Error::refused("reason_too_long", "reason"))
            }
            (_, reason) => Ok(reason.map(str::to_owned)),
        }
    }
}

/// Approves or rejects changes. Each is decided by itself, and answered by
/// itself: one that can't be decided holds up no other.
#[utoipa::path(
    post, path = "/api/changes/office/decisions", tag = "changes",
    operation_id = "changes_decide", request_body = DecisionBody,
    security(("session" = [])),
    responses(
        (status = 200, body = ResultsBody),
        (status = 400, description = "the body can't be read", body = Problem),
        (status = 401, body = Problem),
        (status = 403, description = "an operator without `changes_decide`", body = Problem),
        (status = 404, description = "no operator", body = Problem),
        (status = 422, description = "`reason_missing`, `no_changes`...", body = Problem),
    ),
)]
pub(super) async fn decide(
    operator: Operator<ChangesDecide>,
    State(app): State<App>,
    Json(body): Json<DecisionBody>,
) -> Result<Json<ResultsBody>, Error> {
    let decision = Decision {
        reason: body.reason()?,
        step: match body.decision {
            WordBody::Approve => Word::Approve,
            WordBody::Reject => Word::Reject,
        },
        operator: operator.session.user,
        at: app.clock.now(),
    };
    let ids = body.changes.iter().map(|seen| (&seen.customer, &seen.id));
    let mut found = app.changes.find_many(ids).await?;
    let each = body.changes.into_iter().map(|seen| {
        let change = found.remove(&(seen.customer.clone(), seen.id.clone()));
        decide_one(&app, &decision, seen, change)
    });
    let results = stream::iter(each.collect::<Vec<_>>()).buffered(AT_ONCE).try_collect().await?;
    Ok(Json(ResultsBody { results }))
}

async fn decide_one(
    app: &App,
    decision: &Decision,
    seen: SeenBody,
    change: Option<Change>,
) -> Result<ResultBody, Error> {
    let SeenBody { customer, id, version } = seen;
    let answer = |result, state| ResultBody { customer, id, result, state };
    let Some(before) = change else { return Ok(answer(Outcome::NotFound, None)) };
    let four_eyes = app.utility.rule(before.kind().as_str()).four_eyes;
    let (after, result) = match decided(&before, version, decision, four_eyes) {
        Ok(Decided::Yes(after)) => (after, Outcome::Decided),
        Ok(Decided::AwaitsSecond(after)) => (after, Outcome::AwaitingSecond),
        Ok(Decided::StillAwaitsSecond) => {
            return Ok(answer(Outcome::AwaitingSecond, Some(before.state)));
        }
        Err(refusal) => return Ok(answer(refusal.into(), Some(before.state))),
    };
    match app.changes.step(&before, &after, Some(&decision.operator)).await? {
        Stepped::Yes => Ok(answer(result, Some(after.state))),
        Stepped::Meanwhile(now) if now.state != before.state => {
            Ok(answer(Outcome::AlreadyDecided, Some(now.state)))
        }
        Stepped::Meanwhile(now) => Ok(answer(Outcome::Changed, Some(now.state))),
    }
}

impl From<Refusal> for Outcome {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::AlreadyDecided(_) => Self::AlreadyDecided,
            Refusal::Changed => Self::Changed,
            Refusal::OwnChange => Self::OwnChange,
        }
    }
}
