//! The number series (table 308).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A number series.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "number_series")]
#[record(name = "numberSeries", caption = "No. Series")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What it is for.
    pub description: String,
    /// Whether it gives numbers by itself.
    #[record(caption = "Default Nos.")]
    pub default_numbers: bool,
    /// Whether numbers may be given by hand.
    #[record(caption = "Manual Nos.")]
    pub manual_numbers: bool,
    /// Whether a number may not be of an earlier day than the one before it.
    pub date_order: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
