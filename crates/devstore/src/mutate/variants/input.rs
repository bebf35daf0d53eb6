use rust_decimal::Decimal;
use serde::Deserialize;

use super::super::given::Given;
use super::super::media::FileInput;
use crate::store::product::Weight;

/// `ProductVariantsBulkInput` and `ProductVariantSetInput`: each has some fields that the other has not.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct VariantInput {
    pub barcode: Given<String>,
    pub compare_at_price: Given<Decimal>,
    pub file: Option<FileInput>,
    pub id: Option<String>,
    pub inventory_item: Option<InventoryItemInput>,
    pub inventory_policy: Option<String>,
    pub inventory_quantities: Option<Vec<InventoryInput>>,
    pub media_id: Option<String>,
    pub media_src: Option<Vec<String>>,
    pub option_values: Option<Vec<VariantOptionInput>>,
    pub position: Option<i64>,
    pub price: Option<Decimal>,
    pub sku: Given<String>,
    pub taxable: Option<bool>,
}

impl VariantInput {
    /// The SKU that it is to have: the one of its inventory item, else its own.
    pub(super) fn wanted_sku(&self) -> &Given<String> {
        match &self.inventory_item {
            Some(item) if item.sku != Given::LeftOut => &item.sku,
            _ => &self.sku,
        }
    }
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

/// `ProductSetInventoryInput`, and `InventoryLevelInput`, which is always about what is available.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct InventoryInput {
    pub location_id: String,
    pub name: Option<String>,
    #[serde(alias = "availableQuantity")]
    pub quantity: i64,
}

/// `InventoryItemInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct InventoryItemInput {
    pub cost: Given<Decimal>,
    pub country_code_of_origin: Given<String>,
    pub harmonized_system_code: Given<String>,
    pub province_code_of_origin: Given<String>,
    pub measurement: Option<MeasurementInput>,
    pub requires_shipping: Option<bool>,
    pub sku: Given<String>,
    pub tracked: Option<bool>,
}

/// `InventoryItemMeasurementInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct MeasurementInput {
    pub weight: Option<Weight>,
}
