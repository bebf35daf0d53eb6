//! What there is of the items, and where.

mod group;
mod item;
mod items;
mod level;
mod levels;
mod properties;
mod quantity;

pub(super) use group::InventoryGroupObject;
pub(super) use item::InventoryItem;
pub(super) use items::items;
pub(super) use level::LevelObject;
pub(crate) use level::level_id;
pub(super) use levels::{LevelsOf, levels};
pub(super) use properties::Properties;
