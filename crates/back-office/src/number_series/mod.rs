//! Number series: numbers without gaps, drawn in the caller's transaction and given back when that fails.

mod given;
mod increment;
pub mod line;
mod next;
mod refusal;
pub mod series;

pub(crate) use given::given;
pub use increment::increment;
pub use next::{Locked, lock, next};
pub use refusal::Refusal;
