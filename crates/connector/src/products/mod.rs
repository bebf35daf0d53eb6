//! Products: what a store sells, and the items they are here.

pub mod options;
pub mod staged;
