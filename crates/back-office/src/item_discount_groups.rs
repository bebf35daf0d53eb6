//! Item discount groups (table 341): items with discounts of their own.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Result, chosen};

/// An item discount group.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_discount_group")]
#[record(name = "itemDiscountGroups", caption = "Item Discount Group")]
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
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Checks that a group that is to be chosen is there; none or a blank one may always be.
///
/// # Errors
/// [`crate::Error::Unknown`].
pub(crate) async fn check(connection: &impl ConnectionTrait, code: Option<&Code<20>>) -> Result<()> {
    chosen::check::<Entity, _>(connection, Column::Code, code, "item discount group").await
}
