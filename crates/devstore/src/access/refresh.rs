use chrono::{DateTime, TimeDelta, Utc};
use runtime::Random;
use serde::{Deserialize, Serialize};

use super::scopes::Scopes;
use super::token::{after, secret};

/// How long a refresh token lives, in seconds: 90 days.
pub(super) const LIFE: u32 = 7_776_000;

/// How long after its first use it may be used again, for an app that has lost the answer.
const RETRY: TimeDelta = TimeDelta::days(30);

/// A token that is exchanged for the next pair of tokens.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct RefreshToken {
    pub text: String,
    pub scopes: Scopes,
    expires_at: DateTime<Utc>,
    first_used_at: Option<DateTime<Utc>>,
    /// The token that was exchanged for this one: it is retired when this one is used.
    pub replaces: Option<String>,
}

impl RefreshToken {
    pub(super) fn new(random: &Random, scopes: Scopes, replaces: Option<String>, now: DateTime<Utc>) -> Self {
        let expires_at = after(now, LIFE);
        Self { text: secret("shprt_", random), scopes, expires_at, first_used_at: None, replaces }
    }

    /// Whether it may be used now. One that was used may be used again for a while: its replacement has perhaps never
    /// arrived.
    pub(super) fn lives(&self, now: DateTime<Utc>) -> bool {
        now < self.expires_at && self.first_used_at.is_none_or(|used| now <= used + RETRY)
    }

    pub(super) fn used(&mut self, now: DateTime<Utc>) {
        self.first_used_at.get_or_insert(now);
    }
}
