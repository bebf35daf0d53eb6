//! What the app must be allowed, and whose turn its calls have.

use job_queue::Context;
use shopify::{Lane, Scopes};

use crate::{Error, orders, shops};

/// One of these is enough, for the locations that each is for.
const WRITE: [&str; 3] = [
    "write_merchant_managed_fulfillment_orders",
    "write_assigned_fulfillment_orders",
    "write_third_party_fulfillment_orders",
];

/// Buyers wait to hear that their goods are on their way, as they wait for their orders to be taken.
pub(super) fn lane(cx: &Context) -> Lane {
    orders::lane(cx)
}

/// Checks that parcels may be made in the shop's store.
///
/// # Errors
/// [`Error::ReadOnly`], [`Error::NoScope`].
pub(super) fn check(shop: &shops::Model) -> Result<(), Error> {
    if !shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(shop.code.to_string()));
    }
    let granted = Scopes::parse(&shop.granted_scopes);
    if !WRITE.iter().any(|scope| granted.grant(scope)) {
        let [scope, ..] = WRITE;
        return Err(Error::NoScope { shop: shop.code.to_string(), scope });
    }
    if !granted.grant("read_locations") {
        return Err(Error::NoScope { shop: shop.code.to_string(), scope: "read_locations" });
    }
    Ok(())
}
