//! Orders: from the store to the sales order.

pub(crate) mod import;
pub mod options;
pub mod staged;
pub mod to_import;
