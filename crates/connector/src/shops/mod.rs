//! Shops: one card for each store, or several for one store whose orders go different ways.

mod add;
pub mod api_version;
pub mod credential;
mod enable;
mod entity;
mod find;
pub mod options;
pub(crate) mod requested;
mod set;
mod test;

pub use add::{NewShop, add, connect};
pub use enable::{disable, enable};
pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use find::{find, list};
pub use set::{SETTABLE, change, set};
pub use test::test;
