//! Orders to import: what Shopify has reported and no shop's filters have let through yet, what failed, and what someone
//! has set aside.

mod chosen;
mod entity;
mod import;
mod set_aside;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use import::SHOPIFY_ORDER_ID;
pub use import::import;
pub use set_aside::{set_aside, skip, take_back};
