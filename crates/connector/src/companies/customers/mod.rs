//! The customers that companies are: found, made where the shop card lets unknown ones be made, and changed where it lets
//! Shopify change them.
//!
//! Many companies are one transaction. Where something stands against one of them each is tried by itself, and what stands
//! against it is written on it and as a skipped record; the next run tries it again.

mod apply;
mod fail;
mod link;
mod run;
mod settle;
mod update;
mod value;

pub(crate) use run::run;
pub(crate) use settle::settle;
