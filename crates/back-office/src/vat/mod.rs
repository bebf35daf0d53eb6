//! VAT posting set-up: which VAT a line has, by the groups of its customer and of what is sold.

mod entity;
mod group;
pub mod oss;
mod statement;

pub use entity::{ActiveModel, Calculation, Column, Entity, Model, PrimaryKey, Relation};
pub(crate) use group::Group;
pub use statement::{StatementLine, statement};
