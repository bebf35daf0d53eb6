//! The audit log: who changed what that others should know of.

mod changes;
pub mod entry;
mod record;
mod redact;

pub use record::{About, Audit};
