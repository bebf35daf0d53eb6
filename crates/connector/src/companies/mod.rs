//! Companies that buy in a store: with their locations, those who speak for them, and which customer each is.
//!
//! Shopify says which companies there are ([`sync_companies`]); whatever the shop card says is told of them finds their
//! customers, or makes them. Until that has happened a company that orders have named is a bare row with its name, and its
//! orders wait. Cards of one store share its companies.

mod customers;
mod import;
mod map;
mod mapping;
mod objects;
mod solve;
pub mod staged;
pub mod sync_companies;
mod upkeep;

pub use map::{map_company, map_company_in};
pub use objects::SYNC_COMPANIES;
