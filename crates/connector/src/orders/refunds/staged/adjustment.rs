//! By what a Shopify refund differs from its parts, for reading.

use database::Record;
use sea_orm::entity::prelude::*;
use values::money::Amount;

/// A staged difference.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_refund_adjustment")]
#[record(name = "shopifyRefundAdjustments", caption = "Shopify Refund Adjustment")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The refund.
    #[sea_orm(indexed)]
    pub refund_id: Uuid,
    /// Its id in Shopify.
    #[record(sort)]
    pub adjustment_id: i64,
    /// Why, in Shopify's words.
    pub reason: String,
    /// How much, in shop money.
    pub amount: Amount,
    /// The same in presentment money.
    pub presentment_amount: Amount,
    /// Its tax.
    pub tax_amount: Amount,
    /// The same in presentment money.
    pub presentment_tax_amount: Amount,
}

/// A staged difference has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
