//! The item unit of measure (table 5404): in which units an item is sold.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Quantity;

/// A unit of an item.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_unit_of_measure")]
#[record(name = "itemUnitsOfMeasure", caption = "Item Unit of Measure")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(unique_key = "unit")]
    #[record(caption = "Item No.")]
    pub item_number: Code<20>,
    /// The unit.
    #[sea_orm(unique_key = "unit")]
    pub code: Code<10>,
    /// How many base units it holds.
    #[record(name = "qtyPerUnitOfMeasure", caption = "Qty. per Unit of Measure")]
    pub quantity_per_unit_of_measure: Quantity,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
