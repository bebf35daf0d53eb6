//! What goes wrong, when it should: planned for an operation, and seeded where it is left to chance.

mod fault;
mod kind;
mod plan;
mod spoil;

pub use fault::{Fault, FaultBody};
pub use kind::FaultKind;
pub(crate) use plan::Faults;
pub(crate) use spoil::spoil;
