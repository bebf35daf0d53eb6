//! Items: what is sold.

mod create;
mod entity;
mod find;

pub use create::{NewItem, create, create_many};
pub use entity::{ActiveModel, Column, Entity, ItemType, Model, PrimaryKey, Relation};
pub use find::by_numbers;
