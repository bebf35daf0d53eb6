//! Setting staged orders aside: no document is made of them, and nobody is reminded, until someone takes them back.

mod mark;
mod reason;
mod told;

pub(crate) use mark::put;
pub use mark::{set_aside, take_back};
pub(crate) use reason::reason_of;
pub(crate) use told::no_longer_told;
