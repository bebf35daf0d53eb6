//! Catalogs: whom they are for, which products they have, and at which prices.

mod app;
mod catalog;
mod found;
mod market;
mod price;
mod price_list;
mod prices;
mod publication;
mod quantity;

pub(super) use catalog::CatalogObject;
pub(super) use found::{catalogs, catalogs_of, markets, price_lists, publications};
pub(super) use market::MarketObject;
pub(super) use price::price_object;
pub(super) use price_list::PriceListObject;
pub(super) use publication::PublicationObject;
