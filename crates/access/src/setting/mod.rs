//! Settings: what the installation remembers by a key.

pub mod entity;
mod store;
