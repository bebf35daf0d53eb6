//! Catalogs: what companies and markets pay in a store, and the terms on which prices are worked out for them here.
//!
//! Shopify says which catalogs there are and for whom ([`sync_catalogs`]); a person says on each on which terms its prices
//! are found; [`sync_catalog_prices`] fixes them in its price list. A catalog for several companies has a line for each,
//! of which one at most gives the prices ([`take_over`]).

mod follow;
mod objects;
pub mod options;
pub mod staged;
pub mod sync_catalog_prices;
pub mod sync_catalogs;
mod take_over;
mod upkeep;

pub(crate) use follow::follow;
pub use objects::{SYNC_CATALOG_PRICES, SYNC_CATALOGS};
pub use take_over::take_over;
