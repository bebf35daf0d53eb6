//! Catalogs, and the price lists that say what goods cost in them. Everything comes page wide: all catalogs of a store in
//! one call as a rule, 250 fixed prices in each, 250 changed prices in each.
//!
//! A price list adjusts the prices of the products and has *fixed* prices of its own beside that. Only these are read: an
//! adjusted price changes whenever the product does, a fixed one only when someone fixes another.

mod catalog;
mod context;
mod fix;
mod list;
mod options;
mod prices;
mod stand;

pub use catalog::{
    CompanyCatalog, CompanyOfLocation, LocationOfCatalog, LocationOfCatalogConnection, MarketCatalog, MarketOfCatalog,
    MarketOfCatalogConnection, PriceListOfCatalog, PublicationOfCatalog,
};
pub use context::{CatalogContext, ContextVariables};
pub use fix::{FixVariables, MANY, MoneyInput, PriceInput, PriceListFixedPricesUpdate, Refused, fix, unfix};
pub use list::{All, Catalogs, CatalogsVariables, Wanted, all};
pub use options::CatalogStatus;
pub use prices::{FixedPrice, PriceListPrices, PricesPage, PricesVariables, VariantOfPrice, begin, prices};
pub use stand::{CatalogStand, Count, PriceListStand, PriceListsStand, PublicationStand, StandVariables, stand};
