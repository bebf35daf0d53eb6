//! Vendors (table 23): from whom goods can be had. Nothing is bought here; items name them.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A vendor.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "vendor")]
#[record(name = "vendors", caption = "Vendor")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number.
    #[sea_orm(unique)]
    #[record(sort)]
    pub number: Code<20>,
    /// Its name.
    #[record(name = "displayName", caption = "Name", sort)]
    pub name: String,
    /// Another name by which people look for it.
    pub search_name: Code<100>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
