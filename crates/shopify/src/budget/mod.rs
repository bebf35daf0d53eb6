//! One budget for each store, whoever calls it.
//!
//! Every process that calls a store has a [`Budget`] for it: its calls stand in line there, by [`Lane`] and by how long
//! they have waited. The points themselves are kept in a [`Ledger`] that all processes share. A process takes a *slice*
//! of them, for what waits in its line and a second more, and a few places for calls under way; both expire by
//! themselves, so that a process that was killed holds nothing. What it has not spent it gives back when it asks anew.
//!
//! [`Shared`] is what a ledger keeps, and [`Shared::settle`] the whole rule of sharing: a pure function, the same for a
//! ledger in memory ([`Local`]) and one in a database.

mod lane;
mod ledger;
mod line;
mod local;
mod permit;
mod reserve;
mod shared;
mod standing;
#[cfg(test)]
mod tests;

pub use lane::Lane;
pub use ledger::{Grant, Ledger, Seen, Settled, Statement, Unavailable, Wants};
pub use local::Local;
pub(crate) use permit::Charged;
pub use reserve::Budget;
pub(crate) use reserve::Refusal;
pub use shared::{AT_ONCE, Shared};
pub use standing::Standing;
