use database::Tx;
use job_queue::Queue;
use sea_orm::{EntityTrait, QuerySelect};
use uuid::Uuid;

use super::cancel::leave_entry;
use super::{OrderOptions, POST_VIA_JOB_QUEUE, post_in_background};
use crate::posting::{Posted, Setup, post};
use crate::sales::{Context, header};
use crate::{Error, Result, sales_setup};

/// How the posting of a document began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Started {
    /// It is posted.
    Posted(Posted),
    /// This entry of the job queue is to post it.
    InBackground(Uuid),
}

/// Posts a document in the caller's transaction; where *Post with Job Queue* is on, gives it to the job queue instead.
///
/// # Errors
/// Those of [`post()`] and of [`post_in_background`].
pub async fn start(
    queue: &Queue,
    tx: &Tx,
    setup: &Setup,
    id: Uuid,
    options: &OrderOptions,
    cx: &Context,
) -> Result<Started> {
    let sales = sales_setup::Entity::find().one(tx).await?.ok_or(Error::NoCompany)?;
    if sales.post_with_job_queue {
        return post_in_background(queue, tx, id, options, cx).await.map(Started::InBackground);
    }
    let refused = |reason| job_queue::Error::Options { object: POST_VIA_JOB_QUEUE, reason };
    options.check().map_err(refused)?;
    let found = header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let document = found.ok_or_else(|| Error::Unknown { kind: "sales document", code: id.to_string() })?;
    document.check_not_queued()?;
    // What has failed in the background is done with.
    leave_entry(queue, tx, &document).await?;
    Ok(Started::Posted(post(tx, setup, id, &options.how().request(&document), cx).await?))
}
