//! Pictures: told from what is none by their first bytes, and drawn where there is only an address to take one from.

mod draw;
mod kept;
mod size;
mod unfit;

pub(crate) use kept::Picture;
pub(crate) use unfit::Unfit;
