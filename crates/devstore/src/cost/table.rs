//! Where the real store's costs differ from the rule.

/// Types that cost nothing, with everything below them.
const FREE_TYPES: &[&str] = &["MoneyBag", "MoneyV2"];

/// Fields that cost nothing, with everything below them.
const FREE_FIELDS: &[(&str, &str)] = &[
    ("Customer", "addresses"),
    ("Customer", "defaultAddress"),
    ("Customer", "emailMarketingConsent"),
    ("Customer", "smsMarketingConsent"),
    ("InventoryItem", "measurement"),
    ("InventoryItem", "unitCost"),
    ("Location", "address"),
    ("Shop", "billingAddress"),
    ("Shop", "currencyFormats"),
    ("Shop", "shopAddress"),
];

/// Fields with a cost of their own, whatever is selected below.
const FIXED_FIELDS: &[(&str, &str, u64)] =
    &[("Publication", "includedProductsCount", 10), ("StoreCreditAccount", "balance", 5)];

/// Mutations with another base than 10.
const MUTATIONS: &[(&str, u64)] = &[
    ("deliveryProfileUpdate", 100),
    ("fileCreate", 20),
    ("orderCapture", 20),
    ("refundCreate", 20),
    ("storeCreditAccountCredit", 15),
    ("storeCreditAccountDebit", 15),
];

/// Whether the field costs nothing.
pub(super) fn is_free(parent: &str, field: &str, ty: &str) -> bool {
    FREE_TYPES.contains(&ty) || FREE_FIELDS.contains(&(parent, field))
}

/// The cost of a field that has one of its own.
pub(super) fn fixed(parent: &str, field: &str, ty: &str) -> Option<u64> {
    if parent == "QueryRoot" && ty == "Count" {
        return Some(10);
    }
    FIXED_FIELDS.iter().find(|(owner, name, _)| *owner == parent && *name == field).map(|(_, _, cost)| *cost)
}

/// What a mutation costs before anything is selected.
pub(super) fn mutation(field: &str) -> u64 {
    MUTATIONS.iter().find(|(name, _)| *name == field).map_or(10, |(_, cost)| *cost)
}
