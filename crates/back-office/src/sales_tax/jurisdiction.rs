//! The tax jurisdiction (table 320).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// Who levies sales tax: a state, a county, a city.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "tax_jurisdiction")]
#[record(name = "taxJurisdictions", caption = "Tax Jurisdiction")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// Who it is.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// What is owed to it.
    #[record(caption = "Tax Account (Sales)")]
    pub tax_account_sales: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
