use serde::{Deserialize, Serialize};

/// The request page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// Whether every number is sent, also those that Shopify is known to have. Nothing is overwritten by that: each still
    /// says what it changes from.
    pub skip_import: bool,
    /// Whether all numbers are read in Shopify and compared, although that was done in the last 24 hours.
    pub compare_with_shopify: bool,
}
