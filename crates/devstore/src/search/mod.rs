//! Shopify's search syntax: what a query means, which fields a connection knows, and whether a record matches.

mod bulk_operations;
mod catalogs;
mod companies;
mod compile;
mod customers;
mod drafts;
mod echo;
mod field;
mod files;
mod fulfillment_orders;
mod inventory;
mod locations;
mod orders;
mod parse;
mod prices;
mod products;
mod test;
mod variants;
mod webhooks;

pub(crate) use bulk_operations::{BULK_OPERATIONS, BulkRow};
pub(crate) use catalogs::{CATALOGS, CatalogRow, MARKETS};
pub(crate) use companies::{COMPANIES, COMPANY_LOCATIONS, LocationRow};
pub(crate) use compile::{InvalidTime, Report, Search, Searchable};
pub(crate) use customers::CUSTOMERS;
pub(crate) use drafts::DRAFTS;
pub(crate) use files::FILES;
pub(crate) use fulfillment_orders::{FULFILLMENT_ORDERS, WaitingRow};
pub(crate) use inventory::{INVENTORY_ITEMS, LEVELS, LevelRow};
pub(crate) use locations::LOCATIONS;
pub(crate) use orders::ORDERS;
pub(crate) use parse::{Comparator, Query, parse};
pub(crate) use prices::PRICES;
pub(crate) use products::PRODUCTS;
pub(crate) use variants::{VARIANTS, VariantRow};
pub(crate) use webhooks::WEBHOOKS;
