//! Document links (table 30146, Doc. Link To Doc.): which documents of the back office were made of which of Shopify's.
//!
//! Nothing is kept for it: a document carries its source, posting copies it, and deleting a document takes it away. What is
//! listed here is a view of that, so no link is ever missing, or left behind.

mod entity;
mod of_orders;
mod unlink;
mod view;

pub use entity::{ActiveModel, Column, Entity, LinkedDocument, Model, PrimaryKey, Relation, ShopifyDocument};
pub(crate) use of_orders::of_orders;
pub use unlink::unlink;
pub(crate) use view::create;
