//! Items: what is sold.

mod change;
mod cost;
mod create;
mod entity;
mod find;
mod furnish;
pub mod main_picture;
pub mod picture;
mod picture_content;
mod picture_format;
mod place;
pub mod reference;
pub mod template;
pub mod text;
pub mod unit_of_measure;
pub mod variant;
pub mod vendor;

pub use change::{Change, change};
pub use cost::{Cost, change_cost};
pub use create::{NewItem, create, create_many};
pub(crate) use entity::BASE_PRECISION;
pub use entity::{
    ActiveModel, Column, CostingMethod, Entity, ItemType, Model, PrimaryKey, Relation, Reserve, VariantMandatory,
};
pub use find::{by_bar_code, by_numbers, lock};
pub use furnish::{BarCode, Belongings, VendorNumber, furnish_all};
pub(crate) use picture_content::Entity as PictureContent;
pub(crate) use place::{check_counted, check_place};
