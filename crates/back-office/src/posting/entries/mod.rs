//! From what was checked and worked out to the entries of all ledgers. Pure: the numbers are at hand, and what comes of it
//! balances, or it is nothing.

mod customer;
mod goods;
mod group;
mod movement;
mod open;
mod payment_discount;
mod sales;
mod settle;
mod taxes;
mod worth;

use values::Code;

use super::Setup;
use super::amounts::Amounts;
use super::numbers::DocumentNumbers;
use super::ready::Ready;
use super::transaction::{Balanced, Origin, Transaction};
use crate::Result;
use crate::general_ledger::{DocumentType, Numbers};
use crate::sales::{self as sales_documents, Context};

pub(super) use movement::move_amount;

/// What posts sales documents.
const SALES: &str = "SALES";

/// What all entries of a document are made from.
pub(super) struct Ground<'a> {
    pub(super) setup: &'a Setup,
    pub(super) ready: &'a Ready,
    pub(super) amounts: &'a Amounts,
    /// Where what is sent and not yet invoiced comes from.
    pub(super) shipment: Origin,
    /// Where what is invoiced comes from.
    pub(super) invoice: Origin,
}

impl Ground<'_> {
    /// Who pays, and the country to which it is sent: whose VAT it is.
    fn whose_vat(&self) -> (&Code<20>, &Code<20>) {
        let header = &self.ready.header;
        let country = match header.ship_to_country_region_code.non_blank() {
            Some(country) => country,
            None => &header.sell_to_country_region_code,
        };
        (&header.bill_to_customer_number, country)
    }
}

/// The entries of a document.
///
/// # Errors
/// [`crate::Error::OutOfBalance`], and when an amount is too large to be kept.
pub(super) fn build(
    setup: &Setup,
    ready: &Ready,
    amounts: &Amounts,
    documents: &DocumentNumbers,
    numbers: Numbers,
    cx: &Context,
) -> Result<Balanced> {
    let ground = Ground {
        setup,
        ready,
        amounts,
        shipment: shipment_origin(ready, documents),
        invoice: invoice_origin(ready, documents),
    };
    let mut transaction = Transaction::begin(numbers, cx);
    let cost = goods::post(&mut transaction, &ground)?;
    if ready.invoices {
        sales::post(&mut transaction, &ground);
        taxes::post(&mut transaction, &ground);
        customer::post(&mut transaction, &ground, cost)?;
    }
    let origin = if ready.invoices { &ground.invoice } else { &ground.shipment };
    transaction.balance(origin, SALES)
}

fn invoice_origin(ready: &Ready, documents: &DocumentNumbers) -> Origin {
    let (document_type, word) = match ready.header.document_type {
        sales_documents::DocumentType::Order => (DocumentType::Invoice, "Order"),
        sales_documents::DocumentType::Invoice => (DocumentType::Invoice, "Invoice"),
        sales_documents::DocumentType::CreditMemo => (DocumentType::CreditMemo, "Credit Memo"),
        sales_documents::DocumentType::ReturnOrder => (DocumentType::CreditMemo, "Return Order"),
    };
    Origin {
        posting_date: ready.header.posting_date,
        vat_date: ready.header.vat_reporting_date,
        document_type,
        document_number: documents.posting.clone().unwrap_or_default(),
        external_document_number: ready.header.external_document_number.clone(),
        description: format!("{word} {}", ready.header.number),
        source: ready.header.source_kind.clone().zip(ready.header.source_id.clone()).unwrap_or_default(),
    }
}

/// What is sent without a shipment comes from the invoice.
fn shipment_origin(ready: &Ready, documents: &DocumentNumbers) -> Origin {
    let invoice = invoice_origin(ready, documents);
    match &documents.shipment {
        Some(number) => Origin { document_type: DocumentType::Blank, document_number: number.clone(), ..invoice },
        None => invoice,
    }
}
