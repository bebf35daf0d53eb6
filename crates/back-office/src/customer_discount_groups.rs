//! Customer discount groups (table 340): customers with discounts of their own.

use database::Record;
use sea_orm::QueryFilter;
use sea_orm::entity::prelude::*;
use values::Code;

use crate::{Error, Result};

/// A customer discount group.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "customer_discount_group")]
#[record(name = "customerDiscountGroups", caption = "Customer Discount Group")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// Who its customers are.
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
/// [`Error::Unknown`].
pub(crate) async fn check(connection: &impl ConnectionTrait, code: Option<&Code<20>>) -> Result<()> {
    let Some(code) = code.and_then(Code::non_blank) else { return Ok(()) };
    let found = Entity::find().filter(Column::Code.eq(code.clone())).one(connection).await?;
    found.map(|_| ()).ok_or_else(|| Error::Unknown { kind: "customer discount group", code: code.to_string() })
}
