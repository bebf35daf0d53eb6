//! The number of an order that another system has processed.

use database::Record;
use sea_orm::entity::prelude::*;

/// A number that someone has named.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_elsewhere")]
#[record(name = "shopifyOrdersProcessedElsewhere", caption = "Shopify Order Processed Elsewhere")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The store's domain.
    #[sea_orm(unique_key = "number")]
    pub store: String,
    /// The order's number, as `1001`: without the number sign, in capitals.
    #[sea_orm(unique_key = "number")]
    #[record(caption = "Order No.", sort)]
    pub order_number: String,
    /// Why.
    pub reason: String,
    /// The order's id in Shopify; 0 as long as no such order has come.
    pub shopify_order_id: i64,
    /// When it was named.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub created_at: ChronoDateTimeUtc,
    /// Who has named it.
    #[record(caption = "User ID")]
    pub user_id: String,
}

/// A number has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
