//! What a person changes of a product itself: its status, its tags and what search engines show. No item says these; Shopify
//! is told at once, and they are staged when it has confirmed them.

mod change;
mod tags;

pub use change::{Change, change};
