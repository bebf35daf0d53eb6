use database::Record;
use sea_orm::entity::prelude::*;

use super::Part;

/// What Shopify changed of an order after its document was made, one part of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_update")]
#[record(name = "shopifyOrderUpdates", caption = "Shopify Order Update")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(unique_key = "part")]
    pub order_id: Uuid,
    /// What was changed.
    #[sea_orm(unique_key = "part")]
    pub part: Part,
    /// Of which line: its id in Shopify; blank for the order as a whole.
    #[sea_orm(unique_key = "part")]
    pub line_id: String,
    /// What that line sells.
    pub description: String,
    /// What it was when the document was made.
    #[sea_orm(column_name = "value_before", column_type = "Text")]
    pub before: String,
    /// What it is now.
    #[sea_orm(column_name = "value_after", column_type = "Text")]
    pub after: String,
    /// When that was noticed.
    #[record(sort)]
    pub noticed_at: ChronoDateTimeUtc,
}

/// An update has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
