//! One call to a store, as it went.

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm_migration::sea_query::{ConditionalStatement, Index, IndexCreateStatement};
use values::Code;

/// A Shopify log entry. The bodies are beside it, so that a list of entries is light.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_log_entry")]
#[record(name = "shopifyLogEntries", caption = "Shopify Log Entry")]
pub struct Model {
    /// Order of writing.
    #[sea_orm(primary_key)]
    #[record(caption = "Entry No.")]
    pub entry_number: i64,
    /// The public id.
    #[sea_orm(unique)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(indexed)]
    pub shop_code: Code<20>,
    /// When it was sent.
    #[sea_orm(indexed)]
    #[record(caption = "Date/Time", sort)]
    pub date_time: ChronoDateTimeUtc,
    /// What was asked, by the name of its document.
    pub document: String,
    /// The verb of HTTP.
    pub method: String,
    /// Where it was sent.
    #[record(caption = "URL")]
    pub url: String,
    /// The status of HTTP; 0 when no answer came.
    pub status_code: i32,
    /// Whether it failed: by its status, by an error beside the data, or by an error that the user is to mend.
    pub has_error: bool,
    /// Why it failed, or what else is to be known of it.
    pub message: String,
    /// How often it had been sent before.
    pub retry_count: i32,
    /// The points that were asked for.
    pub requested_query_cost: i32,
    /// The points that were charged.
    pub query_cost: i32,
    /// From sending to the whole answer, in milliseconds.
    #[record(caption = "Duration (ms)")]
    pub duration_ms: i64,
    /// By which Shopify finds it again.
    #[record(caption = "Request ID")]
    pub request_id: String,
    /// The version of the Admin API that answered.
    #[record(caption = "API Version")]
    pub api_version: String,
    /// The beginning of what was asked with.
    pub request_preview: String,
    /// The beginning of what was answered.
    pub response_preview: String,
    /// The log entry of the run that made the call, where it was a run.
    #[sea_orm(indexed)]
    #[record(caption = "Job Queue Log Entry ID")]
    pub job_queue_log_entry_id: Option<Uuid>,
    /// Whether someone has looked at it.
    pub reviewed: bool,
}

/// A log entry has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Errors are few among many: the cue reads only these, those that nobody has looked at and all that there are.
pub(crate) fn errors() -> IndexCreateStatement {
    Index::create()
        .name("ix_shopify_log_entry_error")
        .table(Entity)
        .col(Column::Reviewed)
        .col(Column::DateTime)
        .cond_where(Column::HasError.eq(true))
        .to_owned()
}
