//! Items: what is sold.

mod change;
mod create;
mod entity;
mod find;
pub mod reference;
pub mod template;
pub mod unit_of_measure;
pub mod variant;

pub use change::{Change, change};
pub use create::{NewItem, create, create_many};
pub use entity::{ActiveModel, Column, Entity, ItemType, Model, PrimaryKey, Relation};
pub use find::{by_bar_code, by_numbers};
