//! Report 30112, Add Customer to Shopify: customers become those of a store who are not there yet.
//!
//! `collect → find → link → make → record`. Whoever is in the store already, by e-mail address or by phone, is linked and not
//! made; of the others each is made and gets its address. Nobody is made twice: an e-mail address is of one customer at
//! most, and one whose answer was lost is known by its own when it is found.

mod collect;
mod find;
mod link;
mod make;
mod run;
mod start;
mod task;

pub use start::for_customers;
pub use task::{AddCustomers, Options};
