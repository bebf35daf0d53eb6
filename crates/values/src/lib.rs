//! The values that every part of the program speaks of: amounts, codes, options, filters, date formulas.
//!
//! A value is parsed once, at the edge, and trusted from then on. Nothing here does I/O.
//!
//! Invariants: an [`money::Amount`] and its sisters have at most five decimals and fit a 64-bit integer scaled by 10⁵,
//! so they are the same in memory, in either database and in JSON, and zero has no sign; a [`Code`] is trimmed and upper
//! case.
//!
//! Features: `db` lets the types be columns, `api` describes them in schemas.

pub mod code;
pub mod date_formula;
pub mod entered;
pub mod field;
pub mod filter;
pub mod money;
mod options;

#[cfg(feature = "db")]
mod db;

pub use code::Code;
pub use date_formula::DateFormula;
pub use filter::Filter;

#[doc(hidden)]
pub mod private {
    //! What the macros of this crate name in other crates.
    #[cfg(feature = "api")]
    pub use schemars;
    #[cfg(feature = "db")]
    pub use sea_orm;
    pub use serde;
    pub use serde_json;
}
