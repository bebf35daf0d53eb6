//! The address under which a product is being made.

use sea_orm::entity::prelude::*;
use values::Code;

/// Of one item of a shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_product_address")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_code: Code<20>,
    /// The item.
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_number: Code<20>,
    /// The address in the store.
    pub handle: String,
}

/// It has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
