//! The line of a fulfilment order (table 30144).

use database::Record;
use sea_orm::entity::prelude::*;

/// A staged line of a fulfilment order.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_fulfillment_order_line")]
#[record(name = "shopifyFulfillmentOrderLines", caption = "Shopify Fulfillment Order Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The fulfilment order.
    #[sea_orm(indexed)]
    pub fulfillment_order_id: Uuid,
    /// Its id in Shopify.
    #[record(caption = "Shopify Fulfillment Order Line ID", sort)]
    pub shopify_fulfillment_order_line_id: i64,
    /// The order's id in Shopify.
    #[sea_orm(indexed)]
    pub shopify_order_id: i64,
    /// The id in Shopify of the line of the order.
    pub line_id: i64,
    /// How many of it there were.
    pub total_quantity: i32,
    /// How many are still to be sent.
    pub remaining_quantity: i32,
}

/// A staged line has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
