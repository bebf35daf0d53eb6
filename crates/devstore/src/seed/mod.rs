//! A believable shop of any size, the same for the same seed.

mod assortment;
mod catalog;
mod chance;
mod fill;
mod order;
mod people;
mod places;
mod staff;

pub use catalog::{CatalogItem, catalog};
pub(crate) use chance::Chance;
pub use fill::Seeded;
pub(crate) use fill::{fill, place, stock, welcome};
pub use people::{DemoCustomer, customers, customers_for};
