//! Units of measure (table 204).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A unit of measure.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "unit_of_measure")]
#[record(name = "unitsOfMeasure", caption = "Unit of Measure")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// What it is.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// Its code in UN/ECE Recommendation 20.
    pub international_standard_code: Code<10>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
