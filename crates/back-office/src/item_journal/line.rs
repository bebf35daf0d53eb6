//! The item journal line (table 83).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Quantity};

use crate::item_ledger::Place;
use crate::items::BASE_PRECISION;

values::options! {
    /// What a line does to the goods.
    pub enum EntryType {
        /// More were found, or came.
        #[default]
        PositiveAdjustment => "Positive Adjmt.",
        /// Fewer were found, or some are gone.
        NegativeAdjustment => "Negative Adjmt.",
        /// They move to another location.
        Transfer => "Transfer",
    }
}

/// A line of an item journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_journal_line")]
#[record(name = "itemJournalLines", caption = "Item Journal Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The batch.
    #[sea_orm(unique_key = "position")]
    #[record(caption = "Journal Batch Name")]
    pub batch_code: Code<10>,
    /// Its place in the batch: 10000, 20000, …
    #[sea_orm(unique_key = "position")]
    #[record(caption = "Line No.", sort)]
    pub line_number: i32,
    /// What it does.
    pub entry_type: EntryType,
    /// The day to which it is posted.
    pub posting_date: ChronoDate,
    /// The number of its document; blank: that of all such lines of the batch, drawn when they are posted.
    pub document_number: Code<20>,
    /// The item.
    #[sea_orm(indexed)]
    pub item_number: Code<20>,
    /// Which variant of it.
    pub variant_code: Code<10>,
    /// What it is.
    pub description: String,
    /// Where the goods are, or were.
    pub location_code: Code<10>,
    /// Where they move to.
    pub new_location_code: Code<10>,
    /// The unit of measure.
    pub unit_of_measure_code: Code<10>,
    /// How many base units one of it holds.
    #[record(name = "qtyPerUnitOfMeasure", caption = "Qty. per Unit of Measure")]
    pub quantity_per_unit_of_measure: Quantity,
    /// How many; never negative.
    pub quantity: Quantity,
    /// What one costs, of goods that come; what goes takes the cost of its item when it is posted.
    pub unit_cost: Amount,
    /// What they cost in all.
    pub amount: Amount,
    /// Why.
    pub reason_code: Code<10>,
    /// Whether they are counted.
    #[record(caption = "Phys. Inventory")]
    pub physical_inventory: bool,
    /// How many should be there.
    #[record(caption = "Qty. (Calculated)")]
    pub quantity_calculated: Quantity,
    /// How many are.
    #[record(caption = "Qty. (Phys. Inventory)")]
    pub quantity_physical: Quantity,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where the goods are, or were.
    pub fn place(&self) -> Place {
        Place::new(&self.item_number, &self.variant_code, &self.location_code)
    }

    /// Whether something comes of it, as not of a count that found all that should be there.
    pub(crate) fn is_posted(&self) -> bool {
        !self.physical_inventory || !self.quantity.is_zero()
    }

    /// How many base units.
    ///
    /// # Errors
    /// When they are too many to be kept.
    pub(crate) fn base(&self) -> crate::Result<Quantity> {
        let units = self.quantity.decimal() * self.quantity_per_unit_of_measure.decimal();
        Ok(Quantity::rounded(units, BASE_PRECISION)?)
    }
}
