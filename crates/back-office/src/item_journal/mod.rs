//! The item journal: goods that are found or missing, that move from one location to another, and counting what is there.
//!
//! A batch holds lines until they are posted, all of them at once ([`crate::posting::post_item_journal`]); it is of the item
//! journal or of the physical inventory journal, which counts. That goes in three steps: [`calculate_inventory`] makes a
//! line for everything that should be there, [`count`] says how many are, and posting posts the difference.

pub mod batch;
mod calculate;
mod count;
pub mod line;
mod lines;
mod named;
mod refusal;

pub use batch::{TemplateType, create};
pub use calculate::{Counting, calculate_inventory};
pub use count::count;
pub use line::EntryType;
pub use lines::{NewLine, add, change, held, remove};
pub use refusal::Refusal;
