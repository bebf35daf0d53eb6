//! The general journal: lines that are entered, one by one or by a job, and posted together. A cash receipt journal is
//! one of them.
//!
//! A line moves an amount to an account from another, or stands with lines of the same document number and day that
//! come to nothing together. Nothing of a journal is posted unless all of it can be.

mod account_type;
pub mod batch;
mod enter;
pub mod line;
mod names;
mod new_line;
mod post;
pub mod template;

pub use account_type::AccountType;
pub use batch::named;
pub use enter::{change, delete, enter, held};
pub use new_line::NewLine;
pub use post::{PostedJournal, post};
