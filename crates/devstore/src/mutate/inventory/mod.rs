//! What there is of the items, and where.

mod activate;
mod adjust;
mod deactivate;
mod group;
mod item_update;
mod move_to;
mod place;
mod reason;
mod set;
mod toggle;

pub(crate) use activate::{ActivateInput, inventory_activate};
pub(crate) use adjust::inventory_adjust;
pub(crate) use deactivate::{Obstacle, inventory_deactivate};
pub(crate) use group::{InventoryGroup, QuantityChange};
pub(crate) use item_update::inventory_item_update;
pub(crate) use move_to::inventory_move;
pub(crate) use place::{Place, level_of_gid};
pub(crate) use set::inventory_set;
pub(crate) use toggle::{ToggleInput, inventory_toggle};
