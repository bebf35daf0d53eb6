//! The addresses under which products are made, from before they are sent until their products are written down. An address
//! begins with the title: should a run end in between, and the item be called otherwise by then, the next one still looks for
//! the product that was made, and does not make another.

pub(crate) mod entity;
mod keep;

pub(super) use keep::{forget, keep, kept};
