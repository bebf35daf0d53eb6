//! VAT posting set-up: which VAT a line has, by the groups of its customer and of what is sold.

mod entity;

pub use entity::{ActiveModel, Calculation, Column, Entity, Model, PrimaryKey, Relation};
