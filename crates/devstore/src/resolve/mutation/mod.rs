//! The mutations, an area a file: each takes its fields, reads their arguments and says what the answer holds.

mod area;
mod catalog;
mod customers;
mod drafts;
mod fulfilment;
mod inventory;
mod money;
mod order_edits;
mod orders;
mod returns;
mod root;

pub(crate) use root::MutationRoot;
