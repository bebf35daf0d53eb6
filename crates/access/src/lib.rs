//! Who may do what, and who did what: users with a permission set, their sessions and API tokens, the audit log,
//! settings, and the vault that keeps secrets sealed.
//!
//! A [`Principal`] is made in four ways only: by a password (or a ticket in its place), by the session that follows, by a
//! token, or by the program itself ([`Principal::system`]). Whoever acts has one, and what it changes here is written to the audit log in the same
//! transaction.
//!
//! What it refuses to do: know what is behind an area of permissions, or show a secret. Passwords are kept as argon2
//! hashes, tokens and sessions as SHA-256 digests of 32 random bytes, secrets of others (the access tokens of stores) only sealed.
//!
//! Invariants: a disabled user has no principal, whatever token or password is shown; a wrong password and an unknown
//! user look the same from outside, also by the time they take; a sealed text opens only for the purpose it was sealed
//! for.
//!
//! Hashing a password takes a while on purpose, so it is done before a transaction begins ([`Access::hash`]).

mod access;
mod audit;
mod error;
mod migration;
mod permission;
mod principal;
mod session;
mod setting;
mod token;
mod user;
mod user_setting;
mod vault;

pub use access::Access;
pub use audit::{About, Audit, entry as audit_entry};
pub use error::{Error, Result};
pub use migration::migrations;
pub use permission::{Action, Area, Permission};
pub use principal::{Principal, Via};
pub use session::{Found, NewSession, entity as session_entity};
pub use setting::entity as setting_entity;
pub use token::{NewToken, TokenText, entity as api_token};
pub use user::{NewUser, PasswordHash, entity as user_account};
pub use user_setting::entity as user_setting_entity;
pub use vault::Vault;
