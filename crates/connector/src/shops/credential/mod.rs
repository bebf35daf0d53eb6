//! How a store is entered: with a token for ever, or with what a token is asked for again and again.

mod credentials;
mod entity;
mod keep;
mod lease;
mod renew;
mod seal_anew;
mod tokens;

pub use credentials::Credentials;
pub(super) use credentials::grant;
pub use entity::{ActiveModel, Column, Entity, Kind, Model, PrimaryKey, Relation};
pub(super) use keep::{keep, keep_token};
pub use seal_anew::seal_anew;
pub(crate) use tokens::ShopTokens;

/// The purpose for which the vault seals access tokens.
const TOKENS: &str = "shopify access token";
/// The purpose for which it seals what they are asked for with.
const SECRETS: &str = "shopify app secrets";
