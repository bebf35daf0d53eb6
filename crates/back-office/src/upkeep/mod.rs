//! The upkeep of the lists that everything else stands on: set-up and master data, made, changed and deleted by people,
//! one record at a time, by the names that fields have in the API.
//!
//! Every list has the same rules: its key is filled, unique, and kept; a code that a record names is there; a record that
//! others name is not deleted. What a list has for itself is its [`Upkeep::check`].

mod change;
mod checks;
mod fields;
mod list;
mod lists;
mod make;
mod named;
mod names;
mod remove;
mod used;

pub use change::change;
pub use fields::{Given, fields, key_of};
pub use list::Upkeep;
pub use make::make;
pub use named::also_naming;
pub use names::{Naming, check_names};
pub use remove::remove;
