//! The tax group (table 321).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Result, chosen};

/// What is taxed alike.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "tax_group")]
#[record(name = "taxGroups", caption = "Tax Group")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What it is for.
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
    chosen::check::<Entity, _>(connection, Column::Code, code, "tax group").await
}
