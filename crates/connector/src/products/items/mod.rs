//! Items that are made of products, and changed by them, where the shop card says so.
//!
//! A product is one transaction: what stands against it is written on the product and as a skipped record, and the next
//! run tries it again.

mod applied;
mod belongings;
mod chosen;
mod create;
mod existing;
mod fail;
mod number;
mod prices;
mod run;
mod setup;
mod texts;
mod units;
mod update;
mod value;

pub use chosen::{Made, create_chosen};
pub(crate) use run::run;
