//! The item variant (table 5401): a size, a colour.

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Error, Result};

/// A variant of an item.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_variant")]
#[record(name = "itemVariants", caption = "Item Variant")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(unique_key = "variant")]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// Its code.
    #[sea_orm(unique_key = "variant")]
    #[record(sort)]
    pub code: Code<10>,
    /// What it is.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// Whether it may not be used at all.
    pub blocked: bool,
    /// Whether it may not be sold.
    pub sales_blocked: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Checks that an item has a variant.
///
/// # Errors
/// [`Error::Unknown`].
pub async fn check(c: &impl ConnectionTrait, item: &Code<20>, code: &Code<10>) -> Result<()> {
    let of_item = Entity::find().filter(Column::ItemNumber.eq(item.clone()));
    let found = of_item.filter(Column::Code.eq(code.clone())).one(c).await?;
    let unknown = || Error::Unknown { kind: "item variant", code: format!("{code} of item {item}") };
    found.map(|_| ()).ok_or_else(unknown)
}
