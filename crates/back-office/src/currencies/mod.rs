//! Currencies other than the company's own.

mod entity;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
