//! Companies: what is staged of them, which customers they are, and their orders.

mod cards;
mod cost;
mod customers;
pub mod firm;
mod importing;
mod mapping;
mod orders;
