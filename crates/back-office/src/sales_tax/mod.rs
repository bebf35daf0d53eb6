//! Sales tax, as it is levied in the United States and in Canada: by the area of the buyer and the group of what is sold,
//! by several jurisdictions at once, each with an account of its own.
//!
//! `Tables` has what was set up; what that comes to for one area and group on a day are `Taxes`, which say how much
//! each jurisdiction gets of a base. A line is taxed when its buyer is liable to tax and both area and group are named.

pub mod area;
pub mod area_line;
pub mod detail;
pub mod group;
pub mod jurisdiction;
mod tables;
mod taxed;
mod taxes;

pub(crate) use tables::Tables;
pub(crate) use taxed::{ByTaxed, Conversion, Taxed};
pub(crate) use taxes::{Share, Taxes};
