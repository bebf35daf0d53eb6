use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use serde::Serialize;

/// A try to deliver a webhook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WebhookAttempt {
    /// When it was made.
    pub time: DateTime<Utc>,
    /// The domain of the store.
    pub store: String,
    /// The topic, as the header has it.
    pub topic: String,
    /// The address.
    pub uri: String,
    /// The id that all tries and duplicates share.
    pub webhook_id: String,
    /// The id of the change that has set it off.
    pub event_id: String,
    /// Which try it was, from 1.
    pub attempt: u32,
    /// The status of the answer, if there was one.
    pub status: Option<u16>,
    /// Why there was none.
    pub error: Option<String>,
}

/// The tries that are remembered.
const KEPT: usize = 10_000;

/// The tries, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Attempts(VecDeque<WebhookAttempt>);

impl Attempts {
    pub(crate) fn add(&mut self, attempt: WebhookAttempt) {
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back(attempt);
    }

    pub(crate) fn all(&self) -> Vec<WebhookAttempt> {
        self.0.iter().cloned().collect()
    }

    /// The last `most` of a store or of all, oldest first.
    pub(crate) fn latest(&self, store: Option<&str>, most: usize) -> Vec<WebhookAttempt> {
        let of_it = self.0.iter().rev().filter(|attempt| store.is_none_or(|store| attempt.store == store));
        let mut attempts: Vec<WebhookAttempt> = of_it.take(most).cloned().collect();
        attempts.reverse();
        attempts
    }
}
