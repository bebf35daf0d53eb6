//! The audit log: who changed what that others should know of.

pub mod entry;
mod record;

pub use record::Audit;
