use chrono::{DateTime, Utc};
use database::Tx;
use job_queue::{Queue, entry, run};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::schedule::record_of;
use crate::sales::{JobQueueStatus, header};
use crate::{Error, Result};

/// Takes a document out of the job queue (BC: *Remove From Job Queue*): nothing posts it by itself any more, and it may be
/// changed again. An entry for it alone is deleted; one for several posts the others.
///
/// # Errors
/// [`Error::BeingPosted`] while a run is at it; [`Error::Unknown`].
pub async fn cancel_posting(queue: &Queue, tx: &Tx, id: Uuid, now: DateTime<Utc>) -> Result<header::Model> {
    let found = header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let document = found.ok_or_else(|| Error::Unknown { kind: "sales document", code: id.to_string() })?;
    if document.job_queue_status == JobQueueStatus::None {
        return Ok(document);
    }
    leave_entry(queue, tx, &document).await?;
    let kept = header::Model {
        job_queue_status: JobQueueStatus::None,
        job_queue_entry_id: None,
        last_modified_date_time: now,
        version: document.version + 1,
        ..document
    };
    tx.changed::<header::Entity>(&[id]).await?;
    Ok(kept.into_active_model().reset_all().update(tx).await?)
}

/// Deletes the entry of a document that is for it alone. Entries of several documents stay, for the others.
pub(super) async fn leave_entry(queue: &Queue, tx: &Tx, document: &header::Model) -> Result<()> {
    let Some(id) = document.job_queue_entry_id else { return Ok(()) };
    let found = entry::Entity::find().filter(entry::Column::Id.eq(id)).lock_exclusive().one(tx).await?;
    let Some(entry) = found else { return Ok(()) };
    let runs = !run::under_way(tx, &[id]).await?.is_empty();
    let is_alone = entry.record_id_to_process == record_of(document.document_type, document.id);
    if runs && (is_alone || document.job_queue_status == JobQueueStatus::Posting) {
        return Err(Error::BeingPosted(document.in_words()));
    }
    if is_alone {
        queue.delete(tx, id).await?;
    }
    Ok(())
}
