//! The location (table 14).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Result, chosen};

/// A location.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "location")]
#[record(name = "locations", caption = "Location")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// Its name.
    #[record(name = "displayName", caption = "Name")]
    pub name: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Checks that a location that is to be chosen is there; none or a blank one may always be.
///
/// # Errors
/// [`crate::Error::Unknown`].
pub(crate) async fn check(connection: &impl ConnectionTrait, code: Option<&Code<10>>) -> Result<()> {
    chosen::check::<Entity, _>(connection, Column::Code, code, "location").await
}
