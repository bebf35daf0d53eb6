//! One file per object of the schema, and what they share: paging, cursors, leaves, errors.
//!
//! A field that the schema has and that is not served here answers null, or a loud error where null is not allowed.

mod address;
mod arguments;
mod attribute;
mod cancellation;
mod catalogs;
mod companies;
mod company;
mod connection;
mod cursor;
mod customer;
mod delivery_profile;
mod discount;
mod draft;
mod fulfilment;
mod gift_card;
mod inventory;
mod job;
mod leaf;
mod line;
mod location;
mod locations;
mod media;
mod money;
mod mutation;
mod order;
mod order_edit;
mod orders;
mod part;
mod payload;
mod payment_terms;
mod platform;
mod problem;
mod product;
mod product_operation;
mod products;
mod query;
mod refund;
mod returns;
mod risk;
mod searched;
mod session;
mod shipping_line;
mod shop;
mod shopify_payments;
mod small;
mod special;
mod tax_line;
mod transaction;
mod variant;

pub(crate) use inventory::level_id;
pub(crate) use mutation::MutationRoot;
pub(crate) use problem::Problem;
pub(crate) use query::QueryRoot;
pub(crate) use session::Session;
