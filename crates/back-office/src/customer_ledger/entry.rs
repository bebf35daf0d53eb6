//! The customer ledger entry (table 21).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

use crate::currencies::Rate;
use crate::general_ledger::DocumentType;

/// What a customer owes (positive) or is owed, by one document.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "customer_ledger_entry")]
#[record(name = "customerLedgerEntries", caption = "Cust. Ledger Entry")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its number: 1, 2, …
    #[sea_orm(unique)]
    #[record(caption = "Entry No.", sort)]
    pub entry_number: i64,
    /// What was posted together has the same.
    #[sea_orm(indexed)]
    #[record(caption = "Transaction No.")]
    pub transaction_number: i64,
    /// The customer.
    #[sea_orm(indexed)]
    pub customer_number: Code<20>,
    /// The day to which it is posted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub posting_date: ChronoDate,
    /// The date of the document.
    pub document_date: ChronoDate,
    /// When it is to be paid.
    pub due_date: ChronoDate,
    /// Until when less may be paid; blank: never.
    #[record(caption = "Pmt. Discount Date")]
    pub payment_discount_date: Option<ChronoDate>,
    /// How much less is paid until then, in its currency.
    #[record(caption = "Original Pmt. Disc. Possible")]
    pub original_payment_discount_possible: Amount,
    /// What of that may still be taken off.
    #[record(caption = "Remaining Pmt. Disc. Possible")]
    pub remaining_payment_discount_possible: Amount,
    /// What was taken off, in the company's own currency.
    #[record(caption = "Pmt. Disc. Given (LCY)")]
    pub payment_discount_given_lcy: Amount,
    /// What kind of document it is.
    pub document_type: DocumentType,
    /// The number of the document.
    #[sea_orm(indexed)]
    pub document_number: Code<20>,
    /// The customer's number for it.
    #[sea_orm(indexed)]
    #[record(caption = "External Document No.")]
    pub external_document_number: String,
    /// What for.
    pub description: String,
    /// The currency of its amounts; blank is the company's own.
    pub currency_code: Code<10>,
    /// How much of the currency one of the company's own was worth.
    #[record(nofilter, caption = "Original Currency Factor")]
    pub currency_factor: Rate,
    /// How much, in its currency.
    pub amount: Amount,
    /// How much, in the company's own.
    #[record(caption = "Amount (LCY)")]
    pub amount_lcy: Amount,
    /// What is not yet settled.
    pub remaining_amount: Amount,
    /// The same in the company's own currency.
    #[record(caption = "Remaining Amt. (LCY)")]
    pub remaining_amount_lcy: Amount,
    /// What was sold, without VAT.
    #[record(caption = "Sales (LCY)")]
    pub sales_lcy: Amount,
    /// That less what the goods have cost.
    #[record(caption = "Profit (LCY)")]
    pub profit_lcy: Amount,
    /// The discount on the whole.
    #[record(caption = "Inv. Discount (LCY)")]
    pub invoice_discount_lcy: Amount,
    /// The posting group, which names the account of what customers owe.
    pub customer_posting_group: Code<20>,
    /// How it is paid.
    pub payment_method_code: Code<10>,
    /// Whether something of it is not settled.
    #[sea_orm(indexed)]
    pub open: bool,
    /// Whether the customer owes it.
    pub positive: bool,
    /// Which entry settled the last of it; 0: none.
    #[record(caption = "Closed by Entry No.")]
    pub closed_by_entry_number: i64,
    /// On which day.
    pub closed_at_date: Option<ChronoDate>,
    /// With how much of that entry.
    pub closed_by_amount: Amount,
    /// What kind of thing it was where it comes from.
    #[sea_orm(unique_key = "source")]
    pub source_kind: Option<String>,
    /// Its id there.
    #[sea_orm(unique_key = "source")]
    #[record(caption = "Source ID")]
    pub source_id: Option<String>,
    /// The number there of the document.
    #[sea_orm(indexed)]
    #[record(caption = "Source No.")]
    pub source_number: String,
    /// Who posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
    /// When.
    pub created_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
