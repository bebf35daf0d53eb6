//! Cues: how many records wait for a person, and in which list they are found.
//!
//! A cue counts what its list shows under its filter, by the very filter, so the number on a tile and the list behind it
//! never disagree. Where Business Central counts something else under the same name, its number stands beside.

mod all;
mod cue;
mod mapped;
mod part;
mod set_up;
mod setup;
mod standard;
mod style;

pub use all::{COUNTED, FOUND_IN, cues};
pub use cue::{BusinessCentral, Cue, Group};
pub use set_up::{CueSetup, Whose, set_up, setup};
pub use setup::Entity as Setup;
pub use style::{Ranges, Style};
