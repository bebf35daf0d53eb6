//! The back office's sets of records: what is kept, the documents, and the ledgers.

use std::sync::Arc;

use access::Area;
use back_office::sales::{self, DocumentType, posted};
use back_office::{
    bank_accounts, customer_ledger, customers, expected_receipts, general_journal, general_ledger, item_journal,
    item_ledger, items, posting_jobs, prices,
};
use connector::SOURCE_NUMBER;
use database::Record;
use sea_orm::ModelTrait;

use crate::kept_lists;
use crate::master::{Master, changeable};
use crate::records::{Renamed, Resource, Set};
use crate::sales_documents;

/// What the connector calls the source of a sales document.
const SHOPIFY_ORDER_NUMBER: Renamed =
    Renamed { own_name: "sourceNumber", name: SOURCE_NUMBER.name, caption: SOURCE_NUMBER.caption };

/// What it calls what a posted shipment is there.
const SHOPIFY_FULFILLMENT_ID: Renamed =
    Renamed { own_name: "sourceDeliveryId", name: "shopifyFulfillmentId", caption: "Shopify Fulfillment ID" };

/// By which the documents of one table are told apart.
const DOCUMENT_TYPE: &str = "documentType";
/// The field of a line that names its document.
const DOCUMENT: &str = "documentId";
/// By which the lines of a document are ordered.
const LINES: &[&str] = &["sequence"];

/// The sets, each after those that it expands.
pub(crate) fn assemble() -> Vec<Arc<dyn Resource>> {
    let mut sets = documents();
    sets.extend(ledgers());
    sets.extend(master_data());
    sets.extend(kept_lists::sets());
    sets
}

fn ledger<E>() -> Arc<dyn Resource>
where
    E: Record,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
{
    Arc::new(Set::<E>::new(Area::BackOffice))
}

fn documents() -> Vec<Arc<dyn Resource>> {
    let mut sets: Vec<Arc<dyn Resource>> = Vec::new();
    for (document_type, name, caption, lines, line_caption) in [
        (DocumentType::Order, "salesOrders", "Sales Order", "salesOrderLines", "Sales Order Line"),
        (
            DocumentType::ReturnOrder,
            "salesReturnOrders",
            "Sales Return Order",
            "salesReturnOrderLines",
            "Sales Return Order Line",
        ),
    ] {
        let lines: Arc<dyn Resource> = Arc::new(
            Set::<sales::line::Entity>::new(Area::BackOffice)
                .named(lines, line_caption)
                .only(DOCUMENT_TYPE, document_type.caption())
                .changed_by(sales_documents::changeable(lines))
                .in_order(LINES),
        );
        let documents = Set::<sales::header::Entity>::new(Area::BackOffice)
            .named(name, caption)
            .only(DOCUMENT_TYPE, document_type.caption())
            .renamed(&[SHOPIFY_ORDER_NUMBER])
            .changed_by(sales_documents::changeable(name))
            .with(&lines, DOCUMENT);
        sets.extend([Arc::new(documents) as Arc<dyn Resource>, lines]);
    }
    let date = |name| Renamed { own_name: "documentDate", name, caption: "Document Date" };
    for (kind, name, lines, date) in [
        (posted::Kind::Invoice, "salesInvoices", "salesInvoiceLines", date("invoiceDate")),
        (posted::Kind::CreditMemo, "salesCreditMemos", "salesCreditMemoLines", date("creditMemoDate")),
        (posted::Kind::Shipment, "salesShipments", "salesShipmentLines", date("documentDate")),
    ] {
        let (caption, line_caption) = match kind {
            posted::Kind::Invoice => ("Sales Invoice", "Sales Invoice Line"),
            posted::Kind::CreditMemo => ("Sales Credit Memo", "Sales Credit Memo Line"),
            posted::Kind::Shipment => ("Sales Shipment", "Sales Shipment Line"),
        };
        let lines: Arc<dyn Resource> = Arc::new(
            Set::<sales::document::line::Entity>::new(Area::BackOffice)
                .named(lines, line_caption)
                .only(DOCUMENT_TYPE, kind.caption())
                .changed_by(sales_documents::changeable(lines))
                .in_order(LINES),
        );
        let documents = Set::<sales::document::header::Entity>::new(Area::BackOffice)
            .named(name, caption)
            .only(DOCUMENT_TYPE, kind.caption())
            // Only shipments are anything there.
            .without(if kind == posted::Kind::Shipment { &[] } else { &["sourceDeliveryId"] })
            .renamed(&[SHOPIFY_ORDER_NUMBER, SHOPIFY_FULFILLMENT_ID, date])
            .changed_by(sales_documents::changeable(name))
            .with(&lines, DOCUMENT);
        sets.extend([Arc::new(documents) as Arc<dyn Resource>, lines]);
    }
    sets
}

fn ledgers() -> [Arc<dyn Resource>; 10] {
    [
        ledger::<general_ledger::entry::Entity>(),
        ledger::<general_ledger::vat_entry::Entity>(),
        ledger::<general_ledger::register::Entity>(),
        ledger::<customer_ledger::entry::Entity>(),
        ledger::<customer_ledger::detailed::Entity>(),
        ledger::<bank_accounts::entry::Entity>(),
        ledger::<item_ledger::entry::Entity>(),
        ledger::<item_ledger::value_entry::Entity>(),
        ledger::<posting_jobs::result::Entity>(),
        ledger::<items::picture::Entity>(),
    ]
}

fn mastered<E: Master>() -> Arc<dyn Resource> {
    Arc::new(Set::<E>::new(Area::BackOffice).changed_by(changeable::<E>()))
}

fn master_data() -> [Arc<dyn Resource>; 7] {
    [
        mastered::<items::Entity>(),
        mastered::<customers::Entity>(),
        mastered::<general_journal::line::Entity>(),
        mastered::<item_journal::line::Entity>(),
        mastered::<expected_receipts::Entity>(),
        mastered::<prices::list::Entity>(),
        mastered::<prices::line::Entity>(),
    ]
}
