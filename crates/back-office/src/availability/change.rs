//! Which availability has changed and was not yet looked at.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A mark: what is available of an item, a variant, at a location has changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "availability_change")]
#[record(name = "availabilityChanges", caption = "Availability Change")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(unique_key = "place")]
    pub item_number: Code<20>,
    /// Which variant of it.
    #[sea_orm(unique_key = "place")]
    pub variant_code: Code<10>,
    /// At which location.
    #[sea_orm(unique_key = "place")]
    pub location_code: Code<10>,
    /// Another with every change; never the same twice, even when the mark was taken away in between.
    #[sea_orm(unique)]
    pub version: Uuid,
    /// When it last changed.
    pub changed_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
