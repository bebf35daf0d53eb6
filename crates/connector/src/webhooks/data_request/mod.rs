//! What the law asks for: that a customer is told what is kept about them, or that it is removed. Each request waits for
//! a person, who has thirty days.

mod companies;
mod entity;
mod handle;
mod held;
mod logged;
mod redact;
mod take;

pub use entity::{ActiveModel, Column, Entity, Kind, Model, PrimaryKey, Relation, Status};
pub use handle::handle;
pub use held::Held;

pub(super) use take::take;
