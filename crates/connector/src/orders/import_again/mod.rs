//! Staged orders are deleted and imported again: what was mapped, written and misread is forgotten, the document is not.

mod start;
mod task;

pub use start::for_orders;
pub use task::{ImportOrdersAgain, Options};
