//! The first sync of a store: what it would bring, before anything is written; and setting it back.

mod preview;
mod reset;

pub use preview::{Count, Preview, preview};
pub use reset::reset;
