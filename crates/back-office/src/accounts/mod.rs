//! Accounts of the general ledger.

mod entity;
mod find;

pub use entity::{AccountType, ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use find::{check_direct_posting, find};
