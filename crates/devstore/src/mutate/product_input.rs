use rust_decimal::Decimal;
use serde::Deserialize;

use crate::store::product::Weight;

/// `ProductSetIdentifiers`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ProductIdentifier {
    pub handle: Option<String>,
    pub id: Option<String>,
}

/// `ProductSetInput`. A list that is left out stays as it is; what a given list omits is deleted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ProductInput {
    pub description_html: Option<String>,
    pub gift_card: Option<bool>,
    pub handle: Option<String>,
    pub id: Option<String>,
    pub product_options: Option<Vec<OptionInput>>,
    pub product_type: Option<String>,
    pub status: Option<String>,
    pub tags: Option<Vec<String>>,
    pub title: Option<String>,
    pub variants: Option<Vec<VariantInput>>,
    pub vendor: Option<String>,
}

/// `OptionSetInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OptionInput {
    pub id: Option<String>,
    pub name: Option<String>,
    pub position: Option<i64>,
    pub values: Option<Vec<OptionValueInput>>,
}

/// `OptionValueSetInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct OptionValueInput {
    pub id: Option<String>,
    pub name: Option<String>,
}

/// `ProductVariantSetInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct VariantInput {
    pub barcode: Option<String>,
    pub compare_at_price: Option<Decimal>,
    pub id: Option<String>,
    pub inventory_item: Option<InventoryItemInput>,
    pub inventory_policy: Option<String>,
    pub inventory_quantities: Option<Vec<InventoryInput>>,
    pub option_values: Vec<VariantOptionInput>,
    pub position: Option<i64>,
    pub price: Option<Decimal>,
    pub sku: Option<String>,
    pub taxable: Option<bool>,
}

/// `VariantOptionValueInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct VariantOptionInput {
    pub id: Option<String>,
    pub name: Option<String>,
    pub option_id: Option<String>,
    pub option_name: Option<String>,
}

/// `ProductSetInventoryInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct InventoryInput {
    pub location_id: String,
    pub name: String,
    pub quantity: i64,
}

/// `InventoryItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct InventoryItemInput {
    pub cost: Option<Decimal>,
    pub country_code_of_origin: Option<String>,
    pub harmonized_system_code: Option<String>,
    pub measurement: Option<MeasurementInput>,
    pub requires_shipping: Option<bool>,
    pub sku: Option<String>,
    pub tracked: Option<bool>,
}

/// `InventoryItemMeasurementInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MeasurementInput {
    pub weight: Option<Weight>,
}
