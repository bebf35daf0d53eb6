//! Items become what their products are in Shopify: `collect → plan → send → record`.
//!
//! A page of staged products is compared with what the back office says of their items. What Shopify last said decides what
//! is sent, field by field; what it has not confirmed is not staged, so the next run tells it again. What is refused, and
//! what is left out, is a skipped record of the product. What an earlier run has begun in bulk comes to its end first
//! ([`begun`]).

pub(crate) mod begun;
mod collect;
pub(crate) mod content;
mod ground;
mod in_bulk;
mod missing;
mod of_product;
mod of_variant;
mod plan;
mod reason;
mod record;
mod run;
mod send;
mod shelf;
mod there;
mod units;
mod weight_unit;

pub(crate) use collect::What;
pub(crate) use ground::Ground;
pub(crate) use missing::new_variant;
pub(crate) use of_product::{retired, status_name};
pub(crate) use of_variant::of_origin;
pub(crate) use plan::{Changed, product_gid};
pub(crate) use reason::Reason;
pub(crate) use record::{as_made, is_made_of, said_otherwise, sentences};
pub(crate) use run::run;
pub(crate) use shelf::Shelf;
pub(crate) use units::{VARIANT, options, sold_as};
pub(crate) use weight_unit::known as with_weight_unit;
