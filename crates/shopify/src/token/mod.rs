//! Access tokens: where a client has them from, and how a store gives another one.

mod answer;
mod authorize;
mod callback;
mod grant;
mod request;
mod tokens;

pub use authorize::authorize_address;
pub use callback::{Callback, NotFromTheStore};
pub use grant::{Grant, Granted};
pub use request::request_token;
pub(crate) use tokens::Fixed;
pub use tokens::Tokens;
