//! The registry of workers: who works on this queue, and since when nobody did.

mod catch_up;
mod entity;
mod register;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use register::{LOST_AFTER, live};

pub(crate) use register::{forget, leave, register, stay};
