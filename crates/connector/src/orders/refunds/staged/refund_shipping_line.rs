//! Shipping that a Shopify refund pays back (table 30162).

use database::Record;
use sea_orm::entity::prelude::*;
use values::money::Amount;

/// A staged refund of shipping.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_refund_shipping_line")]
#[record(name = "shopifyRefundShippingLines", caption = "Shopify Refund Shipping Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The refund.
    #[sea_orm(indexed)]
    pub refund_id: Uuid,
    /// The refund's id in Shopify.
    pub shopify_refund_id: i64,
    /// Its id in Shopify.
    #[record(sort)]
    pub refund_shipping_line_id: i64,
    /// The id in Shopify of the shipping line of the order; 0 for none.
    pub shipping_line_id: i64,
    /// What it is called.
    pub title: String,
    /// How much, in shop money.
    pub subtotal_amount: Amount,
    /// The same in presentment money.
    pub presentment_subtotal_amount: Amount,
    /// Its tax.
    pub tax_amount: Amount,
    /// The same in presentment money.
    pub presentment_tax_amount: Amount,
}

/// A staged refund of shipping has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
