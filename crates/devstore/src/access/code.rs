use chrono::{DateTime, Utc};
use runtime::Random;
use serde::{Deserialize, Serialize};

use super::scopes::Scopes;
use super::token::{after, secret};

/// How long an app has to exchange a code, in seconds.
const LIFE: u32 = 600;

/// An authorization code: good for one exchange.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Code {
    pub text: String,
    pub scopes: Scopes,
    expires_at: DateTime<Utc>,
}

impl Code {
    pub(super) fn new(random: &Random, scopes: Scopes, now: DateTime<Utc>) -> Self {
        Self { text: secret("", random), scopes, expires_at: after(now, LIFE) }
    }

    pub(super) fn lives(&self, now: DateTime<Utc>) -> bool {
        now < self.expires_at
    }
}
