//! Sales invoices and credit memos whether they are posted or not, and shipments: one list of each, as Business
//! Central's API has them. They are views over the tables of documents and of posted documents.

pub mod header;
pub mod line;
mod view;

pub use header::Status;
pub(crate) use view::create_views;
