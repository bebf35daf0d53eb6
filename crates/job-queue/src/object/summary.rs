use std::ops::AddAssign;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

values::options! {
    /// How a run ended, as people see it.
    pub enum Outcome {
        /// It still runs.
        #[default]
        InProcess => "In Process",
        /// Everything was done.
        Success => "Success",
        /// Some records were left out or failed; each is written down.
        PartialSuccess => "Partial Success",
        /// The run failed.
        Error => "Error",
        /// A person ended it before it was done.
        Cancelled => "Cancelled",
        /// The run was ended before it was done, and goes on later; nothing is wrong.
        GivenBack => "Given Back",
    }
}

/// What a run did, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct Summary {
    /// Records that were read from outside.
    pub fetched: u64,
    /// Records that were made.
    pub created: u64,
    /// Records that were changed.
    pub updated: u64,
    /// Records that were the same as before.
    pub unchanged: u64,
    /// Records that could not be handled; each has a cause and a remedy.
    pub skipped: u64,
    /// Records that failed; each can be retried.
    pub failed: u64,
    /// Calls to the outside.
    pub calls: u64,
    /// What those calls cost.
    pub points: u64,
}

impl Summary {
    /// Success, or partial success when a record was left out or failed.
    pub fn outcome(&self) -> Outcome {
        if self.skipped + self.failed == 0 { Outcome::Success } else { Outcome::PartialSuccess }
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.fetched += other.fetched;
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.skipped += other.skipped;
        self.failed += other.failed;
        self.calls += other.calls;
        self.points += other.points;
    }
}
