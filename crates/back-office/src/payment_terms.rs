//! Payment terms (table 3): when a document is to be paid.

use database::Record;
use sea_orm::entity::prelude::*;
use values::{Code, DateFormula};

/// Payment terms.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "payment_terms")]
#[record(name = "paymentTerms", caption = "Payment Terms")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Its code.
    #[sea_orm(unique)]
    #[record(sort)]
    pub code: Code<10>,
    /// What it is.
    #[record(name = "displayName", caption = "Description")]
    pub description: String,
    /// Leads from the document date to the due date.
    pub due_date_calculation: DateFormula,
    /// Whether that holds for credit memos, too; otherwise they are due at once.
    #[record(caption = "Calc. Pmt. Disc. on Cr. Memos")]
    pub calculate_discount_on_credit_memos: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
