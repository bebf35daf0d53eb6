//! Prices, discounts and when is paid.

mod catalogs;
pub mod documents;
mod invoice_discounts;
mod lists;
pub mod payment;
pub mod shelf;
