//! *Sync All* as one run, for a person who waits: the syncs of a shop, one after the other.

use job_queue::{Context, Decision, FilterTable, Filters, JobError, Object, Progress, Registry, Request, Summary, log};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::action::{Action, offered};
use crate::Error;
use crate::shops::{self, requested};

/// Codeunit 30101, Background Syncs: *Sync All*.
pub const SYNC_ALL: i32 = 30101;

/// The task. One sync that fails does not stop the others.
#[derive(Clone, Copy, Debug, Default)]
pub struct SyncAll;

/// Its request page has filters and no options.
#[derive(Clone, Debug, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {}

/// What *Sync All* does for a shop, in its order: what the shop card wants nothing of is left out.
pub(super) fn steps(registry: &Registry, shop: &shops::Model) -> impl Iterator<Item = &'static Action> {
    offered(registry).filter(|action| action.is_in_sync_all && action.against(shop).is_none())
}

/// What the steps of a run leave behind.
#[derive(Debug, Default)]
struct Left {
    /// What was done.
    summary: Summary,
    /// How many steps were taken.
    taken: usize,
    /// Why steps failed.
    failed: Vec<JobError>,
    /// A line for each record that was left out.
    lines: Vec<String>,
}

impl Object for SyncAll {
    type Page = Options;

    const ID: i32 = SYNC_ALL;
    const CAPTION: &'static str = "Sync All";
    const CATEGORY: &'static str = "SHPFY";

    fn tables(&self) -> Vec<FilterTable> {
        vec![requested::table()]
    }

    async fn run(&self, cx: &Context, request: &Request<Options>) -> Result<Summary, JobError> {
        if !requested::names_shops(cx, &request.filters) {
            return Err(JobError::fail("all is synced of shops that are named: set a filter on the shop's code"));
        }
        let mut left = Left::default();
        for shop in requested::shops(cx, &request.filters).await? {
            let steps: Vec<_> = steps(cx.queue().registry(), &shop).collect();
            let total = steps.len() as u64;
            for (done, action) in (0..).zip(steps) {
                let text = format!("{}: {}", shop.code, action.of);
                cx.progress(Progress { done, total, text: text.clone() }).await?;
                left.take(cx, action, &shop, &text).await?;
            }
        }
        left.end(cx).await
    }
}

impl Left {
    /// Takes one step.
    ///
    /// # Errors
    /// Only when the run as a whole must end.
    async fn take(&mut self, cx: &Context, action: &Action, shop: &shops::Model, called: &str) -> Result<(), JobError> {
        let filters = Filters::new().with(requested::CODE, requested::this(shop));
        let done = cx.run_part(action.object, action.options(), filters).await;
        // A run that is told to stop, or has lost its lease, ends here: the failure is of the run, not of the step.
        cx.check()?;
        self.taken += 1;
        match done {
            Ok(summary) => self.summary += summary,
            Err(failure) => {
                self.lines.push(format!("{called}: {}", failure.message));
                self.lines.extend(failure.details.iter().cloned());
                self.failed.push(failure);
            }
        }
        let this = &log::Entity::find().filter(log::Column::Id.eq(cx.log_id()));
        let read = |r| async move { Ok::<_, Error>(this.clone().one(&r).await?) };
        if let Some(said) = cx.db().read(read).await?.filter(|said| !said.error_message.is_empty()) {
            self.lines.push(format!("{called}: {}", said.error_message));
            self.lines.extend(said.error_call_stack.lines().map(str::to_owned));
            cx.remark("", &[]).await?;
        }
        Ok(())
    }

    /// All failed: so did the run. Some failed: they are left out, and said.
    async fn end(mut self, cx: &Context) -> Result<Summary, JobError> {
        let failed = self.failed.len();
        if failed == self.taken
            && let Some(first) = self.failed.first()
        {
            let decisions = self.failed.iter().map(|failure| failure.decision);
            let decision = decisions.reduce(gentler).unwrap_or(first.decision);
            return Err(JobError { decision, message: first.message.clone(), details: self.lines });
        }
        self.summary.failed += failed as u64;
        if !self.lines.is_empty() {
            let sentence = match failed {
                0 => "some records were left out: the lines below say which, and what to do".to_owned(),
                _ => format!("{failed} of {} syncs failed: the lines below say why", self.taken),
            };
            cx.remark(&sentence, &self.lines).await?;
        }
        Ok(self.summary)
    }
}

/// What may pass is tried again, whatever else has failed.
fn gentler(one: Decision, other: Decision) -> Decision {
    if matches!(one, Decision::Retry { .. }) { one } else { other }
}
