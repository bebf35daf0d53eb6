//! Sales documents: what a customer has ordered, at which prices, with which VAT.

mod amounts;
mod context;
mod create;
mod discount;
pub mod line;
mod new_order;
pub mod order;
mod setup;
mod vat;

pub use context::Context;
pub use create::{Outcome, create_order};
pub use line::LineKind;
pub use new_order::{Address, NewLine, NewOrder, Source};
pub use order::Status;
pub use setup::Setup;
