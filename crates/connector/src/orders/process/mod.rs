//! Processing: a mapped order becomes a sales document.

mod addresses;
mod create;
mod fail;
mod kind;
mod lines;
mod new_order;
mod open_document;
mod posting_date;
mod preview;
mod prove;
mod run;
#[cfg(test)]
mod tests;

pub(super) use lines::{DUTIES, ROUNDING, blank as blank_line, comment as number_line, price_of};
pub(crate) use new_order::SOURCE_KIND;
pub(super) use new_order::new_order;
pub(super) use open_document::open_document;
pub use preview::Previewed;
pub(super) use preview::preview_of;
pub(super) use prove::prove;
pub(super) use run::next;
pub use run::{Run, run};
