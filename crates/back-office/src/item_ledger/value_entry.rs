//! The value entry (table 5802).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Quantity};

use super::entry::DocumentType;

/// What goods that came or went are worth: expected when they move, actual when they are invoiced.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "value_entry")]
#[record(name = "valueEntries", caption = "Value Entry")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number: 1, 2, …
    #[sea_orm(unique)]
    #[record(caption = "Entry No.", sort)]
    pub entry_number: i64,
    /// The goods.
    #[sea_orm(indexed)]
    #[record(caption = "Item Ledger Entry No.")]
    pub item_ledger_entry_number: i64,
    /// The item.
    #[sea_orm(indexed)]
    pub item_number: Code<20>,
    /// The day to which it is posted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub posting_date: ChronoDate,
    /// What kind of document gives them their worth.
    pub document_type: DocumentType,
    /// The number of that document.
    #[sea_orm(indexed)]
    pub document_number: Code<20>,
    /// How many have it, in base units; negative when they went.
    pub valued_quantity: Quantity,
    /// How many of them are invoiced by it.
    pub invoiced_quantity: Quantity,
    /// What they are expected to have cost; negative when they went.
    #[record(caption = "Cost Amount (Expected)")]
    pub cost_amount_expected: Amount,
    /// What they have cost.
    #[record(caption = "Cost Amount (Actual)")]
    pub cost_amount_actual: Amount,
    /// What they are expected to be sold for, without VAT.
    #[record(caption = "Sales Amount (Expected)")]
    pub sales_amount_expected: Amount,
    /// What they were sold for.
    #[record(caption = "Sales Amount (Actual)")]
    pub sales_amount_actual: Amount,
    /// What of the actual cost stands in the general ledger.
    #[record(caption = "Cost Posted to G/L")]
    pub cost_posted_to_general_ledger: Amount,
    /// Why it was adjusted.
    pub reason_code: Code<10>,
    /// Whether it is about goods that are not invoiced.
    pub expected_cost: bool,
    /// Who posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
