//! Catalogs and what they hold: which products, and at which prices.

mod context;
mod context_update;
mod create;
mod delete;
mod fixed_prices;
mod fixed_prices_by_product;
mod market_create;
mod price_list_create;
mod price_list_delete;
mod price_list_update;
mod publication_create;
mod publication_update;
mod publish;
mod quantity_pricing;
mod update;

pub(crate) use context_update::catalog_context_update;
pub(crate) use create::catalog_create;
pub(crate) use delete::catalog_delete;
pub(crate) use fixed_prices::price_list_fixed_prices_change;
pub(crate) use fixed_prices_by_product::price_list_fixed_prices_by_product;
pub(crate) use market_create::market_create;
pub(crate) use price_list_create::price_list_create;
pub(crate) use price_list_delete::price_list_delete;
pub(crate) use price_list_update::price_list_update;
pub(crate) use publication_create::publication_create;
pub(crate) use publication_update::publication_update;
pub(crate) use publish::{publishable_publish, publishable_unpublish};
pub(crate) use quantity_pricing::quantity_pricing_by_variant_update;
pub(crate) use update::catalog_update;
