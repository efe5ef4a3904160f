//! Lists of changes: a customer's by time, the office's by work.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use aws_sdk_dynamodb::{operation::query::builders::QueryFluentBuilder, types::Select};
use jiff::Timestamp;
use portal_changes::{Change, State, change::sortable};
use portal_contracts::change::ChangeKind;
use portal_domain::{CustomerId, SupplyPointId};
use portal_lambda::{Error, cursor, dynamo::text, outbox::Item};
use serde::Deserialize;

use super::Changes;

/// How many changes a page has at most.
const PAGE: usize = 50;

/// How many queries a page may cost when a filter leaves little of each.
const QUERIES: usize = 4;

/// Counting stops here: whoever has more work than this needs no exact number.
const COUNTED: usize = 1000;

const HISTORY_CURSOR: [&str; 2] = ["sk", "history_key"];
const AGE_CURSOR: [&str; 3] = ["pk", "sk", "since"];
const RISK_CURSOR: [&str; 3] = ["pk", "sk", "risk_key"];

/// Part of a list.
#[derive(Debug)]
pub(crate) struct Page {
    pub changes: Vec<Change>,
    /// Where it goes on, if it does.
    pub next: Option<String>,
}

/// Which of a customer's changes.
#[derive(Debug, Default)]
pub(crate) struct Within<'a> {
    pub subject: Option<&'a str>,
    pub supply_point: Option<&'a SupplyPointId>,
}

/// Which work.
#[derive(Debug)]
pub(crate) struct Work {
    pub state: State,
    pub kind: Option<ChangeKind>,
    pub sort: Sort,
    /// Only what is in its state since before then.
    pub before: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// What waits longest first; of what is closed, what closed last first.
    Age,
    /// Riskiest first; of what is to be decided only.
    Risk,
}

/// How many changes there are, by kind.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub kinds: BTreeMap<ChangeKind, usize>,
    /// There are more: counting stopped after the first 1000.
    pub more: bool,
}

/// What counting reads of a change.
#[derive(Deserialize)]
struct Line {
    kind: ChangeKind,
    since: Timestamp,
}

impl Changes {
    /// The customer's changes, newest first, strongly consistent: they see at
    /// once what they have just sent.
    pub(crate) async fn of_customer(
        &self,
        customer: &CustomerId,
        within: Within<'_>,
        after: Option<&str>,
    ) -> Result<Page, Error> {
        let start = after.map(|after| cursor::read(after, &HISTORY_CURSOR)).transpose()?;
        let start = start.map(|mut key| {
            key.insert("pk".to_owned(), text(customer));
            key
        });
        let mut query = self
            .client
            .query()
            .table_name(&self.table)
            .index_name("history")
            .key_condition_expression("pk = :customer")
            .expression_attribute_values(":customer", text(customer))
            .scan_index_forward(false)
            .consistent_read(true);
        let mut filters = Vec::new();
        if let Some(subject) = within.subject {
            filters.push("#subject = :subject");
            query = query
                .expression_attribute_names("#subject", "subject")
                .expression_attribute_values(":subject", text(subject));
        }
        if let Some(point) = within.supply_point {
            filters.push("#supply_point = :supply_point");
            query = query
                .expression_attribute_names("#supply_point", "supply_point")
                .expression_attribute_values(":supply_point", text(point));
        }
        if !filters.is_empty() {
            query = query.filter_expression(filters.join(" AND "));
        }
        page(query, start, &HISTORY_CURSOR, after).await
    }

    /// One page of the work list.
    pub(crate) async fn work(&self, work: &Work, after: Option<&str>) -> Result<Page, Error> {
        let (index, names) = match work.sort {
            Sort::Age => ("work", &AGE_CURSOR),
            Sort::Risk => ("risk", &RISK_CURSOR),
        };
        let start = after.map(|after| cursor::read(after, names)).transpose()?;
        let start = start.map(|mut key| {
            key.insert("work".to_owned(), text(work.state.as_str()));
            key
        });
        let newest_first = work.sort == Sort::Age && work.state.is_final();
        let mut query = self.in_state(index, work.state, work.before);
        query = query.scan_index_forward(!newest_first);
        if let Some(kind) = work.kind {
            query = query
                .filter_expression("#kind = :kind")
                .expression_attribute_names("#kind", "kind")
                .expression_attribute_values(":kind", text(kind.as_str()));
        }
        page(query, start, names, after).await
    }

    /// Counts what is in `state`, of what `counts` holds. It reads the first
    /// 1000 and no more.
    pub(crate) async fn count(
        &self,
        state: State,
        before: Option<Timestamp>,
        counts: impl Fn(ChangeKind, Timestamp) -> bool,
    ) -> Result<Counted> {
        let mut counted = Counted::default();
        let (mut read, mut start) = (0, None);
        while read < COUNTED {
            let query = self
                .in_state("work", state, before)
                .select(Select::SpecificAttributes)
                .projection_expression("#kind, #since")
                .expression_attribute_names("#kind", "kind")
                .expression_attribute_names("#since", "since")
                .limit(i32::try_from(COUNTED - read).unwrap_or(i32::MAX))
                .set_exclusive_start_key(start);
            let answer = query.send().await.context("counting changes")?;
            let items = answer.items.unwrap_or_default();
            read += items.len();
            for item in items {
                let line: Line = serde_dynamo::from_item(item).context("reading a change")?;
                if counts(line.kind, line.since) {
                    *counted.kinds.entry(line.kind).or_default() += 1;
                }
            }
            start = answer.last_evaluated_key;
            if start.is_none() {
                return Ok(counted);
            }
        }
        counted.more = true;
        Ok(counted)
    }

    fn in_state(&self, index: &str, state: State, before: Option<Timestamp>) -> QueryFluentBuilder {
        let query = self
            .client
            .query()
            .table_name(&self.table)
            .index_name(index)
            .expression_attribute_names("#work", "work")
            .expression_attribute_values(":state", text(state.as_str()));
        match before {
            Some(before) => query
                .key_condition_expression("#work = :state AND #since < :before")
                .expression_attribute_names("#since", "since")
                .expression_attribute_values(":before", text(sortable(before))),
            None => query.key_condition_expression("#work = :state"),
        }
    }
}

/// Reads a page. A filter is applied after the limit, so a page may need more
/// than one query; it may stay short, and then has a cursor.
async fn page(
    query: QueryFluentBuilder,
    start: Option<Item>,
    names: &[&str],
    cursor: Option<&str>,
) -> Result<Page, Error> {
    let mut changes = Vec::new();
    let mut start = start;
    for _ in 0..QUERIES {
        let limit = i32::try_from(PAGE - changes.len()).unwrap_or(i32::MAX);
        let query = query.clone().limit(limit).set_exclusive_start_key(start.take());
        let answer = query.send().await;
        let answer = answer.map_err(|error| cursor::failed(error, cursor, "listing changes"))?;
        for item in answer.items.unwrap_or_default() {
            changes.push(Change::from_item(item)?);
        }
        start = answer.last_evaluated_key;
        if start.is_none() || changes.len() >= PAGE {
            break;
        }
    }
    Ok(Page { changes, next: cursor::after(start.as_ref(), names) })
}
