//! Amounts that move from one account to another: the lines of a journal, and payments.

mod check;
mod journal;
mod known;
mod post;

pub(super) use check::{Checked, Side};
pub use journal::{Journal, Movement};
pub(crate) use post::post_movements;
