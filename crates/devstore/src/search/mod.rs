//! Shopify's search syntax: what a query means, which fields a connection knows, and whether a record matches.

mod compile;
mod customers;
mod echo;
mod field;
mod orders;
mod parse;
mod products;
mod test;
mod variants;

pub(crate) use compile::{InvalidTime, Report, Search, Searchable};
pub(crate) use customers::CUSTOMERS;
pub(crate) use orders::ORDERS;
pub(crate) use products::PRODUCTS;
pub(crate) use variants::{VARIANTS, VariantRow};
