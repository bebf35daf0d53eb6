//! The numbers by which BC knows the objects of catalogs.

/// Report 30115, Sync Catalogs.
pub const SYNC_CATALOGS: i32 = 30115;
/// Report 30116, Sync Catalog Prices.
pub const SYNC_CATALOG_PRICES: i32 = 30116;
