//! Shipping agents: who carries goods to the customer, and by which services.

mod entity;
pub mod service;

pub(crate) use entity::check;
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
