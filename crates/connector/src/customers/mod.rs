//! Customers: who buys in a store, and which customers they are here.
//!
//! [`sync_customers`] reads those who have changed and stages them ([`staged`]), finds their customers, and makes or changes
//! customers where the shop card says so; the other way it changes those in Shopify whose customers have changed here.
//! [`add_customers`] makes customers in Shopify that are not there yet. Orders find their customers by what is staged
//! (`orders::mapping`).
//!
//! What is made of whom is decided in one place: `told` says what a customer takes of Shopify, `create` from which
//! template it is made, [`countries`] what holds for a country.

pub mod add_customers;
pub mod countries;
pub(crate) mod create;
pub(crate) mod export;
mod import;
pub mod map;
pub(crate) mod names;
mod objects;
pub mod phone;
mod setup;
pub mod staged;
pub mod sync_customers;
pub(crate) mod told;

pub(crate) use import::read;
pub(crate) use objects::CUSTOMER_NUMBER;
pub use objects::{ADD_CUSTOMERS, SYNC_COUNTRIES, SYNC_CUSTOMERS};
pub(crate) use setup::Setup;
