//! What became of each document that the job queue was to post (after BC's error message register, table 709).

use chrono::{DateTime, Utc};
use database::{Record, Tx};
use job_queue::{Context, log};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel, QuerySelect};
use values::Code;

use crate::Result;
use crate::posting::Posted;
use crate::sales::{DocumentType, header};

values::options! {
    /// What became of a document.
    pub enum PostingOutcome {
        /// It was posted, whole or in part.
        #[default]
        Posted => "Posted",
        /// It could not be posted.
        Failed => "Failed",
        /// It was left alone, because another posts it.
        Skipped => "Skipped",
    }
}

/// What became of a document in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "posting_result")]
#[record(name = "postingResults", caption = "Posting Result")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The entry that ran.
    #[record(caption = "Job Queue Entry ID")]
    pub job_queue_entry_id: Uuid,
    /// The log entry of the run.
    #[sea_orm(indexed)]
    #[record(caption = "Job Queue Log Entry ID")]
    pub job_queue_log_entry_id: Uuid,
    /// What kind of document it is.
    pub document_type: DocumentType,
    /// Its number.
    #[record(caption = "Document No.")]
    pub document_number: Code<20>,
    /// Its id, as long as it is there.
    #[sea_orm(indexed)]
    #[record(caption = "Document ID")]
    pub document_id: Uuid,
    /// What became of it.
    pub result: PostingOutcome,
    /// Why it was not posted, and what to do about it.
    #[sea_orm(column_type = "Text")]
    pub message: String,
    /// The posted shipment.
    #[record(caption = "Posted Shipment No.")]
    pub shipment_number: Code<20>,
    /// The posted invoice or credit memo.
    #[record(caption = "Posted Invoice or Credit Memo No.")]
    pub invoice_number: Code<20>,
    /// When that was.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    fn of(cx: &Context, document: &header::Model) -> Self {
        let now = cx.clock().now();
        Self {
            id: cx.random().id(now),
            job_queue_entry_id: cx.entry().id,
            job_queue_log_entry_id: cx.log_id(),
            document_type: document.document_type,
            document_number: document.number.clone(),
            document_id: document.id,
            created_at: now,
            ..Self::default()
        }
    }

    /// It was posted.
    pub(super) fn posted(cx: &Context, document: &header::Model, posted: &Posted) -> Self {
        let number = |made: &Option<(Uuid, Code<20>)>| made.as_ref().map(|(_, number)| number.clone());
        Self {
            shipment_number: number(&posted.shipment).unwrap_or_default(),
            invoice_number: number(&posted.invoice).unwrap_or_default(),
            ..Self::of(cx, document)
        }
    }

    /// It was not posted.
    pub(super) fn kept_back(cx: &Context, document: &header::Model, result: PostingOutcome, message: &str) -> Self {
        Self { result, message: message.to_owned(), ..Self::of(cx, document) }
    }
}

/// Writes it down.
pub(super) async fn keep(tx: &Tx, result: Model) -> Result<()> {
    Entity::insert(result.into_active_model().reset_all()).exec_without_returning(tx).await?;
    Ok(())
}

/// Forgets results of runs whose log is gone.
pub(super) async fn forget_old(tx: &Tx) -> Result<()> {
    let oldest = log::Entity::find().select_only().column_as(log::Column::StartDateTime.min(), "oldest");
    let oldest: Option<Option<DateTime<Utc>>> = oldest.into_tuple().one(tx).await?;
    if let Some(oldest) = oldest.flatten() {
        Entity::delete_many().filter(Column::CreatedAt.lt(oldest)).exec(tx).await?;
    }
    Ok(())
}
