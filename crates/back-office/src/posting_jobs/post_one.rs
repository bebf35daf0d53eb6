use job_queue::Context;

use super::cancel::leave_entry;
use super::choice::Choice;
use super::failure::cause;
use super::how::How;
use super::result::{self, PostingOutcome};
use crate::posting::{Setup, post};
use crate::sales::{self, JobQueueStatus, header};
use crate::{Error, Result};

/// What a run posts, and how.
pub(super) struct Ground<'a> {
    pub(super) cx: &'a Context,
    pub(super) setup: &'a Setup,
    pub(super) choice: &'a Choice,
    pub(super) how: How,
}

/// What became of a document when it was its turn.
pub(super) enum Turn {
    /// It was posted.
    Posted,
    /// It was no longer one of those that the run posts.
    Gone,
    /// It was not posted: how it is counted, cause and remedy.
    KeptBack(PostingOutcome, String),
}

/// Posts a document in a transaction of its own, and writes down what became of it.
///
/// # Errors
/// What has nothing to do with the document: it stays as it was, and so do those after it.
pub(super) async fn post_one(ground: &Ground<'_>, document: &header::Model) -> Result<Turn> {
    let (cx, choice, id) = (ground.cx, ground.choice, document.id);
    if choice.is_shown() {
        cx.write(|tx| async move { choice.say(&tx, id, JobQueueStatus::Posting).await }).await?;
    }
    let posted = cx
        .write(|tx| async move {
            let Some(document) = choice.take(&tx, id).await? else { return Ok(None) };
            if document.job_queue_status == JobQueueStatus::Error && !choice.is_shown() {
                // What has failed in the background is done with.
                leave_entry(cx.queue(), &tx, &document).await?;
            }
            let context =
                sales::Context { now: cx.clock().now(), random: cx.random().clone(), user: cx.entry().user_id.clone() };
            if ground.how.calculates_discount && !ground.setup.calculates_discount() {
                sales::apply_invoice_discount(&tx, id, &context).await?;
            }
            let posted = post(&tx, ground.setup, id, &ground.how.request(&document), &context).await?;
            result::keep(&tx, result::Model::posted(cx, &document, &posted)).await?;
            Ok::<_, Error>(Some(()))
        })
        .await;
    let error = match posted {
        Ok(Some(())) => return Ok(Turn::Posted),
        Ok(None) => return Ok(Turn::Gone),
        Err(error) if error.is_of_the_document() => error,
        Err(error) => return Err(error),
    };
    let outcome = match &error {
        Error::Queued { .. } => PostingOutcome::Skipped,
        _ => PostingOutcome::Failed,
    };
    let message = cause(&error);
    let (outcome, text) = (outcome, message.as_str());
    cx.write(|tx| async move {
        choice.say(&tx, id, JobQueueStatus::Error).await?;
        result::keep(&tx, result::Model::kept_back(cx, document, outcome, text)).await
    })
    .await?;
    Ok(Turn::KeptBack(outcome, message))
}
