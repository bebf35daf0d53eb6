//! A tax that Shopify worked out (table 30122), for reading: a sales document works out its own.

use database::Record;
use sea_orm::entity::prelude::*;
use values::money::{Amount, Percent};

values::options! {
    /// What is taxed.
    pub enum Parent {
        /// The whole order.
        #[default]
        Order => "Order",
        /// One line.
        OrderLine => "Order Line",
        /// One shipping charge.
        ShippingCharge => "Shipping Charge",
        /// One additional fee.
        AdditionalFee => "Additional Fee",
    }
}

/// A staged tax line.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_tax_line")]
#[record(name = "shopifyOrderTaxLines", caption = "Shopify Order Tax Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// What is taxed.
    pub parent_type: Parent,
    /// Its id in Shopify.
    pub parent_id: i64,
    /// The place in the list.
    #[record(caption = "Line No.")]
    pub line_number: i32,
    /// What the tax is called.
    pub title: String,
    /// Its rate.
    #[record(caption = "Rate %")]
    pub rate_percentage: Percent,
    /// How much, in shop money.
    pub amount: Amount,
    /// The same in presentment money.
    pub presentment_amount: Amount,
    /// Whether the channel pays it.
    pub channel_liable: bool,
}

/// A staged tax line has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
