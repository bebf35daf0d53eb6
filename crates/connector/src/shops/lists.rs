//! What a store has set up, and people map to the back office: its locations, payment terms and ways of sending goods.

use std::ops::AddAssign;

use shopify::Scopes;

use super::entity::Model;
use super::find;
use crate::customers::countries;
use crate::{Connector, Error, locations, mappings};

/// What reading such a list has brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// As many the store has.
    pub found: u64,
    /// As many of them were not known.
    pub new: u64,
    /// As many say something else than before.
    pub changed: u64,
}

impl AddAssign for Refreshed {
    fn add_assign(&mut self, other: Self) {
        self.found += other.found;
        self.new += other.new;
        self.changed += other.changed;
    }
}

/// The shop, for a list that a person asks for.
///
/// # Errors
/// [`Error::NoShop`]; [`Error::NoScope`] when the app may not read it.
pub(crate) async fn asked(connector: &Connector, code: &str, scope: &'static str) -> Result<Model, Error> {
    let shop = connector.db().read(|r| async move { find(&r, code).await }).await?;
    if !may_read(&shop, scope) {
        return Err(Error::NoScope { shop: shop.code.to_string(), scope });
    }
    Ok(shop)
}

/// Reads all of them for a shop, as far as its app may: one call each. A list that can't be read holds nothing up: it is
/// read when a person asks for it.
pub(super) async fn refresh_all(connector: &Connector, shop: &Model) {
    let told = |list: &str, read: Result<Refreshed, Error>| {
        if let Err(error) = read {
            tracing::warn!(shop = shop.code.as_str(), list, %error, "a list of the store can't be read now");
        }
    };
    if may_read(shop, locations::SCOPE) {
        told("locations", locations::refresh_for(connector, shop).await);
    }
    if may_read(shop, mappings::PAYMENT_TERMS_SCOPE) {
        told("payment terms", mappings::refresh_payment_terms_for(connector, shop).await);
    }
    if may_read(shop, mappings::SHIPMENT_METHODS_SCOPE) {
        told("shipment methods", mappings::refresh_shipment_methods_for(connector, shop).await);
    }
    told("countries", countries::refresh_for(connector, shop).await);
}

fn may_read(shop: &Model, scope: &str) -> bool {
    Scopes::parse(&shop.granted_scopes).grant(scope)
}
