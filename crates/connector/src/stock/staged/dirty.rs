//! The items of which something has changed since their numbers were last sent to a shop's store.

use sea_orm::entity::prelude::*;
use values::Code;

/// An item whose stock is to be looked at for a shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_stock_dirty")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_code: Code<20>,
    /// The item.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_number: Code<20>,
    /// Another with every change: who has looked takes away what was read, not what came meanwhile.
    pub version: Uuid,
}

/// A mark has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
