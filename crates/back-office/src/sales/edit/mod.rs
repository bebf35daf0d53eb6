//! Changing a document that is open: its header, its lines, the discount on the whole; and deleting it.
//!
//! Every change goes the same way: the document is locked, its version is compared with the one that was seen, what is
//! asked for is checked and done in memory, and what has become of it is written, with its totals, by [`Draft::keep`].

mod add_lines;
mod address;
mod begin;
mod change_document;
mod change_line;
mod corrective;
mod customers;
mod delete;
mod delete_line;
mod draft;
mod enter;
mod explain;
mod gap;
mod invoice_discount;
mod price;
mod shipping;
mod work_out;

pub use add_lines::add_lines;
pub use address::ChangeAddress;
pub use begin::begin;
pub use change_document::{ChangeDocument, change_document};
pub use change_line::{ChangeLine, change_line};
pub use delete::delete;
pub use delete_line::delete_line;
pub use enter::{Entry, LineEntry, enter};
pub use invoice_discount::{calculate_invoice_discount, give_invoice_discount};

pub(crate) use invoice_discount::apply_invoice_discount;
pub(super) use work_out::tax_anew;

use draft::Draft;
