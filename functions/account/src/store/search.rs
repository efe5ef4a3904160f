//! Looking customers up by parts of words.

use std::collections::{BTreeSet, HashMap, HashSet};

use anyhow::{Context, Result};
use futures_util::future::try_join_all;
use portal_domain::CustomerId;
use portal_lambda::{Error, cursor, dynamo::text};

use super::{
    Customers, Item, key, read, sort_key,
    words::{Matched, WordsItem},
    words_key,
};
use crate::find::{head, is_long};

/// Entries that are looked up for one part.
const ENTRIES: usize = 1000;

/// Customers whose words are read at once, and how often on one page.
const CHECKED_AT_ONCE: usize = 50;
const CHECKS: usize = 5;

/// Customers on a page.
const HITS: usize = 20;

/// Some of the customers that a question finds.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) hits: Vec<Hit>,
    /// Where to look on. There may be more even after an empty page.
    pub(crate) next: Option<String>,
}

/// A customer, and what of them matched.
#[derive(Debug)]
pub(crate) struct Hit {
    pub(crate) customer: CustomerId,
    pub(crate) name: String,
    pub(crate) matched: Matched,
}

/// The customers under one part, in the order of the endings.
struct Entries<'a> {
    part: &'a str,
    entries: Vec<(String, CustomerId)>,
    /// There are more behind them.
    more: bool,
}

impl Customers {
    /// The customers who have all of `parts`, of which one at least is long.
    ///
    /// A query for each long part, all at once; the shortest list leads, and
    /// what it names is checked against the customers' words. The next page
    /// follows the part that led.
    pub(crate) async fn search(
        &self,
        parts: &[String],
        after: Option<&str>,
    ) -> Result<Found, Error> {
        let long = parts.iter().map(String::as_str).filter(|part| is_long(part));
        let mut lists = match after {
            None => try_join_all(long.map(|part| self.entries(part, None))).await?,
            Some(cursor) => {
                let mut start = cursor::read(cursor, &["part", "sk"])?;
                let asked = start.remove("part");
                let asked = asked.as_ref().and_then(|part| part.as_s().ok());
                let leads = |part: &&str| Some(*part) == asked.map(String::as_str);
                let part = { long }.find(leads).filter(|part| sort_key(&start).starts_with(part));
                let part = part.ok_or(Error::Malformed("malformed_cursor"))?;
                vec![self.entries(part, Some(sort_key(&start))).await?]
            }
        };
        lists.sort_by_key(|list| (list.more, list.rank()));
        let mut lists = lists.into_iter();
        let Some(leading) = lists.next() else { return Ok(Found::default()) };
        let others = lists.filter(|list| !list.more);
        let others: Vec<HashSet<CustomerId>> = others.map(Entries::customers).collect();
        Ok(self.check(parts, leading, &others).await?)
    }

    /// The customers of `leading` who have all of `parts`, up to a page. Who is
    /// in the list of another part is known where that list is whole.
    async fn check(
        &self,
        parts: &[String],
        leading: Entries<'_>,
        others: &[HashSet<CustomerId>],
    ) -> Result<Found> {
        let possible =
            |(_, id): &&(String, CustomerId)| others.iter().all(|list| list.contains(id));
        let candidates: Vec<_> = leading.entries.iter().filter(possible).collect();
        let (mut hits, mut done, mut firsts) = (Vec::new(), 0, HashMap::new());
        for some in candidates.chunks(CHECKED_AT_ONCE).take(CHECKS) {
            let words = self.words(some.iter().map(|(_, id)| id)).await?;
            for (ending, id) in some {
                done += 1;
                let Some(words) = words.get(id) else { continue };
                // A customer stands under every ending; the first one counts.
                let first = firsts.entry(id).or_insert_with(|| words.first_ending(leading.part));
                if first.as_ref() != Some(ending) {
                    continue;
                }
                if let Some(matched) = words.matched(id, parts) {
                    hits.push(Hit { customer: id.clone(), name: words.name.clone(), matched });
                }
                if hits.len() == HITS {
                    break;
                }
            }
            if hits.len() == HITS {
                break;
            }
        }
        let last = match candidates.get(done) {
            Some(_) => candidates[..done].last().copied(),
            None => leading.entries.last().filter(|_| leading.more),
        };
        let next = last.and_then(|(ending, id)| {
            let place = [("part", leading.part.to_owned()), ("sk", format!("{ending}#{id}"))];
            let place: Item = place.map(|(name, value)| (name.to_owned(), text(value))).into();
            cursor::after(Some(&place), &["part", "sk"])
        });
        Ok(Found { hits, next })
    }

    /// The entries of one part: one query, of keys only.
    async fn entries<'a>(&self, part: &'a str, after: Option<&str>) -> Result<Entries<'a>, Error> {
        let partition = format!("find#{}", head(part));
        let request = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression("pk = :head AND begins_with(sk, :part)")
            .expression_attribute_values(":head", text(&partition))
            .expression_attribute_values(":part", text(part))
            .limit(i32::try_from(ENTRIES).unwrap_or(i32::MAX))
            .set_exclusive_start_key(after.map(|sk| key(&partition, sk)));
        let doing = "looking up a part of a word";
        let answer = request.send().await;
        let answer = answer.map_err(|error| cursor::failed(error, after, doing))?;
        let more = answer.last_evaluated_key.is_some();
        let items = answer.items.unwrap_or_default();
        let entries = items.iter().map(|item| {
            let (ending, id) = sort_key(item).rsplit_once('#').context("an entry of nobody")?;
            Ok((ending.to_owned(), id.parse().context("reading an entry's customer")?))
        });
        let entries: Result<Vec<_>> = entries.collect();
        Ok(Entries { part, entries: entries?, more })
    }

    async fn words(
        &self,
        ids: impl Iterator<Item = &CustomerId>,
    ) -> Result<HashMap<CustomerId, WordsItem>> {
        let ids: BTreeSet<&CustomerId> = ids.collect();
        let keys = ids.into_iter().map(words_key).collect();
        let items = self.batch(keys).await.context("checking what was found")?;
        let words = items.into_iter().map(|item| {
            let id = item.get("pk").and_then(|pk| pk.as_s().ok()).context("words of nobody")?;
            Ok((id.parse().context("reading whose words they are")?, read(item)?))
        });
        words.collect()
    }
}

impl Entries<'_> {
    /// Whole lists by their length; of lists that go on, the longest part has
    /// most likely the fewest.
    fn rank(&self) -> usize {
        if self.more { usize::MAX - self.part.len() } else { self.entries.len() }
    }

    fn customers(self) -> HashSet<CustomerId> {
        self.entries.into_iter().map(|(_, id)| id).collect()
    }
}
