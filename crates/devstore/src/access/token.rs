use chrono::{DateTime, TimeDelta, Utc};
use runtime::Random;
use serde::{Deserialize, Serialize, Serializer};
use subtle::ConstantTimeEq;

use super::scopes::Scopes;
use crate::hex::hex;

/// A token that was given out: what it may do, and until when.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Token {
    pub text: String,
    pub scopes: Scopes,
    /// Nothing for a token that lives as long as the app is installed.
    pub expires_at: Option<DateTime<Utc>>,
}

impl Token {
    /// A token that nobody had before, which lives for `seconds`, or for ever.
    pub(super) fn new(random: &Random, scopes: Scopes, seconds: Option<u32>, now: DateTime<Utc>) -> Self {
        Self { text: secret("shpat_", random), scopes, expires_at: seconds.map(|seconds| after(now, seconds)) }
    }

    pub(super) fn lives(&self, now: DateTime<Utc>) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }
}

/// What a grant answers.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Issued {
    pub access_token: String,
    #[serde(serialize_with = "as_list")]
    pub scope: Scopes,
    /// Seconds; nothing for a token that lives as long as the app is installed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_in: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token_expires_in: Option<u32>,
}

fn as_list<S: Serializer>(scopes: &Scopes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(scopes)
}

/// `seconds` after `now`.
pub(super) fn after(now: DateTime<Utc>, seconds: u32) -> DateTime<Utc> {
    now + TimeDelta::seconds(seconds.into())
}

/// A text that can't be guessed, as Shopify's: 32 hexadecimal digits after a prefix that tells its kind.
pub(super) fn secret(prefix: &str, random: &Random) -> String {
    format!("{prefix}{}", hex(random.bytes::<16>()))
}

/// Whether two tokens are the same, in a time that does not tell where they differ.
pub(crate) fn same_token(given: &[u8], expected: &str) -> bool {
    given.ct_eq(expected.as_bytes()).into()
}
