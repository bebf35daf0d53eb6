//! The numbers by which BC knows the objects of companies.

/// Report 30114, Sync Companies.
pub const SYNC_COMPANIES: i32 = 30114;
