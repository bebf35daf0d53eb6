//! The whole system on a shop of its own: a company in a temporary folder, and a store that this process stands in for.

pub mod company;
mod goods;
mod once;
mod payments;
mod recurring;
mod sale;
mod serving;
mod shelf;
mod world;

pub use goods::Goods;
pub use once::once;
pub use serving::serving;

/// From which the customers of every demo are made, so that those of the store and of the back office are the same.
pub const SEED: u64 = 0;
/// The code of the demo's shop.
const SHOP: &str = "DEMO";
