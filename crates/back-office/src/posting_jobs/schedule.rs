use database::Tx;
use job_queue::schedule::Schedule;
use job_queue::{NewEntry, Queue};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::to_value;
use uuid::Uuid;

use super::cancel::leave_entry;
use super::{OrderOptions, POST_VIA_JOB_QUEUE};
use crate::sales::{Context, DocumentType, JobQueueStatus, header, release};
use crate::{Error, Result, company, sales_setup};

/// Gives a document to the job queue, which posts it in the background in the name of `cx.user`. It is released if it is
/// open, and can't be changed until it is posted or taken out again. Gives the entry.
///
/// # Errors
/// [`Error::Queued`] when the job queue has it already; those of [`release()`]; what the job queue says of the options and of
/// the category of the set-up.
pub async fn post_in_background(
    queue: &Queue,
    tx: &Tx,
    id: Uuid,
    options: &OrderOptions,
    cx: &Context,
) -> Result<Uuid> {
    let document = release(tx, id, cx).await?;
    leave_entry(queue, tx, &document).await?;
    let new = NewEntry {
        description: format!("Post {}", document.in_words()),
        record: record_of(document.document_type, id),
        ..entry(tx, document.document_type, options, cx).await?
    };
    let entry = queue.enqueue(tx, &new).await?.id();
    give(tx, &[id], entry, cx).await?;
    Ok(entry)
}

/// How an entry names the document that it is about.
pub(super) fn record_of(document_type: DocumentType, id: Uuid) -> String {
    let set = match document_type {
        DocumentType::Order => "salesOrders",
        DocumentType::Invoice => "salesInvoices",
        DocumentType::CreditMemo => "salesCreditMemos",
        DocumentType::ReturnOrder => "salesReturnOrders",
    };
    format!("{set}/{id}")
}

/// An entry that posts documents, without a description.
pub(super) async fn entry(
    tx: &Tx,
    document_type: DocumentType,
    options: &OrderOptions,
    cx: &Context,
) -> Result<NewEntry> {
    let refused = |reason| Error::JobQueue(job_queue::Error::Options { object: POST_VIA_JOB_QUEUE, reason });
    if document_type == DocumentType::Order {
        options.check_chosen().map_err(refused)?;
    }
    let setup = sales_setup::Entity::find().one(tx).await?.ok_or(Error::NoCompany)?;
    Ok(NewEntry {
        options: to_value(options).map_err(|error| refused(error.to_string()))?,
        category: setup.job_queue_category_code.non_blank().cloned(),
        schedule: Schedule::once(company::read(tx).await?.zone()),
        user: cx.user.clone(),
        ..NewEntry::now(POST_VIA_JOB_QUEUE)
    })
}

/// Says of documents that an entry is to post them.
pub(super) async fn give(tx: &Tx, ids: &[Uuid], entry: Uuid, cx: &Context) -> Result<()> {
    use header::Column;
    header::Entity::update_many()
        .col_expr(Column::JobQueueStatus, Expr::value(JobQueueStatus::Scheduled))
        .col_expr(Column::JobQueueEntryId, Expr::value(entry))
        .col_expr(Column::LastModifiedDateTime, Expr::value(cx.now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    Ok(tx.changed::<header::Entity>(ids).await?)
}
