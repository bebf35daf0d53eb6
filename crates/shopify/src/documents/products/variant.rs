use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::options::{InventoryPolicy, WeightUnit};
use crate::documents::orders::CountryCode;
use crate::{Rate, schema};

/// One variant: itself, its inventory item and its options. What it weighs and costs is free.
pub(super) const VARIANT_COST: u32 = 3;

/// A variant.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct ProductVariant {
    /// The id.
    pub id: cynic::Id,
    /// What is chosen, as `M / Red`; `Default Title` where there is nothing to choose.
    pub title: String,
    /// The title of the product with it.
    pub display_name: String,
    /// Its place among the variants, from 1.
    pub position: i32,
    /// Its stock keeping unit.
    pub sku: Option<String>,
    /// Its bar code.
    pub barcode: Option<String>,
    /// What it is sold for.
    pub price: Money,
    /// What it was sold for before.
    pub compare_at_price: Option<Money>,
    /// Whether it is taxed.
    pub taxable: bool,
    /// Whether it can be bought now.
    pub available_for_sale: bool,
    /// Whether more is sold than there is.
    pub inventory_policy: InventoryPolicy,
    /// What is chosen of each option.
    pub selected_options: Vec<SelectedOption>,
    /// What is kept in stock.
    pub inventory_item: InventoryItem,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
}

/// An amount in the store's currency, exactly as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub Decimal);

impl cynic::schema::IsScalar<schema::Money> for Money {
    type SchemaType = schema::Money;
}

/// What is chosen of an option.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct SelectedOption {
    /// The option, as `Size`.
    pub name: String,
    /// What is chosen, as `M`.
    pub value: String,
}

/// What is kept in stock of a variant.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct InventoryItem {
    /// The id.
    pub id: cynic::Id,
    /// What one cost.
    pub unit_cost: Option<UnitCost>,
    /// Whether Shopify counts it.
    pub tracked: bool,
    /// Whether it is sent.
    pub requires_shipping: bool,
    /// Its number in the Harmonized System.
    pub harmonized_system_code: Option<String>,
    /// Where it comes from.
    pub country_code_of_origin: Option<CountryCode>,
    /// The province there.
    pub province_code_of_origin: Option<String>,
    /// What it measures.
    pub measurement: Measurement,
}

/// What one cost.
#[derive(cynic::QueryFragment, Clone, Copy, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "MoneyV2")]
pub struct UnitCost {
    /// How much, exactly as written.
    pub amount: Decimal,
}

/// What something measures.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "InventoryItemMeasurement")]
pub struct Measurement {
    /// What it weighs.
    pub weight: Option<Weight>,
}

/// What something weighs.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct Weight {
    /// How much, exactly as written.
    pub value: Rate,
    /// In what.
    pub unit: WeightUnit,
}
