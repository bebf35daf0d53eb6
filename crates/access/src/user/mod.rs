//! Users and their passwords.

mod attempts;
mod create;
pub mod entity;
mod password;
mod sign_in;

pub(crate) use attempts::Attempts;
pub use create::NewUser;
pub use password::PasswordHash;
pub(crate) use sign_in::find_by_id;
