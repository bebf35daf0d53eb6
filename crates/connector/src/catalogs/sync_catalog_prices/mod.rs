//! Report 30116, Sync Catalog Prices: `chosen → read → plan → send → record`, a catalog at a time.
//!
//! Every price that is worked out is fixed in the catalog's price list, also one that the list would come to by itself: an
//! adjusted price follows the product's, whoever changes that. So the fixed prices are all that has to be known of a price
//! list, and they are remembered: one cheap call for all catalogs tells whether Shopify has as many of them as were left
//! there, and only then, or once a day, they are read again.

mod chosen;
mod ground;
mod plan;
mod prices;
mod read;
mod reason;
mod record;
mod retire;
mod run;
mod send;
mod stand;
mod take_away;
mod task;

pub use task::{Options, SyncCatalogPrices};
