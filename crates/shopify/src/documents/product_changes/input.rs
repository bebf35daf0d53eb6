//! What Shopify is given of products and variants. What is left out stays as it is; what is null becomes nothing.

use rust_decimal::Decimal;
use serde::Serialize;
use values::money::Quantity;

/// What is changed of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductInput {
    /// Its id.
    pub id: String,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What is said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_html: Option<String>,
    /// What kind of product it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_type: Option<String>,
    /// From whom it comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// Its status, as `ACTIVE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// All of its tags; an empty list takes the last one away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// What search engines show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seo: Option<Seo>,
}

/// What search engines show of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Seo {
    /// The title.
    pub title: String,
    /// The text.
    pub description: String,
}

/// What is given of a variant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VariantInput {
    /// Its id; none for one that is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Decimal>,
    /// What it cost before; null where it costs no less now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare_at_price: Option<Option<Decimal>>,
    /// Its bar code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
    /// Whether it is sold when there is none, as `CONTINUE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inventory_policy: Option<&'static str>,
    /// Whether it is taxed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxable: Option<bool>,
    /// What is given of its inventory item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inventory_item: Option<InventoryInput>,
    /// Which value it has of each option; only given for one that is made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub option_values: Vec<OptionValueInput>,
}

/// What is given of the inventory item of a variant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InventoryInput {
    /// Whether its stock is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracked: Option<bool>,
    /// What it costs the merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Decimal>,
    /// Its stock keeping unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Its number in the customs tariff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub harmonized_system_code: Option<Option<String>>,
    /// The country in which it was made, by its ISO code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_code_of_origin: Option<Option<String>>,
    /// What it weighs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measurement: Option<Measurement>,
}

/// What is measured of an inventory item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Measurement {
    /// Its weight.
    pub weight: Weight,
}

/// A weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Weight {
    /// How much.
    pub value: Quantity,
    /// In which unit, as `KILOGRAMS`.
    pub unit: &'static str,
}

/// Which value a variant has of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OptionValueInput {
    /// The option.
    pub option_name: String,
    /// The value.
    pub name: String,
}

/// An option of a product that is made, with all values that its variants have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionInput {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Vec<ValueInput>,
}

/// A value of an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueInput {
    /// Its name.
    pub name: String,
}

/// A product that is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SetInput {
    /// Its address in the store, by which it is known when it is sent again.
    pub handle: String,
    /// What it is called.
    pub title: String,
    /// What is said of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description_html: String,
    /// What kind of product it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub product_type: String,
    /// From whom it comes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub vendor: String,
    /// Its status, as `ACTIVE`.
    pub status: &'static str,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Its options.
    pub product_options: Vec<OptionInput>,
    /// All of its variants.
    pub variants: Vec<VariantInput>,
}
