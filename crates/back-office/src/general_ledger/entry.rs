//! The G/L entry (table 17).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Amount;

values::options! {
    /// What kind of document an entry of a ledger comes from.
    pub enum DocumentType {
        /// None of these, as a shipment.
        #[default]
        Blank => "",
        /// Money that came in.
        Payment => "Payment",
        /// An invoice.
        Invoice => "Invoice",
        /// A credit memo.
        CreditMemo => "Credit Memo",
        /// Money that was given back.
        Refund => "Refund",
    }
}

/// An amount on an account. The entries of a transaction add up to nothing.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "general_ledger_entry")]
#[record(name = "generalLedgerEntries", caption = "G/L Entry")]
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
    /// The day to which it is posted.
    #[sea_orm(indexed)]
    #[record(sort)]
    pub posting_date: ChronoDate,
    /// What kind of document it comes from.
    pub document_type: DocumentType,
    /// The number of the document.
    #[sea_orm(indexed)]
    pub document_number: Code<20>,
    /// The other party's number for it.
    #[record(caption = "External Document No.")]
    pub external_document_number: String,
    /// The account.
    #[sea_orm(indexed)]
    #[record(caption = "G/L Account No.")]
    pub account_number: Code<20>,
    /// What for.
    pub description: String,
    /// How much, in the company's own currency; negative on the credit side.
    pub amount: Amount,
    /// The amount where it stands on the debit side.
    pub debit_amount: Amount,
    /// The amount, without its sign, where it stands on the credit side.
    pub credit_amount: Amount,
    /// The group of the customer.
    #[record(caption = "Gen. Bus. Posting Group")]
    pub general_business_posting_group: Code<20>,
    /// The group of what was sold.
    #[record(caption = "Gen. Prod. Posting Group")]
    pub general_product_posting_group: Code<20>,
    /// The VAT group of the customer.
    #[record(caption = "VAT Bus. Posting Group")]
    pub vat_business_posting_group: Code<20>,
    /// The VAT group of what was sold.
    #[record(caption = "VAT Prod. Posting Group")]
    pub vat_product_posting_group: Code<20>,
    /// What kind of thing it was where it comes from; blank: it comes from nowhere else.
    pub source_kind: String,
    /// Its id there.
    #[sea_orm(indexed)]
    #[record(caption = "Source ID")]
    pub source_id: String,
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
