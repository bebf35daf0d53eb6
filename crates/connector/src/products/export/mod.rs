//! Items become what their products are in Shopify: `collect → plan → send → record`.
//!
//! A page of staged products is compared with what the back office says of their items. What Shopify last said decides what
//! is sent, field by field; what it has not confirmed is not staged, so the next run tells it again. What is refused, and
//! what is left out, is a skipped record of the product.

mod collect;
mod content;
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
mod units;
mod weight_unit;

pub(crate) use collect::What;
pub(crate) use run::run;
