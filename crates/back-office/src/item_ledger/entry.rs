//! The item ledger entry (table 32).

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ConditionalStatement, Expr, Index, IndexCreateStatement};
use values::Code;
use values::money::{Amount, Quantity};

use super::Place;

values::options! {
    /// Why goods came or went.
    pub enum EntryType {
        /// They were bought.
        Purchase => "Purchase",
        /// They were sold.
        #[default]
        Sale => "Sale",
        /// More were found.
        PositiveAdjustment => "Positive Adjmt.",
        /// Fewer were found.
        NegativeAdjustment => "Negative Adjmt.",
        /// They moved from one location to another.
        Transfer => "Transfer",
    }
}

values::options! {
    /// What kind of document moved goods.
    pub enum DocumentType {
        /// None.
        #[default]
        Blank => "",
        /// A posted shipment.
        SalesShipment => "Sales Shipment",
        /// A posted invoice, where no shipment was made.
        SalesInvoice => "Sales Invoice",
        /// A posted credit memo.
        SalesCreditMemo => "Sales Credit Memo",
    }
}

/// Goods that came or went, in base units.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "item_ledger_entry")]
#[record(name = "itemLedgerEntries", caption = "Item Ledger Entry")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number: 1, 2, …
    #[sea_orm(unique)]
    #[record(caption = "Entry No.", sort)]
    pub entry_number: i64,
    /// The item.
    #[sea_orm(indexed)]
    pub item_number: Code<20>,
    /// Which variant of it.
    pub variant_code: Code<10>,
    /// From where, or where to.
    pub location_code: Code<10>,
    /// The day to which it is posted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub posting_date: ChronoDate,
    /// Why they came or went.
    pub entry_type: EntryType,
    /// The customer.
    #[record(caption = "Source No.")]
    pub source_number: Code<20>,
    /// What kind of document moved them.
    pub document_type: DocumentType,
    /// The number of that document.
    #[sea_orm(indexed)]
    pub document_number: Code<20>,
    /// Which line of it.
    #[record(caption = "Document Line No.")]
    pub document_line_number: i32,
    /// The sales order.
    #[sea_orm(indexed)]
    pub order_number: Code<20>,
    /// Which line of it.
    #[record(caption = "Order Line No.")]
    pub order_line_number: i32,
    /// What it is.
    pub description: String,
    /// How many; negative when they went.
    pub quantity: Quantity,
    /// How many of them are invoiced.
    pub invoiced_quantity: Quantity,
    /// Whether all are.
    pub completely_invoiced: bool,
    /// How many that came have not gone again; negative: how many that went are not made up for.
    pub remaining_quantity: Quantity,
    /// Whether that is any.
    pub open: bool,
    /// What of the expected cost stands in the general ledger.
    #[record(caption = "Expected Cost Posted to G/L")]
    pub expected_cost_posted: Amount,
    /// In which unit they were sold.
    pub unit_of_measure_code: Code<10>,
    /// What those that are not invoiced have cost; negative when they went.
    #[record(caption = "Cost Amount (Expected)")]
    pub cost_amount_expected: Amount,
    /// What those that are invoiced have cost.
    #[record(caption = "Cost Amount (Actual)")]
    pub cost_amount_actual: Amount,
    /// What those that are not invoiced are sold for, without VAT.
    #[record(caption = "Sales Amount (Expected)")]
    pub sales_amount_expected: Amount,
    /// What those that are invoiced were sold for.
    #[record(caption = "Sales Amount (Actual)")]
    pub sales_amount_actual: Amount,
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
}

/// That it came and some of it has not gone again. A text, because a partial index serves a condition only when the engine
/// sees in the query that it is the index's own. Of what is left only that it is anything: PostgreSQL writes a row into all
/// indexes anew when a column changes that one of them names, and what is left changes with every sale.
pub(super) const LEFT: &str = "\"open\" AND \"quantity\" > 0";

/// That it went and some of it was not there.
pub(super) const MISSING: &str = "\"open\" AND \"quantity\" < 0";

/// The indexes of those that are left and those that are missing, which are few among many: the oldest of a place first.
pub(crate) fn indexes() -> [IndexCreateStatement; 2] {
    let of_places = |name: &str, which: &'static str| {
        let mut index = Index::create();
        for column in [Column::ItemNumber, Column::VariantCode, Column::LocationCode, Column::EntryNumber] {
            index.col(column);
        }
        index.name(name).table(Entity).cond_where(Expr::cust(which)).take()
    };
    [of_places("ix_item_ledger_entry_left", LEFT), of_places("ix_item_ledger_entry_missing", MISSING)]
}
