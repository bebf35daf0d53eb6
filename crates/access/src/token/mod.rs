//! API tokens: for programs, on behalf of a user.

mod create;
pub mod entity;
mod text;

pub use create::NewToken;
pub use text::TokenText;
pub(crate) use text::digest;
