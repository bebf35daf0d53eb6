//! Customer Setup by Country/Region (table 30107), and report 30110, Sync Countries, which fills it.

mod entity;
mod refresh;
mod task;
mod upkeep;

pub use entity::{ActiveModel, Column, Entity, Model, PrimaryKey, Relation};
pub use refresh::refresh;
pub(crate) use refresh::{insert, refresh_for};
pub use task::{Options, SyncCountries};
