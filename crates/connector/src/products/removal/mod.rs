//! A product that a person takes away here: what becomes of it in Shopify says *Action for Removed Products and Blocked Items*
//! on the shop card. Its status there is a change that is kept until it is made. It is remembered as long as Shopify has it, so
//! that what is done to it from here does not bring it back.

mod change;
pub(crate) mod entity;
mod known;
mod remove;
mod settle;

pub(crate) use known::{by_ids, forget, of_shop, seen};
pub(crate) use remove::again_in;
pub use remove::remove_in;
pub(crate) use settle::settle;
