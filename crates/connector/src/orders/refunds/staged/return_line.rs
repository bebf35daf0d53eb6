//! A line of a Shopify return (table 30141).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Price, Quantity};

use crate::orders::refunds::options::Origin;

/// A staged return line.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_return_line")]
#[record(name = "shopifyReturnLines", caption = "Shopify Return Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The return.
    #[sea_orm(indexed)]
    pub return_id: Uuid,
    /// The return's id in Shopify.
    pub shopify_return_id: i64,
    /// The line's id in Shopify.
    #[record(sort)]
    pub return_line_id: i64,
    /// Whether Shopify knows when the goods were sold.
    #[record(name = "type", caption = "Type")]
    pub origin: Origin,
    /// The id in Shopify of the line of the order; 0 for none.
    pub order_line_id: i64,
    /// The id in Shopify of the line of the parcel; 0 for none.
    pub fulfillment_line_id: i64,
    /// What it is called on the order.
    pub description: String,
    /// How many come back.
    pub quantity: Quantity,
    /// How many of them can be paid back still.
    pub refundable_quantity: Quantity,
    /// How many of them were paid back.
    pub refunded_quantity: Quantity,
    /// Why they come back.
    pub return_reason_name: String,
    /// The same for programs.
    pub return_reason_handle: String,
    /// What was said about it.
    #[sea_orm(column_type = "Text")]
    pub return_reason_note: String,
    /// What the buyer said.
    #[sea_orm(column_type = "Text")]
    pub customer_note: String,
    /// What they cost after all discounts, in shop money.
    pub discounted_total_amount: Amount,
    /// The same in presentment money.
    pub presentment_discounted_total_amount: Amount,
    /// The price of one, of goods that Shopify does not know.
    pub unit_price: Price,
    /// Its currency.
    pub unit_price_currency_code: Code<10>,
    /// The id in Shopify of the place where they are; 0 for none, and where there are several.
    pub location_id: i64,
}

/// A staged return line has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
