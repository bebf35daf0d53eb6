//! Texts of Shopify, cut to what the back office keeps of them.

/// What an item or its variant is described by at most.
const DESCRIPTION: usize = 100;

/// What describes an item or its variant.
pub(super) fn description(text: &str) -> String {
    text.trim().chars().take(DESCRIPTION).collect()
}
