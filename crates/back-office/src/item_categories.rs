//! Item categories (table 5722): items of a kind, and kinds of a kind.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// An item category.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_category")]
#[record(name = "itemCategories", caption = "Item Category")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What its items are.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// The category of which it is a part; blank: of none.
    pub parent_category: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
