//! The currency (table 4).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Price};

use crate::general_ledger::setup::InvoiceRounding;

/// A currency.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "currency")]
#[record(name = "currencies", caption = "Currency")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// Its ISO code.
    #[record(caption = "ISO Code")]
    pub iso_code: Code<10>,
    /// Its name.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// To multiples of this amounts are rounded.
    pub amount_rounding_precision: Amount,
    /// To multiples of this prices are rounded.
    #[record(caption = "Unit-Amount Rounding Precision")]
    pub unit_amount_rounding_precision: Price,
    /// To multiples of this what is to be paid is rounded.
    pub invoice_rounding_precision: Amount,
    /// Which way it is rounded.
    pub invoice_rounding_type: InvoiceRounding,
    /// Where it goes that the currency was worth more when a document was settled.
    #[record(caption = "Realized Gains Acc.")]
    pub realized_gains_account: Code<20>,
    /// Where it goes that it was worth less.
    #[record(caption = "Realized Losses Acc.")]
    pub realized_losses_account: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
