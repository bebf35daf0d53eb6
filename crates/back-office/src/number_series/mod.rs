//! Number series: numbers without gaps, drawn in the caller's transaction and given back when that fails.

mod increment;
pub mod line;
mod next;
pub mod series;

pub use next::{Locked, lock, next};
