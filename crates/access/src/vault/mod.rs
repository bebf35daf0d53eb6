//! Secrets that the database keeps sealed, and the keys that they are sealed with.

mod key_file;
mod keys;
#[expect(clippy::module_inception, reason = "the vault is what this module is about")]
mod vault;

pub use vault::Vault;
