use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::kind::FaultKind;
use crate::Purchase;

/// Something that goes wrong with a request, and with which ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fault {
    /// The operation, by its name or by the name of its first field; for tokens `clientCredentials`,
    /// `authorizationCode`, `refreshToken` or any of them, `accessToken`. Every one when there is none.
    #[serde(default)]
    pub operation: Option<String>,
    /// What goes wrong.
    pub kind: FaultKind,
    /// The HTTP status, for [`FaultKind::Status`]; 500 when there is none.
    #[serde(default)]
    pub status: Option<u16>,
    /// The body that comes with the status; a page when it is not said.
    #[serde(default)]
    pub body: FaultBody,
    /// The header `Retry-After` that comes with the status, in seconds.
    #[serde(default)]
    pub retry_after: Option<f64>,
    /// How long it takes, in seconds: until a [`FaultKind::Timeout`] or a [`FaultKind::Unanswered`] breaks off, or a
    /// [`FaultKind::StillRunning`] ends; a minute when it is not said.
    #[serde(default)]
    pub seconds: Option<u32>,
    /// Where in the data, for [`FaultKind::Partial`], [`FaultKind::Denied`], [`FaultKind::Nulled`] and
    /// [`FaultKind::UnknownEnum`], as `["orders", "nodes", 0, "customer"]`; the first field of the operation, or all values,
    /// when it is not said.
    #[serde(default)]
    pub path: Vec<Value>,
    /// How many requests are let through first.
    #[serde(default)]
    pub after: u32,
    /// How many requests it hits; 1 when it is not said.
    #[serde(default = "once")]
    pub times: u32,
    /// How many objects a bulk operation writes first, for the kinds that end one.
    #[serde(default)]
    pub objects: u64,
    /// What is bought, for [`FaultKind::Purchase`].
    #[serde(default)]
    pub purchase: Option<Purchase>,
    /// How likely it hits a request that it could hit, from 0 to 1; 1 when it is not said.
    #[serde(default = "always")]
    pub probability: f64,
}

/// What a refused request is answered with, beside the status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FaultBody {
    /// A page.
    #[default]
    Html,
    /// JSON whose `errors` is a text, as the older interfaces have it.
    Text,
    /// JSON whose `errors` is a list.
    List,
    /// Nothing.
    Empty,
}

impl Fault {
    /// This, once, to the next request.
    pub const fn of(kind: FaultKind) -> Self {
        Self {
            operation: None,
            kind,
            status: None,
            body: FaultBody::Html,
            retry_after: None,
            seconds: None,
            path: Vec::new(),
            after: 0,
            times: once(),
            objects: 0,
            purchase: None,
            probability: always(),
        }
    }

    /// How long it takes, in seconds.
    pub(crate) fn seconds(&self) -> u32 {
        self.seconds.unwrap_or(60)
    }
}

const fn once() -> u32 {
    1
}

const fn always() -> f64 {
    1.0
}
