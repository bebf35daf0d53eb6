//! A line of a Shopify refund (table 30145).

use database::Record;
use sea_orm::entity::prelude::*;
use values::money::{Amount, Price, Quantity};

use crate::orders::refunds::options::RestockType;

/// A staged refund line.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_refund_line")]
#[record(name = "shopifyRefundLines", caption = "Shopify Refund Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The refund.
    #[sea_orm(indexed)]
    pub refund_id: Uuid,
    /// The refund's id in Shopify.
    pub shopify_refund_id: i64,
    /// The line's id in Shopify, 0 where it has none; of what the buyer gets instead, the order line's id, negative.
    #[record(sort)]
    pub refund_line_id: i64,
    /// The id in Shopify of the line of the order.
    pub order_line_id: i64,
    /// What it is called on the order.
    pub description: String,
    /// How many; negative for what the buyer gets instead.
    pub quantity: Quantity,
    /// What becomes of the goods.
    pub restock_type: RestockType,
    /// Whether they are back in stock.
    pub restocked: bool,
    /// The id in Shopify of the place where they are; 0 for none.
    pub location_id: i64,
    /// The price of one before discounts, in shop money.
    pub amount: Price,
    /// The same in presentment money.
    pub presentment_amount: Price,
    /// All of it after discounts, with the tax where prices include it.
    pub subtotal_amount: Amount,
    /// The same in presentment money.
    pub presentment_subtotal_amount: Amount,
    /// Its tax.
    pub total_tax_amount: Amount,
    /// The same in presentment money.
    pub presentment_total_tax_amount: Amount,
    /// Whether it is credited. Otherwise the goods were taken out of the order before they were paid.
    pub can_create_credit_memo: bool,
    /// Whether the buyer gets it instead of something else.
    pub exchange_item: bool,
}

/// A staged refund line has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
