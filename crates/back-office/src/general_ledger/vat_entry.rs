//! The VAT entry (table 254).

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Percent};

use super::DocumentType;
use crate::vat::Calculation;

/// What was sold in one VAT group, and its VAT. What is owed to the state is negative.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "vat_entry")]
#[record(name = "vatEntries", caption = "VAT Entry")]
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
    #[record(sort)]
    pub posting_date: ChronoDate,
    /// The day to which the VAT belongs.
    #[sea_orm(indexed)]
    #[record(caption = "VAT Date", sort)]
    pub vat_reporting_date: ChronoDate,
    /// What kind of document it comes from.
    pub document_type: DocumentType,
    /// The number of the document.
    #[sea_orm(indexed)]
    pub document_number: Code<20>,
    /// The other party's number for it.
    #[record(caption = "External Document No.")]
    pub external_document_number: String,
    /// What VAT is worked out from, in the company's own currency.
    pub base: Amount,
    /// The VAT.
    pub amount: Amount,
    /// How it is calculated.
    #[record(caption = "VAT Calculation Type")]
    pub vat_calculation_type: Calculation,
    /// The percentage; of a sales tax, that up to its maximum.
    #[record(caption = "VAT %")]
    pub vat_percent: Percent,
    /// Lines of one identifier are rounded together.
    #[record(caption = "VAT Identifier")]
    pub vat_identifier: Code<20>,
    /// The VAT group of the customer.
    #[record(caption = "VAT Bus. Posting Group")]
    pub vat_business_posting_group: Code<20>,
    /// The VAT group of what was sold.
    #[record(caption = "VAT Prod. Posting Group")]
    pub vat_product_posting_group: Code<20>,
    /// The group of the customer.
    #[record(caption = "Gen. Bus. Posting Group")]
    pub general_business_posting_group: Code<20>,
    /// The group of what was sold.
    #[record(caption = "Gen. Prod. Posting Group")]
    pub general_product_posting_group: Code<20>,
    /// Where the buyer is taxed; blank: it is VAT.
    #[record(name = "salesTaxAreaCode")]
    pub tax_area_code: Code<20>,
    /// The tax group of what was sold.
    #[record(name = "salesTaxGroupCode")]
    pub tax_group_code: Code<20>,
    /// Whom the tax is owed to.
    #[sea_orm(indexed)]
    pub tax_jurisdiction_code: Code<10>,
    /// Who pays.
    #[record(caption = "Bill-to/Pay-to No.")]
    pub bill_to_customer_number: Code<20>,
    /// The country to which it was sent: whose VAT it is.
    #[record(caption = "Country/Region Code")]
    pub country_region_code: Code<20>,
    /// Who posted it.
    #[record(caption = "User ID")]
    pub user_id: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
