//! Everything that we ask of Shopify: one module for each thing, with its documents, its types and its verbs.

mod all;
pub mod api_versions;
pub mod bulk;
mod bulk_text;
pub mod catalogs;
pub mod companies;
pub mod customers;
pub mod delivery;
pub mod disputes;
mod found;
pub mod fulfillments;
pub mod gift_cards;
mod in_bulk;
pub mod inventory;
pub mod locations;
pub mod media;
pub mod orders;
pub mod payment_terms;
pub mod payouts;
pub mod product_changes;
pub mod products;
pub mod refunds;
pub mod shop;
mod slots;
pub mod staff;
pub mod store_counts;
mod user_error;
pub mod webhooks;
mod with_id;
mod write;

pub use all::{Listed, all};
pub use found::Found;
pub use user_error::{UserError, refusal};
pub use with_id::WithId;
pub(crate) use write::{mutation, query};
