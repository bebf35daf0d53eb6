//! Availability: what of an item is on hand, free, asked for and expected, on which day.
//!
//! [`read()`] works it out for any number of items at once, by variant and location, in as many statements for ten
//! thousand as for one; [`Availability::of`] adds it up over the places that someone asks for. Quantities are in base
//! units. What documents from one source promise beside that, because it is not due yet or not posted, is [`promised()`].
//!
//! Whatever changes it leaves a mark: a row per item, variant and location in [`change`]. Who sends stock elsewhere reads
//! the marks, works out what they are about, sends it, and [`settle`]s what was read; what changed meanwhile stays. A day that begins
//! changes it without a mark: [`due()`] says of which items.

pub mod change;
mod due;
mod figures;
mod mark;
mod pending;
mod promised;
mod read;

pub use due::due;
pub use figures::{Availability, Figures};
pub use mark::{mark, mark_units};
pub use pending::{pending, settle};
pub use promised::promised;
pub use read::read;
