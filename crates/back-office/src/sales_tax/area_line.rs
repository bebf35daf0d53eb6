//! The tax area line (table 319).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// Who levies tax in an area.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "tax_area_line")]
#[record(name = "taxAreaLines", caption = "Tax Area Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The area.
    #[sea_orm(unique_key = "line")]
    #[record(name = "salesTaxAreaCode", caption = "Tax Area", sort)]
    pub tax_area_code: Code<20>,
    /// Who levies it.
    #[sea_orm(unique_key = "line")]
    pub tax_jurisdiction_code: Code<10>,
    /// The highest comes first: a tax on tax is on those before it.
    pub calculation_order: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
