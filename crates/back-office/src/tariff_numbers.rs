//! Tariff numbers (table 260): what goods are to the customs of every country, by the Harmonized System.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A number of the customs tariff.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "tariff_number")]
#[record(name = "tariffNumbers", caption = "Tariff Number")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The number, with the dots with which people write it.
    #[sea_orm(unique)]
    #[record(sort)]
    pub number: Code<20>,
    /// What goods have it.
    pub description: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
