//! How an error is answered: its status, its code, and what its reader is told.

mod answer;
mod body;
mod status;
mod target;

pub(crate) use body::{Detail, Part, Refusal};
pub(crate) use status::code;
