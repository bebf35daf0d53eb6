//! The tax detail (table 322).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Quantity;

values::options! {
    /// From what a tax is worked out.
    pub enum TaxType {
        /// From the amount, in percent.
        #[default]
        Sales => "Sales Tax",
        /// From the quantity, so much for each base unit.
        Excise => "Excise Tax",
    }
}

/// How much tax a jurisdiction levies on a group, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "tax_detail")]
#[record(name = "taxDetails", caption = "Tax Detail")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Who levies it.
    #[sea_orm(unique_key = "detail")]
    #[record(sort)]
    pub tax_jurisdiction_code: Code<10>,
    /// On what; blank: on every group that has no detail of its own.
    #[sea_orm(unique_key = "detail")]
    #[record(name = "salesTaxGroupCode", caption = "Tax Group Code")]
    pub tax_group_code: Code<20>,
    /// From what it is worked out.
    #[sea_orm(unique_key = "detail")]
    pub tax_type: TaxType,
    /// From which day on.
    #[sea_orm(unique_key = "detail")]
    pub effective_date: ChronoDate,
    /// Up to how much of a document the lower rate holds, in the company's own currency or in base units; 0: all of it.
    #[record(name = "maximumAmountQty", caption = "Maximum Amount/Qty.")]
    pub maximum: Quantity,
    /// The rate up to that: percent, or an amount for each base unit.
    pub tax_below_maximum: Quantity,
    /// The rate of what is beyond that.
    pub tax_above_maximum: Quantity,
    /// Whether the taxes that come before it are taxed, too.
    pub calculate_tax_on_tax: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
