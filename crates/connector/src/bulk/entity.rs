//! One bulk operation of a store.

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm_migration::sea_query::{ConditionalStatement, Index, IndexCreateStatement};
use values::Code;

values::options! {
    /// Whether an operation reads or writes.
    pub enum Kind {
        /// It reads.
        #[default]
        Query => "Query",
        /// It writes.
        Mutation => "Mutation",
    }
}

values::options! {
    /// Where an operation stands.
    pub enum Status {
        /// It was asked for.
        #[default]
        Created => "Created",
        /// The store is at it.
        Running => "Running",
        /// The store was told to stop, and is at it.
        Canceling => "Canceling",
        /// It was stopped.
        Canceled => "Canceled",
        /// It is done.
        Completed => "Completed",
        /// Its result was not read in time.
        Expired => "Expired",
        /// It went wrong.
        Failed => "Failed",
        .. Other
    }
}

impl Status {
    /// Whether nothing more will become of it.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Canceled | Self::Completed | Self::Expired | Self::Failed)
    }
}

/// A bulk operation. The lines are beside it, so that a list of operations is light.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_bulk_operation")]
#[record(name = "shopifyBulkOperations", caption = "Bulk Operation")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    #[sea_orm(unique_key = "operation")]
    pub shop_code: Code<20>,
    /// Its id in Shopify.
    #[sea_orm(unique_key = "operation")]
    pub bulk_operation_id: i64,
    /// Whether it reads or writes.
    #[record(name = "type", caption = "Type")]
    pub kind: Kind,
    /// The name of its document.
    pub name: String,
    /// Where it stands.
    pub status: Status,
    /// When it was started.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// When it ended.
    pub completed_at: Option<ChronoDateTimeUtc>,
    /// Why it failed, as Shopify calls it.
    pub error_code: String,
    /// How many lines it has written.
    pub object_count: i64,
    /// The bytes that were sent.
    #[record(caption = "Size Sent (Bytes)")]
    pub sent_size: i64,
    /// The bytes of its result.
    #[record(caption = "Size Received (Bytes)")]
    pub received_size: i64,
    /// Whether nothing more will be done with it.
    pub processed: bool,
    /// The log entry of the run that started it.
    #[record(caption = "Job Queue Log Entry ID")]
    pub job_queue_log_entry_id: Option<Uuid>,
}

/// A bulk operation has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The operations that are under way are few among many: a refresh reads only these.
pub(crate) fn under_way() -> IndexCreateStatement {
    Index::create()
        .name("ix_shopify_bulk_operation_under_way")
        .table(Entity)
        .col(Column::ShopCode)
        .col(Column::BulkOperationId)
        .cond_where(Column::CompletedAt.is_null())
        .to_owned()
}
