//! Customer invoice discounts: what customers with an invoice discount code get off the whole of a document, and pay on
//! top of it, from an amount on.

mod add;
mod entity;
mod steps;

pub use add::{NewStep, add};
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use steps::Steps;

pub(crate) use add::check;
