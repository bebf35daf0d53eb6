//! Processing: a mapped order becomes a sales document.

mod addresses;
mod create;
mod fail;
mod kind;
mod lines;
mod new_order;
mod posting_date;
mod prove;
mod run;
#[cfg(test)]
mod tests;

pub(super) use new_order::{SOURCE_KIND, new_order};
pub(super) use prove::prove;
pub use run::{Run, run};
