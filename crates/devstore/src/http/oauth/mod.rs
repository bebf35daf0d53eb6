//! How an app comes to a token: the token endpoint with its three grants, and the page where a merchant lets the app in.

mod authorize;
mod callback;
mod refusal;
mod scopes;
mod token;

pub(super) use authorize::{approve, ask};
pub(super) use scopes::scopes;
pub(super) use token::token;
