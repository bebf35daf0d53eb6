//! A line of a Shopify order (table 30119).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Price, Quantity};

use crate::orders::options::DeliveryMethod;

/// A staged line.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "shopify_order_line")]
#[record(name = "shopifyOrderLines", caption = "Shopify Order Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The order.
    #[sea_orm(indexed)]
    pub order_id: Uuid,
    /// The order's id in Shopify.
    pub shopify_order_id: i64,
    /// The line's id in Shopify.
    #[record(sort)]
    pub line_id: i64,
    /// The product's id in Shopify; 0 for none.
    pub shopify_product_id: i64,
    /// The variant's id in Shopify; 0 for none.
    #[sea_orm(indexed)]
    pub shopify_variant_id: i64,
    /// The stock keeping unit.
    #[record(name = "sku", caption = "SKU")]
    pub sku: String,
    /// Who made it.
    pub vendor: String,
    /// The product's title.
    pub description: String,
    /// The variant's title.
    pub variant_description: String,
    /// How many, with what was paid back or taken away.
    pub quantity: Quantity,
    /// How many are left after that.
    pub current_quantity: Quantity,
    /// How many are to be shipped still.
    pub fulfillable_quantity: Quantity,
    /// How many can be paid back still.
    pub refundable_quantity: Quantity,
    /// How many are not on the document of the order: they were taken out before they were paid, or got instead of others.
    pub not_sold_quantity: Quantity,
    /// Whether the buyer gets it instead of something else: the credit memo of that has it.
    pub exchange_item: bool,
    /// Whether it is a gift card.
    pub gift_card: bool,
    /// Whether it is a tip.
    pub tip: bool,
    /// Whether tax is due.
    pub taxable: bool,
    /// Whether it is shipped.
    pub requires_shipping: bool,
    /// The id in Shopify of the location that sends it; 0 for none that is known.
    pub location_id: i64,
    /// The locations that have something of it to send still, as [`waiting_at`] writes them.
    #[record(skip)]
    pub waiting_at: String,
    /// How it is sent.
    pub delivery_method_type: DeliveryMethod,
    /// The price of one, in shop money.
    pub unit_price: Price,
    /// The same in presentment money.
    pub presentment_unit_price: Price,
    /// The line's share of all discounts, in shop money.
    pub discount_amount: Amount,
    /// The same in presentment money.
    pub presentment_discount_amount: Amount,
    /// The item.
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The item's variant.
    pub variant_code: Code<10>,
    /// The unit.
    pub unit_of_measure_code: Code<10>,
    /// Whether a person chose the item: mapping leaves it.
    #[record(skip)]
    pub item_chosen: bool,
}

/// Locations in one text, each by its id in Shopify.
pub fn waiting_at(locations: &[i64]) -> String {
    locations.iter().map(i64::to_string).collect::<Vec<_>>().join(" ")
}

impl Model {
    /// Whether a location has something of the line to send now that had nothing of it before: pieces were moved. One that
    /// has sent what it had moves nothing.
    pub fn is_moved_since(&self, before: &Self) -> bool {
        let known: Vec<&str> = before.waiting_at.split(' ').collect();
        self.waiting_at.split(' ').any(|location| !location.is_empty() && !known.contains(&location))
    }
}

/// A staged line has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
