//! Currencies, and what they are worth.

mod entity;
pub mod exchange_rate;
mod factor;
mod rate;
mod rates;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use factor::factor;
pub use rate::Rate;
pub(crate) use rates::Rates;
