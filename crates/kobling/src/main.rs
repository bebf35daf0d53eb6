//! Kobling.
fn main() {}
