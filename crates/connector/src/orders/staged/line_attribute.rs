//! An attribute of a line (table 30149): what the buyer has wished for it.

use database::Record;
use sea_orm::entity::prelude::*;

/// A staged attribute of a line.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_line_attribute")]
#[record(name = "shopifyOrderLineAttributes", caption = "Shopify Order Line Attribute")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The line's id in Shopify.
    #[record(sort)]
    pub line_id: i64,
    /// Its name.
    #[sea_orm(column_name = "attribute_key")]
    pub key: String,
    /// What it says.
    #[sea_orm(column_name = "attribute_value", column_type = "Text")]
    pub value: String,
}

/// A staged attribute has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
