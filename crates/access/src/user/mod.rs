//! Users and their passwords.

mod create;
pub mod entity;
mod password;
mod sign_in;

pub use create::NewUser;
pub use password::PasswordHash;
pub(crate) use sign_in::find_by_id;
