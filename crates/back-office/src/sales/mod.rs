//! Sales documents: what a customer has ordered, at which prices, with which VAT.

mod amounts;
mod context;
mod create;
mod discount;
mod known_item;
pub mod line;
mod new_order;
pub mod order;
mod prepare;
mod rows;
mod setup;
mod vat;

pub use context::Context;
pub use create::{Outcome, create_order, create_orders};
pub use line::LineKind;
pub use new_order::{Address, NewLine, NewOrder, Source};
pub use order::Status;
pub use setup::Setup;
