//! The customer invoice discount (table 19).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Percent};

/// What customers with an invoice discount code get off, and pay on top, from an amount on.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "customer_invoice_discount")]
#[record(name = "customerInvoiceDiscounts", caption = "Cust. Invoice Disc.")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The code that customers have.
    #[sea_orm(unique_key = "step")]
    #[record(sort)]
    pub code: Code<20>,
    /// The currency of its amounts; blank is the company's own.
    #[sea_orm(unique_key = "step")]
    pub currency_code: Code<10>,
    /// From this amount on.
    #[sea_orm(unique_key = "step")]
    pub minimum_amount: Amount,
    /// So much off.
    #[record(caption = "Discount %")]
    pub discount_percent: Percent,
    /// So much on top.
    pub service_charge: Amount,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
