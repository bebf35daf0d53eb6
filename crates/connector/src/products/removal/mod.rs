//! A product that a person takes away here: what becomes of it in Shopify says *Action for Removed Products and Blocked Items*
//! on the shop card. Its status there is a change that is kept until it is made.

mod change;
mod remove;
mod settle;

pub(crate) use remove::again_in;
pub use remove::remove_in;
pub(crate) use settle::settle;
