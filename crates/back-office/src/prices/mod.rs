//! Prices and discounts: what a customer pays for an item on a day, by the price lists that hold (price calculation
//! "Lowest Price").
//!
//! Reading and choosing are apart: a [`Book`] is what was read for many lines at once, in one statement; choosing from it
//! is pure. A price that fits better, because it is of the variant or in the currency of the line, goes before one that
//! does not, whatever it is; of those that fit alike the lowest is taken.

mod best;
mod book;
mod change;
mod change_list;
mod check;
mod convert;
mod copy;
mod create;
mod delete;
mod find;
mod keep;
pub mod line;
pub mod list;
mod quote;
mod rules;
mod terms;

pub use book::Book;
pub use change::{ChangeLine, change_line, held, set_status};
pub use change_list::{ChangeList, change_list};
pub use copy::copy_list;
pub use create::{NewList, NewPrice, add, create_list};
pub use delete::{delete_line, delete_list};
pub use find::{Wanted, find, find_many};
pub use keep::keep;
pub use quote::{Quote, quote_many};
pub use terms::{Found, Terms};

pub(crate) use best::{Asked, best};
pub(crate) use convert::turn_vat;
pub(crate) use rules::{FINEST, Rules};
