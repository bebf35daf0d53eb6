//! Who may use a store, and for what: the app's scopes, and the tokens that were given out for them.
//!
//! A store knows one app. Its static token, as an app made in the store's own settings has, works until it is revoked;
//! all others are given out by the three grants of OAuth, live on the devstore's clock, and keep the scopes that they
//! were given out with.

mod code;
mod customer_data;
mod grants;
mod refresh;
pub(crate) mod required;
mod scopes;
mod token;

pub use customer_data::CustomerData;
pub(crate) use grants::{Denied, Grants};
pub(crate) use scopes::Scopes;
pub(crate) use token::{Issued, same_token};
