//! Shops: one card for each store, or several for one store whose orders go different ways.

pub mod credential;
mod domain;
mod entity;
pub mod options;

pub use domain::{NotAStore, StoreDomain};
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
