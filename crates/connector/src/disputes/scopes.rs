use crate::{Error, shops};

/// The scopes that it takes: of several one is enough, the first for choice.
const NEEDED: [&[&str]; 3] = [
    &["read_shopify_payments_accounts", "read_shopify_payments"],
    &["read_shopify_payments_disputes"],
    &["read_orders"],
];

/// The scope that the app of a shop lacks to read disputes.
pub(crate) fn lacking(shop: &shops::Model) -> Option<&'static str> {
    shops::lacking(shop, &NEEDED)
}

/// Refuses a shop whose app may not read disputes.
pub(crate) fn check(shop: &shops::Model) -> Result<(), Error> {
    match lacking(shop) {
        Some(scope) => Err(Error::NoScope { shop: shop.code.to_string(), scope }),
        None => Ok(()),
    }
}
