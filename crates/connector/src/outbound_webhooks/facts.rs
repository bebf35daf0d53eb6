//! What is told of each event: ids, numbers and names, by which the rest can be read.

use back_office::posting::Posted;
use back_office::sales::DocumentType;
use back_office::told::Document;
use job_queue::Failed;
use serde_json::{Value, json};
use uuid::Uuid;
use values::Code;

use crate::orders::staged::order;
use crate::skipped::Skipped;

/// An order was staged.
pub(crate) fn order_staged(order: &order::Model, is_new: bool) -> Value {
    json!({
        "id": order.id,
        "shopCode": order.shop_code,
        "shopifyOrderId": order.shopify_order_id,
        "shopifyOrderNumber": order.shopify_order_number,
        "isNew": is_new,
        "processed": order.processed,
    })
}

/// A document was made.
pub(super) fn document_created(document: &Document) -> Value {
    json!({
        "id": document.id,
        "entity": entity(document.document_type),
        "documentType": document.document_type,
        "number": document.number,
        "customerNumber": document.customer_number,
        "sourceKind": document.source_kind,
        "shopifyOrderNumber": document.source_number,
    })
}

/// A document was posted.
pub(super) fn document_posted(document: &Document, posted: &Posted) -> Value {
    let made = |made: &Option<(Uuid, Code<20>)>| match made {
        Some((id, number)) => json!({ "id": id, "number": number }),
        None => Value::Null,
    };
    // What a credit memo and a return order become is a credit memo.
    let (invoice, credit_memo) = match document.document_type.sells() {
        true => (made(&posted.invoice), Value::Null),
        false => (Value::Null, made(&posted.invoice)),
    };
    json!({
        "documentType": document.document_type,
        "number": document.number,
        "customerNumber": document.customer_number,
        "sourceKind": document.source_kind,
        "shopifyOrderNumber": document.source_number,
        "shipment": made(&posted.shipment),
        "invoice": invoice,
        "creditMemo": credit_memo,
        "completed": posted.completed,
    })
}

/// A job failed.
pub(super) fn job_failed(failed: &Failed<'_>) -> Value {
    let entry = failed.entry;
    json!({
        "jobQueueEntryId": entry.id,
        "jobQueueLogEntryId": failed.run.log_id,
        "objectIdToRun": entry.object_id_to_run,
        "objectCaptionToRun": entry.object_caption_to_run,
        "description": entry.description,
        "scope": entry.scope,
        "errorMessage": failed.message,
    })
}

/// A record was skipped.
pub(crate) fn record_skipped(skipped: &Skipped) -> Value {
    json!({
        "shopCode": skipped.shop_code,
        "kind": skipped.kind,
        "shopifyId": skipped.shopify_id,
        "documentName": skipped.document_name,
        "cause": skipped.cause,
        "remedy": skipped.remedy,
    })
}

/// The entity set in which a document is found.
fn entity(document_type: DocumentType) -> &'static str {
    match document_type {
        DocumentType::Order => "salesOrders",
        DocumentType::Invoice => "salesInvoices",
        DocumentType::CreditMemo => "salesCreditMemos",
        DocumentType::ReturnOrder => "salesReturnOrders",
    }
}
