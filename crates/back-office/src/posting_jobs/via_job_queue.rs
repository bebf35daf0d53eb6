//! Codeunit 88, Sales Post via Job Queue: the documents that were given to its entry are posted.

use job_queue::{Context, JobError, Object, Request, Summary};

use super::choice::Choice;
use super::run::run;
use super::{CATEGORY, OrderOptions, POST_VIA_JOB_QUEUE};

/// Posts what was sent to be posted in the background: one document, or those that were selected together.
#[derive(Clone, Copy, Debug, Default)]
pub struct PostViaJobQueue;

impl Object for PostViaJobQueue {
    type Page = OrderOptions;
    const ID: i32 = POST_VIA_JOB_QUEUE;
    const CAPTION: &'static str = "Sales Post via Job Queue";
    const CATEGORY: &'static str = CATEGORY;

    fn validate(&self, page: &OrderOptions) -> Result<(), String> {
        page.check()
    }

    /// One document that can't be posted makes the run of its entry fail, so that the entry waits for a person; of several
    /// each has its own status.
    async fn run(&self, cx: &Context, request: &Request<OrderOptions>) -> Result<Summary, JobError> {
        let entry = cx.entry();
        let is_for_one = !entry.record_id_to_process.is_empty();
        let tally = run(cx, &Choice::OfEntry { entry: entry.id, is_for_one }, request.options.how()).await?;
        if let Some(line) = tally.lines.first().filter(|_| is_for_one) {
            return Err(JobError::fail(line.clone()));
        }
        if let Some(sentence) = tally.sentence() {
            cx.remark(&sentence, &tally.lines).await?;
        }
        Ok(tally.summary())
    }
}
