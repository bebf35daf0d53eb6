//! Report 30107, Sync Images: the pictures of items become those of products, or the other way, as Sync Item Images on the
//! shop card says.
//!
//! What a product or a variant shows in Shopify, or is about to, is a row ([`Model`]). To Shopify: `collect → plan → upload
//! → send → follow`. The row is written before the change is sent, with what the upload is named by, so that a lost answer
//! is looked for (`to_shopify`) and nothing is uploaded or added twice: it is an outbound operation that many of its kind
//! share a call with, and that goes on until Shopify has made its picture of the file. From Shopify: `due → look → download
//! → apply`.
//!
//! A picture is known by the digest of its file. What shows the same costs no call.

mod chosen;
mod entity;
mod from_shopify;
mod ground;
mod record;
mod send_of;
mod task;
mod to_shopify;

pub(crate) use chosen::product_of;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation, State, Way};
pub(crate) use send_of::send_of;
pub use task::{Options, SyncImages};
