//! The general ledger: entries that add up to nothing in every transaction, VAT entries beside them, and the register.

pub mod entry;
mod numbers;
pub mod register;
pub mod setup;
pub mod vat_entry;

pub use entry::DocumentType;
pub(crate) use numbers::{Entity as LedgerNumbers, Numbers, install_numbers};
