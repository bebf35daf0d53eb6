use std::collections::BTreeSet;

use apollo_compiler::response::JsonValue;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What was done under an idempotency key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Attempt {
    /// Of the mutation and its arguments: another digest is another request.
    pub digest: String,
    /// What was asked for of the answer: more than that is not known.
    pub asked: BTreeSet<String>,
    pub at: DateTime<Utc>,
    /// When it is known how it has ended.
    pub ends_at: DateTime<Utc>,
    /// What was answered; nothing when the attempt has failed for good.
    pub answer: Option<JsonValue>,
}
