use super::money::MoneyBag;
use crate::cost::connection;
use crate::{Rate, schema};

/// As many lines come with the order; more take another call.
pub(super) const LINES: u32 = 20;
/// As many shipping lines come with the order.
pub(super) const SHIPPING_LINES: u32 = 2;

/// One line: itself, its attributes, discounts, taxes, product and variant.
pub(super) const LINE_COST: u32 = 6;
/// One shipping line: itself, its discounts and taxes.
pub(super) const SHIPPING_LINE_COST: u32 = 3;
/// All lines that come with an order.
pub(super) const ALL_LINES_COST: u32 = connection(LINES, LINE_COST) + connection(SHIPPING_LINES, SHIPPING_LINE_COST);

/// The lines that come with an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct LineItemConnection {
    /// The lines.
    pub nodes: Vec<LineItem>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// The shipping lines that come with an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct ShippingLineConnection {
    /// The lines.
    pub nodes: Vec<ShippingLine>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// Whether there is more. Without a cursor: what is kept of an order must say the same each time it is asked for.
#[derive(cynic::QueryFragment, Clone, Copy, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "PageInfo")]
pub struct MorePages {
    /// Whether there is.
    pub has_next_page: bool,
}

/// A line of an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct LineItem {
    /// Its id.
    pub id: cynic::Id,
    /// Title and variant in one.
    pub name: String,
    /// The title of the product, when it was ordered.
    pub title: String,
    /// The title of the variant, when it was ordered.
    pub variant_title: Option<String>,
    /// The SKU, when it was ordered.
    pub sku: Option<String>,
    /// The vendor, when it was ordered.
    pub vendor: Option<String>,
    /// The product, if it still exists.
    pub product: Option<Product>,
    /// The variant, if it still exists.
    pub variant: Option<ProductVariant>,
    /// How many were ordered, with those removed later.
    pub quantity: i32,
    /// How many are left of them.
    pub current_quantity: i32,
    /// How many are to be shipped still.
    pub unfulfilled_quantity: i32,
    /// How many can be paid back still.
    pub refundable_quantity: i32,
    /// Whether it is a gift card.
    pub is_gift_card: bool,
    /// Whether it is taxed.
    pub taxable: bool,
    /// Whether it is shipped.
    pub requires_shipping: bool,
    /// The price of one, before discounts.
    pub original_unit_price_set: MoneyBag,
    /// Its parts of discounts.
    pub discount_allocations: Vec<DiscountAllocation>,
    /// Its attributes.
    pub custom_attributes: Vec<Attribute>,
    /// Its taxes.
    pub tax_lines: Vec<TaxLine>,
}

/// A product, by its id.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The id.
    pub id: cynic::Id,
}

/// A variant, by its id and barcode.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ProductVariant {
    /// The id.
    pub id: cynic::Id,
    /// The barcode it has now.
    pub barcode: Option<String>,
}

/// A part of a discount.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct DiscountAllocation {
    /// How much.
    pub allocated_amount_set: MoneyBag,
}

/// An attribute.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: Option<String>,
}

/// A tax.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct TaxLine {
    /// Its name.
    pub title: String,
    /// The rate in percent.
    pub rate_percentage: Option<Rate>,
    /// How much.
    pub price_set: MoneyBag,
    /// Whether a marketplace pays it.
    pub channel_liable: Option<bool>,
}

/// A charge for shipping.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct ShippingLine {
    /// Its id.
    pub id: Option<cynic::Id>,
    /// What the customer saw.
    pub title: String,
    /// The code of the method.
    pub code: Option<String>,
    /// Where the rate comes from.
    pub source: Option<String>,
    /// What kind of delivery it is, as `pickup`.
    pub delivery_category: Option<String>,
    /// Who has worked out the rate.
    pub carrier_identifier: Option<String>,
    /// The price before discounts.
    pub original_price_set: MoneyBag,
    /// Its parts of discounts.
    pub discount_allocations: Vec<DiscountAllocation>,
    /// Its taxes.
    pub tax_lines: Vec<TaxLine>,
}
