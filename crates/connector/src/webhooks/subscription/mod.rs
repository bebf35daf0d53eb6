//! The subscriptions by which stores send webhooks: made, moved and deleted so that they are what this server needs, and
//! never those of others.

mod compare;
mod entity;
mod outcome;
mod plan;
mod register;

pub use compare::Compared;
pub(crate) use compare::compare;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation, Status};
pub(crate) use register::refresh;
pub use register::{look_after, register, register_all};

pub(super) use outcome::delivered;
