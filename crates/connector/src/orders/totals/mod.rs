//! What an order comes to, in one of its two moneys, and what a document of it differs by. Pure: it reads no table.
//!
//! An order is told as it was placed and as it is now. What is paid back has a document of its own, so the document of the
//! order is the order as it was placed; what was taken out before anything was paid back was never sold ([`Stand`]).
//!
//! Invariant: what [`expected`] says of an order is what its document must come to; where it does not, the
//! [`Difference`] has a name.

mod decimals;
mod difference;
mod discount;
mod expected;
#[cfg(test)]
mod generated;
mod stand;
#[cfg(test)]
pub(super) mod tests;

pub(super) use decimals::smallest;
pub use difference::{DocumentTotals, difference};
pub use discount::{discount_of, rest};
pub use expected::{Expected, duties, expected, net};
pub use stand::{Stand, is_void};
