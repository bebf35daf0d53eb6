//! The document of a refund: a credit memo or a return order that comes to what was paid back, to the cent. Each refund is
//! made into its document in a transaction of its own: `check → lines → document → balance → release → prove`.
//!
//! Invariant: a refund has one document, whatever is run again; the back office knows it by the refund's id.

mod balance;
mod check;
mod create;
mod document;
mod fail;
mod invoice;
mod items;
mod lines;
mod money;
mod refusal;
mod run;
#[cfg(test)]
mod tests;

pub use refusal::Refusal;
pub(crate) use run::SHOPIFY_REFUND_ID;
pub(in crate::orders) use run::{Run, run, table};
