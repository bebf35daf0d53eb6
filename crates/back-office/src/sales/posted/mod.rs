//! Posted sales documents: shipments, invoices and credit memos, as they were when they were posted.

mod delivery;
pub mod header;
pub mod line;

pub use delivery::say_deliveries;
pub use header::Kind;
