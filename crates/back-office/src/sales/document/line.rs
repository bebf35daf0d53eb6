//! A line of a sales document as the API shows it, posted or not.

use database::Record;
use sea_orm::entity::prelude::*;
use values::Code;
use values::money::{Amount, Percent, Price, Quantity};

use crate::sales::LineKind;
use crate::sales::posted::Kind;
use crate::vat::Calculation;

/// A line of a [`super::header`].
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "sales_document_line")]
#[record(name = "salesDocumentLines", caption = "Sales Document Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The document.
    #[record(caption = "Document ID")]
    pub document_id: Uuid,
    /// What kind of document that is.
    pub document_type: Kind,
    /// The number of the document.
    #[record(caption = "Document No.")]
    pub document_number: Code<20>,
    /// Its place in the document: 10000, 20000, …
    #[record(name = "sequence", caption = "Line No.", sort)]
    pub line_number: i32,
    /// The line of the order from which it was posted; 0: of another document.
    #[record(caption = "Order Line No.")]
    pub order_line_number: i32,
    /// What it names.
    #[record(name = "lineType", caption = "Type")]
    pub kind: LineKind,
    /// The number of the item or of the account.
    #[record(name = "lineObjectNumber", caption = "No.")]
    pub number: Code<20>,
    /// Which variant of the item.
    pub variant_code: Code<10>,
    /// What stands on it.
    pub description: String,
    /// The unit of measure.
    pub unit_of_measure_code: Code<10>,
    /// How many base units one of it holds.
    #[record(name = "qtyPerUnitOfMeasure", caption = "Qty. per Unit of Measure")]
    pub quantity_per_unit_of_measure: Quantity,
    /// From where it is sent.
    pub location_code: Code<10>,
    /// Who brings it; blank on one that is posted.
    pub shipping_agent_code: Code<10>,
    /// By which of the agent's services; blank on one that is posted.
    pub shipping_agent_service_code: Code<10>,
    /// How many.
    pub quantity: Quantity,
    /// At which price.
    pub unit_price: Price,
    /// The discount, in percent of the line.
    #[record(name = "discountPercent", caption = "Line Discount %")]
    pub line_discount_percent: Percent,
    /// The discount, in all.
    #[record(name = "discountAmount", caption = "Line Discount Amount")]
    pub line_discount_amount: Amount,
    /// Quantity times price, less the discount.
    pub line_amount: Amount,
    /// Its part of the discount on the whole.
    #[record(name = "invoiceDiscountAllocation", caption = "Inv. Discount Amount")]
    pub invoice_discount_amount: Amount,
    /// The percentage of VAT.
    #[record(name = "taxPercent", caption = "VAT %")]
    pub vat_percent: Percent,
    /// Lines of one identifier are rounded together.
    #[record(name = "taxCode", caption = "VAT Identifier")]
    pub vat_identifier: Code<20>,
    /// How VAT is calculated.
    #[record(caption = "VAT Calculation Type")]
    pub vat_calculation_type: Calculation,
    /// The VAT product posting group.
    #[record(caption = "VAT Prod. Posting Group")]
    pub vat_product_posting_group: Code<20>,
    /// The tax group of what is sold, where sales tax is levied.
    #[record(name = "salesTaxGroupCode")]
    pub tax_group_code: Code<20>,
    /// The general product posting group.
    #[record(caption = "Gen. Prod. Posting Group")]
    pub general_product_posting_group: Code<20>,
    /// What it comes to without VAT.
    #[record(name = "amountExcludingTax", caption = "Amount")]
    pub amount: Amount,
    /// What it comes to.
    #[record(name = "amountIncludingTax", caption = "Amount Including VAT")]
    pub amount_including_vat: Amount,
    /// What it was where it comes from.
    #[record(caption = "Source ID")]
    pub source_id: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
