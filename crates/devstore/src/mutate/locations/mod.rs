//! The places that goods are kept at and sent from.

mod activate;
mod add;
mod deactivate;
mod edit;

pub(crate) use activate::location_activate;
pub(crate) use add::location_add;
pub(crate) use deactivate::location_deactivate;
pub(crate) use edit::location_edit;
