//! Catalogs and what they hold: which products, and at which prices.

mod context;
mod create;
mod delete;
mod fixed_prices;
mod market_create;
mod price_list_create;
mod publication_create;
mod publish;
mod update;

pub(crate) use create::catalog_create;
pub(crate) use delete::catalog_delete;
pub(crate) use fixed_prices::price_list_fixed_prices_change;
pub(crate) use market_create::market_create;
pub(crate) use price_list_create::price_list_create;
pub(crate) use publication_create::publication_create;
pub(crate) use publish::publishable_publish;
pub(crate) use update::catalog_update;
