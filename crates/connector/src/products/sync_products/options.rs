use serde::{Deserialize, Serialize};

/// What the request page of the task asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    /// Whether nothing but prices goes to Shopify, whichever way products go.
    pub only_sync_prices: bool,
    /// Whether the products that are named are sent to Shopify, and not read from there. No page shows it.
    #[schemars(skip)]
    pub send_to_shopify: bool,
    /// How many products are read at most; 0 or less for all of them. No page shows it.
    #[schemars(skip)]
    pub number_of_records: i64,
}

impl Options {
    /// How many products are read at most, if not all.
    pub(super) fn most(self) -> Option<u64> {
        u64::try_from(self.number_of_records).ok().filter(|most| *most > 0)
    }
}
