//! The points that a store allows, kept in the database so that all processes on all machines share them. The rule of
//! sharing is [`shopify::budget::Shared`]; this is where it is kept.

mod entity;
mod ledger;
mod standing;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use ledger::DatabaseLedger;
pub use shopify::budget::Standing;
pub use standing::of_store;
