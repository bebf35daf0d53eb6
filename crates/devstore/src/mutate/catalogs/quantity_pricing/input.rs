use serde::Deserialize;

use super::super::fixed_prices::{Amount, PriceInput};

/// `QuantityPricingByVariantUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct QuantityPricingInput {
    pub prices_to_add: Vec<PriceInput>,
    pub prices_to_delete_by_variant_id: Vec<String>,
    pub quantity_price_breaks_to_add: Vec<BreakInput>,
    pub quantity_price_breaks_to_delete: Vec<String>,
    pub quantity_price_breaks_to_delete_by_variant_id: Option<Vec<String>>,
    pub quantity_rules_to_add: Vec<RuleInput>,
    pub quantity_rules_to_delete_by_variant_id: Vec<String>,
}

/// `QuantityPriceBreakInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct BreakInput {
    pub minimum_quantity: i64,
    pub price: Amount,
    pub variant_id: String,
}

/// `QuantityRuleInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RuleInput {
    pub increment: i64,
    pub maximum: Option<i64>,
    pub minimum: i64,
    pub variant_id: String,
}
