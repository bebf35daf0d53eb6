//! The VAT posting set-up (table 325).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::Percent;

values::options! {
    /// How VAT is calculated.
    pub enum Calculation {
        /// So much of the amount.
        #[default]
        Normal => "Normal VAT",
        /// The buyer accounts for it.
        ReverseCharge => "Reverse Charge VAT",
        /// The whole amount is VAT.
        Full => "Full VAT",
        /// Jurisdictions of the buyer's tax area levy it.
        SalesTax => "Sales Tax",
    }
}

/// A VAT posting set-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "vat_posting_setup")]
#[record(name = "vatPostingSetup", caption = "VAT Posting Setup")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The group of the customer.
    #[record(caption = "VAT Bus. Posting Group")]
    #[sea_orm(unique_key = "groups")]
    pub business_group: Code<20>,
    /// The group of what is sold.
    #[record(caption = "VAT Prod. Posting Group")]
    #[sea_orm(unique_key = "groups")]
    pub product_group: Code<20>,
    /// How it is calculated.
    #[record(caption = "VAT Calculation Type")]
    pub calculation_type: Calculation,
    /// How much.
    #[record(caption = "VAT %")]
    pub percent: Percent,
    /// Lines of one identifier are rounded together.
    #[record(caption = "VAT Identifier")]
    pub identifier: Code<20>,
    /// What is owed to the state.
    #[record(caption = "Sales VAT Account")]
    pub sales_vat_account: Code<20>,
    /// Whether nothing may be posted with it.
    pub blocked: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The percentage that is charged: none when the buyer accounts for it, and where tax areas say how much.
    pub fn charged(&self) -> Percent {
        if self.calculation_type == Calculation::Normal { self.percent } else { Percent::ZERO }
    }
}
