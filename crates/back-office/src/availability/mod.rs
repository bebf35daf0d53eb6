//! Availability: what of an item is on hand, free, asked for and expected, on which day.
//!
//! [`read()`] works it out for any number of items at once, by variant and location, in as many statements for ten
//! thousand as for one; [`Availability::of`] adds it up over the places that someone asks for. Quantities are in base
//! units.
//!
//! Whatever changes it leaves a mark: a row per item, variant and location in [`change`]. Who sends stock elsewhere reads
//! the marks, works out what they are about, sends it, and [`settle`]s what was read; what changed meanwhile stays.

pub mod change;
mod figures;
mod mark;
mod pending;
mod read;

pub use figures::{Availability, Figures};
pub use mark::mark;
pub use pending::{pending, settle};
pub use read::read;
