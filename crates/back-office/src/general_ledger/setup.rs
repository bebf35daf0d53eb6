//! The general ledger set-up (table 98).

use database::Record;
use sea_orm::entity::prelude::*;
use values::money::Amount;

values::options! {
    /// Which way what is to be paid is rounded.
    pub enum InvoiceRounding {
        /// To the nearest multiple.
        #[default]
        Nearest => "Nearest",
        /// To the next greater one.
        Up => "Up",
        /// To the next smaller one.
        Down => "Down",
    }
}

/// When may be posted, and how what is to be paid is rounded. There is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "general_ledger_setup")]
#[record(name = "generalLedgerSetup", caption = "General Ledger Setup")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The first day that may be posted to; blank: every day.
    pub allow_posting_from: Option<ChronoDate>,
    /// The last day that may be posted to; blank: every day.
    pub allow_posting_to: Option<ChronoDate>,
    /// The first day to which VAT may belong; blank: every day.
    #[record(caption = "Allow VAT Date From")]
    pub allow_vat_date_from: Option<ChronoDate>,
    /// The last; blank: every day.
    #[record(caption = "Allow VAT Date To")]
    pub allow_vat_date_to: Option<ChronoDate>,
    /// What is to be paid in the company's own currency is a multiple of this.
    #[record(caption = "Inv. Rounding Precision (LCY)")]
    pub invoice_rounding_precision: Amount,
    /// Which way it is rounded.
    #[record(caption = "Inv. Rounding Type (LCY)")]
    pub invoice_rounding_type: InvoiceRounding,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
