//! Which item, and which of its variants, a Shopify variant is: one way for products that are read, for the lines of
//! orders, and for what is proposed to people.
//!
//! A [`Subject`] says what is known of the variant, a [`Catalogue`] what there is in the back office, read in a few
//! statements for a whole batch; [`find()`] is pure. In this order: what the SKU means by *SKU Mapping*, the item of the
//! product where there is nothing to choose, the bar code.

mod catalogue;
mod find;
mod folded;
mod keys;
mod link;
mod reason;
mod sku;
mod subject;
mod vendors;

pub(crate) use catalogue::Catalogue;
pub(crate) use find::{Match, find};
pub(crate) use folded::folded;
pub(crate) use keys::{Keys, parts};
pub(crate) use link::{link_all, put, subject_of};
pub use reason::Reason;
pub(crate) use subject::{Subject, Unit, is_choice};
pub(crate) use vendors::Vendors;
