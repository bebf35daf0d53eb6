//! The item reference (table 5777), of type Bar Code: by which other codes an item is known.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// A bar code of an item, or of one of its variants or units.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_reference")]
#[record(name = "itemReferences", caption = "Item Reference")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(unique_key = "reference")]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The variant; blank: all.
    #[sea_orm(unique_key = "reference")]
    pub variant_code: Code<10>,
    /// The unit; blank: the base unit.
    #[sea_orm(unique_key = "reference")]
    #[record(name = "unitOfMeasure", caption = "Unit of Measure")]
    pub unit_of_measure_code: Code<10>,
    /// The bar code.
    #[sea_orm(unique_key = "reference", indexed)]
    #[record(caption = "Reference No.")]
    pub reference_number: Code<50>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
