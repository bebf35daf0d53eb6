//! Countries (table 9).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "country_region")]
#[record(name = "countriesRegions", caption = "Country/Region")]
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
    /// Its ISO code of two letters.
    #[sea_orm(indexed)]
    #[record(caption = "ISO Code")]
    pub iso_code: Code<2>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
