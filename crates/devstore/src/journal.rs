use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, Utc};
use serde::Serialize;

/// One request that a store has answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct JournalEntry {
    /// When it came in.
    pub time: DateTime<Utc>,
    /// The domain of the store.
    pub store: String,
    /// The operation's name, or the name of its first field when it has none.
    pub operation: String,
    /// `query`, `mutation`, `oauth` for a request for a token, or `invalid` for one that was not understood.
    pub kind: &'static str,
    /// The points asked for; nothing when the request was not understood or is for a token.
    pub requested_query_cost: Option<u64>,
    /// The points spent; nothing when it was not run.
    pub actual_query_cost: Option<u64>,
    /// The HTTP status of the answer; 0 when there was no answer.
    pub status: u16,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// It was run.
    Done,
    /// It was run, and the answer has errors beside its data.
    Errors,
    /// It was not run: the document or its variables are invalid, or it costs too much.
    Refused,
    /// It was not run: the bucket did not hold its cost.
    Throttled,
    /// A fault was injected.
    Fault,
}

/// The sums of a journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// How many requests there were, throttled ones too.
    pub calls: u64,
    /// The sum of the requested costs of those that were let through.
    pub points: u64,
    /// How many were throttled.
    pub throttled: u64,
    /// The same for each operation.
    pub by_operation: BTreeMap<String, OperationSummary>,
}

/// The sums of one operation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OperationSummary {
    /// How many requests there were.
    pub calls: u64,
    /// The sum of their requested costs.
    pub points: u64,
    /// How many were throttled.
    pub throttled: u64,
}

/// The requests that are remembered one by one; the sums go on for ever.
const KEPT: usize = 50_000;

#[derive(Debug, Default)]
pub(crate) struct Journal {
    entries: VecDeque<JournalEntry>,
    summary: Summary,
}

impl Journal {
    pub(crate) fn add(&mut self, entry: JournalEntry) {
        let throttled = u64::from(entry.outcome == Outcome::Throttled);
        let paid = matches!(entry.outcome, Outcome::Done | Outcome::Errors) || entry.actual_query_cost.is_some();
        let points = entry.requested_query_cost.filter(|_| paid).unwrap_or_default();
        self.summary.calls += 1;
        self.summary.points += points;
        self.summary.throttled += throttled;
        let operation = self.summary.by_operation.entry(entry.operation.clone()).or_default();
        operation.calls += 1;
        operation.points += points;
        operation.throttled += throttled;
        if self.entries.len() == KEPT {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
    }

    pub(crate) fn entries(&self) -> Vec<JournalEntry> {
        self.entries.iter().cloned().collect()
    }

    /// The last `most` of a store or of all, oldest first.
    pub(crate) fn latest(&self, store: Option<&str>, most: usize) -> Vec<JournalEntry> {
        let of_it = self.entries.iter().rev().filter(|entry| store.is_none_or(|store| entry.store == store));
        let mut entries: Vec<JournalEntry> = of_it.take(most).cloned().collect();
        entries.reverse();
        entries
    }

    pub(crate) const fn calls(&self) -> u64 {
        self.summary.calls
    }

    pub(crate) fn summary(&self) -> Summary {
        self.summary.clone()
    }
}
