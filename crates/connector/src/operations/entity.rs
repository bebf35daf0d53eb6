use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ConditionalStatement, Index, IndexCreateStatement};
use shopify_schema::gid;
use values::Code;

use super::State;

/// A change in Shopify.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "outbound_operation")]
#[record(name = "shopifyChanges", caption = "Change in Shopify")]
pub struct Model {
    /// The public id, and the key by which Shopify recognises it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The shop.
    pub shop_code: Code<20>,
    /// The mutation, as `OrderMarkAsPaid`.
    pub operation: String,
    /// What people call it.
    pub description: String,
    /// What it is about: a global id in Shopify.
    pub subject: String,
    /// What people call that, as `#1001`.
    pub document_name: String,
    /// How far it is.
    #[sea_orm(indexed)]
    pub state: State,
    /// How often it was sent.
    #[record(caption = "No. of Attempts")]
    pub attempts: i32,
    /// What the store has said, or why nothing is known.
    #[sea_orm(column_type = "Text")]
    pub message: String,
    /// When it was intended.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// When it was sent first: from then on the store knows its key.
    pub first_sent_at: Option<ChronoDateTimeUtc>,
    /// When it was sent last.
    pub sent_at: Option<ChronoDateTimeUtc>,
    /// When it was known what came of it.
    #[sea_orm(indexed)]
    pub finished_at: Option<ChronoDateTimeUtc>,
    /// The log entry of the run that intended it.
    #[record(caption = "Job Queue Log Entry ID")]
    pub job_queue_log_entry_id: Uuid,
    /// The variables, as they are sent each time.
    #[sea_orm(column_type = "Text")]
    #[record(skip)]
    pub variables: String,
    /// What it costs, in points.
    #[record(skip)]
    pub cost: i32,
    /// Whether Shopify recognises it by its key.
    #[record(skip)]
    pub has_key: bool,
}

/// A change has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The number of what it is about, in Shopify.
    pub(crate) fn number(&self) -> i64 {
        gid::number(&self.subject)
    }
}

/// One unfinished change of a kind for each subject: no two jobs can intend the same at once.
pub(crate) fn one_at_a_time() -> IndexCreateStatement {
    Index::create()
        .name("ux_outbound_operation_unfinished")
        .unique()
        .table(Entity)
        .col(Column::ShopCode)
        .col(Column::Operation)
        .col(Column::Subject)
        .cond_where(Column::FinishedAt.is_null())
        .to_owned()
}
