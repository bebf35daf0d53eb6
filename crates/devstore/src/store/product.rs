use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::level::{Level, QuantityName};

/// The option of a product that has nothing to choose, and its only value.
pub(crate) const DEFAULT_OPTION: &str = "Title";
pub(crate) const DEFAULT_VALUE: &str = "Default Title";

/// A product with its variants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Product {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Since when the online store has it.
    pub published_at: Option<DateTime<Utc>>,
    pub title: String,
    pub handle: String,
    pub description_html: String,
    pub product_type: String,
    pub vendor: String,
    pub status: String,
    pub tags: Vec<String>,
    pub gift_card: bool,
    #[serde(default)]
    pub seo: Seo,
    /// Its pictures, in the order that they are shown in.
    #[serde(default)]
    pub media: Vec<u64>,
    pub options: Vec<ProductOption>,
    /// In the order of their positions; never empty.
    pub variants: Vec<Variant>,
}

impl Product {
    /// The variant with this id.
    pub(crate) fn variant(&self, id: u64) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.id == id)
    }

    /// Whether the product has nothing to choose.
    pub(crate) fn has_only_default_variant(&self) -> bool {
        let default = |variant: &Variant| matches!(variant.options.as_slice(), [(name, value)] if name == DEFAULT_OPTION && value == DEFAULT_VALUE);
        matches!(self.variants.as_slice(), [only] if default(only))
    }

    /// How many there are in stock.
    pub(crate) fn total_inventory(&self) -> i64 {
        self.variants.iter().map(Variant::inventory_quantity).sum()
    }
}

/// What search engines are told about a product, where it differs from what people are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Seo {
    pub title: Option<String>,
    pub description: Option<String>,
}

/// Something to choose, as the size.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ProductOption {
    pub id: u64,
    pub name: String,
    pub values: Vec<OptionValue>,
}

/// One value of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OptionValue {
    pub id: u64,
    pub name: String,
}

/// What is sold: a product with every option chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Variant {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub inventory_item_id: u64,
    pub sku: Option<String>,
    pub barcode: Option<String>,
    pub price: Decimal,
    pub compare_at_price: Option<Decimal>,
    pub cost: Option<Decimal>,
    pub taxable: bool,
    pub requires_shipping: bool,
    pub tracked: bool,
    pub inventory_policy: String,
    /// What each location has of it.
    #[serde(deserialize_with = "super::level::kept")]
    pub stock: BTreeMap<u64, Level>,
    pub weight: Option<Weight>,
    pub country_of_origin: Option<String>,
    #[serde(default)]
    pub province_of_origin: Option<String>,
    pub harmonized_system_code: Option<String>,
    /// Option name and value, in the order of the product's options.
    pub options: Vec<(String, String)>,
    /// The picture of the product that shows it.
    #[serde(default)]
    pub media: Option<u64>,
    /// When its inventory item was last another than before, quantities aside; with the variant when it never was.
    #[serde(default)]
    pub item_changed_at: Option<DateTime<Utc>>,
    /// Whether it is made of other variants, and has no stock of its own that could be changed.
    #[serde(default)]
    pub bundle: bool,
}

impl Variant {
    /// How many there are to be sold, wherever they are.
    pub(crate) fn inventory_quantity(&self) -> i64 {
        self.stock.values().map(Level::for_sale).sum()
    }

    /// How many pieces in this state a location has.
    pub(crate) fn stock_at(&self, location: u64, name: QuantityName) -> i64 {
        self.stock.get(&location).map(|level| level.get(name)).unwrap_or_default()
    }

    /// Whether the other has the same inventory item, quantities aside.
    pub(crate) fn has_item_of(&self, other: &Self) -> bool {
        let plain = |variant: &Self| (variant.cost, variant.requires_shipping, variant.tracked);
        plain(self) == plain(other)
            && self.sku == other.sku
            && self.weight == other.weight
            && self.country_of_origin == other.country_of_origin
            && self.province_of_origin == other.province_of_origin
            && self.harmonized_system_code == other.harmonized_system_code
    }

    /// When its inventory item was last another, quantities aside.
    pub(crate) fn item_updated_at(&self) -> DateTime<Utc> {
        self.item_changed_at.unwrap_or(self.created_at)
    }

    /// `M / Red`, or `Default Title`.
    pub(crate) fn title(&self) -> String {
        self.options.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" / ")
    }
}

/// A weight in the unit it was given in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Weight {
    pub value: f64,
    pub unit: String,
}

impl Weight {
    /// The weight in grams.
    pub(crate) fn grams(&self) -> f64 {
        let factor = match self.unit.as_str() {
            "KILOGRAMS" => 1000.0,
            "POUNDS" => 453.592_37,
            "OUNCES" => 28.349_523_125,
            _ => 1.0,
        };
        self.value * factor
    }
}
