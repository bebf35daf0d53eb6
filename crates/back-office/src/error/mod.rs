//! Why the back office refuses, and what follows of that.

mod follows;
mod why;

pub use why::{Error, Result};
