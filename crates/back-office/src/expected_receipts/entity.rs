use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Quantity;

use crate::item_ledger::Place;

/// Goods that will come, as a line of a purchase order says in a larger back office.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "expected_receipt")]
#[record(name = "expectedReceipts", caption = "Expected Receipt")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The item.
    #[sea_orm(indexed)]
    pub item_number: Code<20>,
    /// Which variant of it.
    pub variant_code: Code<10>,
    /// Where they will be.
    pub location_code: Code<10>,
    /// On which day; blank: it is not known, and they count at once.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub expected_receipt_date: Option<ChronoDate>,
    /// How many, in base units.
    #[record(caption = "Quantity (Base)")]
    pub quantity: Quantity,
    /// From whom, or by which order.
    pub description: String,
    /// When it was last changed.
    #[record(sort)]
    #[sea_orm(indexed)]
    pub last_modified_date_time: ChronoDateTimeUtc,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where they will be.
    pub fn place(&self) -> Place {
        Place::new(&self.item_number, &self.variant_code, &self.location_code)
    }
}
