//! What a store charges for an order beside goods, shipping and duties.

use database::Record;
use sea_orm::entity::prelude::*;
use values::money::Amount;

/// A staged fee.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_additional_fee")]
#[record(name = "shopifyOrderAdditionalFees", caption = "Shopify Order Additional Fee")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The fee's id in Shopify.
    #[record(sort)]
    pub additional_fee_id: i64,
    /// What it is for.
    pub name: String,
    /// How much, in shop money.
    pub amount: Amount,
    /// The same in presentment money.
    pub presentment_amount: Amount,
}

/// A staged fee has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
