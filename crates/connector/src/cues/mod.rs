//! Cues: how many records wait for a person, and in which list they are found.
//!
//! A cue counts what its list shows under its filter, by the very filter, so the number on a tile and the list behind it
//! never disagree.

mod all;
mod cue;
mod style;

pub use all::cues;
pub use cue::{Cue, Group};
pub use style::Style;
