//! A shipping charge of a Shopify order (table 30130).

use database::Record;
use sea_orm::entity::prelude::*;
use values::money::Amount;

/// A staged shipping charge.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_shipping_charge")]
#[record(name = "shopifyOrderShippingCharges", caption = "Shopify Order Shipping Charge")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The order's id in Shopify.
    pub shopify_order_id: i64,
    /// The shipping line's id in Shopify.
    #[record(sort)]
    pub shipping_line_id: i64,
    /// What it is called.
    pub title: String,
    /// Its code.
    pub code: String,
    /// Where the rate came from.
    pub source: String,
    /// The kind of delivery.
    pub delivery_category: String,
    /// Who worked out the rate.
    pub carrier: String,
    /// Its price before discounts, in shop money.
    pub amount: Amount,
    /// The same in presentment money.
    pub presentment_amount: Amount,
    /// Its discounts, in shop money.
    pub discount_amount: Amount,
    /// The same in presentment money.
    pub presentment_discount_amount: Amount,
}

/// A staged shipping charge has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
