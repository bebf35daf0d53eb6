use std::ops::AddAssign;

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError, Summary};
use shopify::Client;

use crate::shops;
use crate::skipped::Seen;

/// What a run for one shop stands on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    pub cx: &'a Context,
    pub client: &'a Client,
    pub shop: &'a shops::Model,
}

impl Ground<'_> {
    /// Who leaves something out at this moment.
    pub fn seen(&self) -> Seen<'_> {
        Seen { run: self.cx.log_id(), at: self.cx.clock().now(), random: self.cx.random() }
    }
}

/// What a run has led to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub summary: Summary,
    /// Of how many nothing is known yet, and when one may look for the first of them.
    pub unclear: u64,
    pub look_at: Option<DateTime<Utc>>,
}

impl From<Summary> for Counts {
    fn from(summary: Summary) -> Self {
        Self { summary, ..Self::default() }
    }
}

impl Counts {
    /// Nothing, unless it is too early to look for what was lost: the next run does.
    ///
    /// # Errors
    /// When to look.
    pub fn end(&self, now: DateTime<Utc>) -> Result<(), JobError> {
        let Some(at) = self.look_at else { return Ok(()) };
        let count = self.unclear;
        Err(JobError::retry_after(
            (at - now).to_std().unwrap_or_default(),
            format!(
                "no answer came to {count} pictures, and it is too early to look whether they were added; the next run does"
            ),
        ))
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.summary += other.summary;
        self.unclear += other.unclear;
        self.look_at = self.look_at.into_iter().chain(other.look_at).min();
    }
}
