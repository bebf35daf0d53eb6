//! Fields of a shop card are changed: put in, followed by what they change in others, and checked.

mod agree;
mod change;
mod check;
mod fields;
mod follow;
mod numbers;

pub use change::{change, set};
pub use fields::SETTABLE;
