//! The customer Posting Group (table 92).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;

/// On which account what customers owe is kept.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "customer_posting_group")]
#[record(name = "customerPostingGroups", caption = "Customer Posting Group")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<20>,
    /// What it is for.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// What its customers owe.
    pub receivables_account: Code<20>,
    /// What rounding their invoices comes to.
    pub invoice_rounding_account: Code<20>,
    /// What its customers pay on top, by their invoice discount code.
    #[record(caption = "Service Charge Acc.")]
    pub service_charge_account: Code<20>,
    /// What its customers pay less because they pay in time.
    #[record(caption = "Payment Disc. Debit Acc.")]
    pub payment_discount_debit_account: Code<20>,
    /// What they are given back less when they are paid in time.
    #[record(caption = "Payment Disc. Credit Acc.")]
    pub payment_discount_credit_account: Code<20>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
