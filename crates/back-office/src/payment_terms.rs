//! Payment terms (table 3): when a document is to be paid.

use chrono::NaiveDate;
use database::Record;
use sea_orm::entity::prelude::*;
use values::date_formula::OutOfCalendar;
use values::money::Percent;
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
    /// Leads from the document date to the last day of the discount.
    pub discount_date_calculation: DateFormula,
    /// How much less is paid until then.
    #[record(caption = "Discount %")]
    pub discount_percent: Percent,
    /// Whether that holds for credit memos, too; otherwise they are due at once.
    #[record(caption = "Calc. Pmt. Disc. on Cr. Memos")]
    pub calculate_discount_on_credit_memos: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// When a document is to be paid, and until when with a discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dates {
    pub(crate) due_date: NaiveDate,
    /// `None`: there is no discount.
    pub(crate) discount_date: Option<NaiveDate>,
    pub(crate) discount_percent: Percent,
}

impl Dates {
    /// Due at once, without a discount.
    pub(crate) fn at_once(date: NaiveDate) -> Self {
        Self { due_date: date, discount_date: None, discount_percent: Percent::ZERO }
    }
}

impl Model {
    /// What they come to for a document of a date. A credit memo is due at once, where they do not say otherwise.
    ///
    /// # Errors
    /// [`OutOfCalendar`].
    pub(crate) fn dates(&self, is_credit: bool, document_date: NaiveDate) -> Result<Dates, OutOfCalendar> {
        if is_credit && !self.calculate_discount_on_credit_memos {
            return Ok(Dates::at_once(document_date));
        }
        let is_discounted = !self.discount_percent.is_zero();
        Ok(Dates {
            due_date: self.due_date_calculation.apply(document_date)?,
            discount_date: is_discounted.then(|| self.discount_date_calculation.apply(document_date)).transpose()?,
            discount_percent: self.discount_percent,
        })
    }
}
