//! The line of a fulfilment (table 30139): what is in a parcel. It never changes, and is read once.

use database::Record;
use sea_orm::entity::prelude::*;

/// A staged line of a fulfilment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_fulfillment_line")]
#[record(name = "shopifyFulfillmentLines", caption = "Shopify Fulfillment Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The fulfilment's id in Shopify.
    #[sea_orm(unique_key = "line")]
    pub shopify_fulfillment_id: i64,
    /// The id in Shopify of the line of the order.
    #[sea_orm(unique_key = "line")]
    pub line_id: i64,
    /// The order's id in Shopify.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub shopify_order_id: i64,
    /// How many.
    pub quantity: i32,
}

/// A staged line has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
