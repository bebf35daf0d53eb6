//! Posted sales documents: shipments, invoices and credit memos, as they were when they were posted.

pub mod header;
pub mod line;

pub use header::Kind;
