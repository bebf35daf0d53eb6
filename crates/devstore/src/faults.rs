use runtime::Random;
use serde::{Deserialize, Serialize};

/// Something that goes wrong with a request, and with which ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fault {
    /// The operation, by its name or by the name of its first field; every one when there is none.
    #[serde(default)]
    pub operation: Option<String>,
    /// What goes wrong.
    pub kind: FaultKind,
    /// The HTTP status, for [`FaultKind::Status`]; 500 when there is none.
    #[serde(default)]
    pub status: Option<u16>,
    /// How many requests are let through first.
    #[serde(default)]
    pub after: u32,
    /// How many requests it hits; 1 when it is not said.
    #[serde(default = "once")]
    pub times: u32,
    /// How many objects a bulk operation writes first, for the kinds that end one.
    #[serde(default)]
    pub objects: u64,
    /// How likely it hits a request that it could hit, from 0 to 1; 1 when it is not said.
    #[serde(default = "always")]
    pub probability: f64,
}

const fn once() -> u32 {
    1
}

const fn always() -> f64 {
    1.0
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FaultKind {
    /// An HTTP status with an HTML page; nothing was run.
    Status,
    /// The bucket seems to be empty; nothing was run.
    Throttled,
    /// `INTERNAL_SERVER_ERROR` with status 200; nothing was run.
    InternalError,
    /// The connection breaks before anything was run.
    Reset,
    /// The request was run, and the connection breaks before the answer.
    LostResponse,
    /// The request was run, and half of the answer comes.
    Truncated,
    /// A bulk operation fails with `INTERNAL_SERVER_ERROR`.
    BulkInternalError,
    /// A bulk operation fails with `TIMEOUT`.
    BulkTimeout,
    /// A bulk operation fails with `ACCESS_DENIED`.
    BulkAccessDenied,
    /// The store cancels a bulk operation, as it does with one that is stalled.
    BulkCanceled,
}

impl FaultKind {
    /// Whether it hits bulk operations, not requests.
    const fn is_of_bulk(self) -> bool {
        matches!(self, Self::BulkInternalError | Self::BulkTimeout | Self::BulkAccessDenied | Self::BulkCanceled)
    }
}

/// The faults that are still to come.
#[derive(Debug)]
pub(crate) struct Faults {
    planned: Vec<Fault>,
    random: Random,
}

impl Default for Faults {
    fn default() -> Self {
        Self::planned(Vec::new(), 0)
    }
}

impl Faults {
    pub(crate) fn planned(planned: Vec<Fault>, seed: u64) -> Self {
        Self { planned, random: Random::seeded(seed) }
    }

    pub(crate) fn left(&self) -> &[Fault] {
        &self.planned
    }

    /// What goes wrong with the next request of this operation.
    pub(crate) fn strike(&mut self, names: &[&str]) -> Option<Fault> {
        self.strike_one(names, false)
    }

    /// What goes wrong with the bulk operation that begins.
    pub(crate) fn strike_bulk(&mut self, names: &[&str]) -> Option<Fault> {
        self.strike_one(names, true)
    }

    fn strike_one(&mut self, names: &[&str], bulk: bool) -> Option<Fault> {
        let Self { planned, random } = self;
        let place = planned.iter_mut().position(|fault| {
            let meant = fault.operation.as_deref().is_none_or(|operation| names.contains(&operation));
            if !meant || fault.times == 0 || fault.kind.is_of_bulk() != bulk {
                return false;
            }
            if fault.after > 0 {
                fault.after -= 1;
                return false;
            }
            random.fraction() < fault.probability
        })?;
        let fault = planned.get_mut(place)?;
        fault.times -= 1;
        let struck = fault.clone();
        planned.retain(|fault| fault.times > 0);
        Some(struck)
    }
}
