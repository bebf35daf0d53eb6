//! The sales line (table 37).

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ConditionalStatement, Expr, Index, IndexCreateStatement};
use values::Code;
use values::money::{Amount, Percent, Price, Quantity};

use super::DocumentType;
use crate::item_ledger::Place;
use crate::items::BASE_PRECISION;
use crate::sales_tax::Taxed;
use crate::vat::Calculation;

values::options! {
    /// What a line names.
    pub enum LineKind {
        /// Nothing: it is a text.
        #[default]
        Comment => "Comment",
        /// An account of the general ledger.
        Account => "Account",
        /// An item.
        Item => "Item",
    }
}

/// A line of a sales document.
#[derive(Clone, Debug, Default, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "sales_line")]
#[record(name = "salesOrderLines", caption = "Sales Order Line")]
pub struct Model {
    /// The public id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The document.
    #[sea_orm(unique_key = "position")]
    #[record(caption = "Document ID")]
    pub document_id: Uuid,
    /// What kind of document that is.
    pub document_type: DocumentType,
    /// The number of the document.
    #[record(caption = "Document No.")]
    pub document_number: Code<20>,
    /// Its place in the document: 10000, 20000, …
    #[sea_orm(unique_key = "position")]
    #[record(name = "sequence", caption = "Line No.", sort)]
    pub line_number: i32,
    /// What it names.
    #[record(name = "lineType", caption = "Type")]
    pub kind: LineKind,
    /// The number of the item or of the account.
    #[record(name = "lineObjectNumber", caption = "No.")]
    #[sea_orm(indexed)]
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
    /// On which day it is to be sent, or comes back; blank: as soon as can be.
    pub shipment_date: Option<ChronoDate>,
    /// Who brings it.
    pub shipping_agent_code: Code<10>,
    /// By which of the agent's services.
    pub shipping_agent_service_code: Code<10>,
    /// How many.
    pub quantity: Quantity,
    /// How many of them the next posting ships; a credit memo: takes back.
    #[record(name = "shipQuantity", caption = "Qty. to Ship")]
    pub quantity_to_ship: Quantity,
    /// How many are shipped.
    #[record(name = "shippedQuantity", caption = "Quantity Shipped")]
    pub quantity_shipped: Quantity,
    /// How many the next posting invoices.
    #[record(name = "invoiceQuantity", caption = "Qty. to Invoice")]
    pub quantity_to_invoice: Quantity,
    /// How many are invoiced.
    #[record(name = "invoicedQuantity", caption = "Quantity Invoiced")]
    pub quantity_invoiced: Quantity,
    /// How many of those on hand are kept for it, in base units.
    #[record(caption = "Reserved Qty. (Base)")]
    pub reserved_quantity: Quantity,
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
    /// Whether a discount on the line may be given on top of its price.
    #[record(caption = "Allow Line Disc.")]
    pub allow_line_discount: bool,
    /// Whether a part of the discount on the whole may be taken from it.
    #[record(caption = "Allow Invoice Disc.")]
    pub allow_invoice_discount: bool,
    /// Whether it is what the payer pays on top, by the invoice discount code.
    #[record(caption = "System-Created Entry")]
    pub system_created: bool,
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
    /// Where the buyer is taxed, where sales tax is levied.
    #[record(name = "salesTaxAreaCode")]
    pub tax_area_code: Code<20>,
    /// Whether the buyer is liable to sales tax.
    pub tax_liable: bool,
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
    /// Whether it takes a line of a posted invoice back: then its amounts are those of that line, not worked out.
    pub corrective: bool,
    /// What it was where it comes from.
    #[record(caption = "Source ID")]
    pub source_id: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// How it is taxed, where sales tax is levied.
    pub(crate) fn taxed(&self) -> Taxed {
        Taxed { area: self.tax_area_code.clone(), liable: self.tax_liable, group: self.tax_group_code.clone() }
    }
}

/// Whether some are kept for it. A literal, because a partial index serves a condition only when the engine sees in the text
/// of the query that it is the index's own.
pub(crate) fn is_reserved() -> Expr {
    Expr::cust("\"reserved_quantity\" <> 0")
}

/// The index of lines for which some are kept, which are few among many.
pub(crate) fn index_of_reserved() -> IndexCreateStatement {
    let mut index = Index::create();
    index.name("ix_sales_line_reserved").table(Entity).col(Column::Number).cond_where(is_reserved()).take()
}

impl Model {
    /// How many are still to be shipped.
    pub fn outstanding(&self) -> Quantity {
        self.quantity - self.quantity_shipped
    }

    /// How many may be invoiced when so many are shipped first.
    pub fn invoiceable(&self, shipped_first: Quantity) -> Quantity {
        self.quantity_shipped + shipped_first - self.quantity_invoiced
    }

    /// How many are still to be shipped, in base units.
    pub fn outstanding_base(&self) -> Quantity {
        let units = self.outstanding().decimal() * self.quantity_per_unit_of_measure.decimal();
        Quantity::rounded(units, BASE_PRECISION).unwrap_or_default()
    }

    /// Takes so many base units, which are sent, from those that are kept for it.
    pub(crate) fn take_reserved(&mut self, sent: Quantity) {
        let left = self.reserved_quantity - sent;
        let nothing = left < Quantity::ZERO || self.reserved_quantity.is_zero();
        self.reserved_quantity = if nothing { Quantity::ZERO } else { left };
    }

    /// Where its goods are, or come back to; `None` for what is not an item.
    pub fn place(&self) -> Option<Place> {
        let item = (self.kind == LineKind::Item).then_some(&self.number)?;
        Some(Place::new(item, &self.variant_code, &self.location_code))
    }

    /// Plans to ship and to invoice all that is left.
    pub fn plan_the_rest(&mut self) {
        self.quantity_to_ship = self.outstanding();
        self.quantity_to_invoice = self.quantity - self.quantity_invoiced;
    }

    /// Whether something of it is shipped or invoiced.
    pub fn is_touched(&self) -> bool {
        !self.quantity_shipped.is_zero() || !self.quantity_invoiced.is_zero()
    }

    /// Whether all of it is shipped.
    pub fn is_completely_shipped(&self) -> bool {
        !self.quantity.is_zero() && self.outstanding().is_zero()
    }

    /// Whether it sells something, as a text does not.
    pub fn sells(&self) -> bool {
        self.kind != LineKind::Comment && !self.quantity.is_zero()
    }
}
