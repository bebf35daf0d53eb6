//! Documents and ledgers as lists.

use axum::http::Method;
use back_office::sales::DocumentType;
use database::Engine;
use rstest::rstest;

use crate::world::World;

#[rstest]
#[tokio::test]
async fn invoices_are_one_list_before_and_after_they_are_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    let posted = world.sales_document(DocumentType::Invoice, "#1001").await;
    let number = world.post(posted).await.invoice.unwrap().1.to_string();
    let draft = world.sales_document(DocumentType::Invoice, "#1002").await;
    world.sales_document(DocumentType::CreditMemo, "#1003").await;

    let all = world.read("/api/v1/salesInvoices?$orderby=createdAt&$expand=salesInvoiceLines&$count=true").await;
    let all = all.expect(200);
    assert_eq!(all["@odata.count"], 2);
    let stands = |status: &str| {
        let rows = all["value"].as_array().unwrap().iter();
        rows.clone().find(|row| row["status"] == status).unwrap_or_else(|| panic!("{status}: {all:#}")).clone()
    };
    let (open, of_draft) = (stands("Open"), stands("Draft"));
    assert_eq!((open["number"].as_str(), open["remainingAmount"].as_f64()), (Some(number.as_str()), Some(250.0)));
    assert_eq!(open["shopifyOrderNumber"], "#1001");
    assert_eq!((of_draft["id"].as_str(), of_draft["remainingAmount"].as_f64()), (Some(&*draft.to_string()), Some(0.0)));
    for document in [&open, &of_draft] {
        assert_eq!(document["totalAmountIncludingTax"], 250);
        assert_eq!(document["salesInvoiceLines"].as_array().unwrap().len(), 2);
    }
    let due =
        world.read("/api/v1/salesInvoices?$filter=remainingAmount gt 0 and status eq 'Open'&$search=%231001").await;
    assert_eq!(due.expect(200)["value"][0]["id"], open["id"]);
    let memos = world.read("/api/v1/salesCreditMemos?$expand=salesCreditMemoLines").await.expect(200);
    assert_eq!(memos["value"][0]["shopifyOrderNumber"], "#1003");
    assert_eq!(memos["value"][0]["salesCreditMemoLines"].as_array().unwrap().len(), 2);
    let shown = world.read(format!("/api/v1/salesCreditMemos/{draft}")).await;
    assert_eq!(shown.status, 404, "an invoice is no credit memo");
}

#[rstest]
#[tokio::test]
async fn what_is_posted_stands_in_every_ledger(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.company().await;
    let order = world.sales_document(DocumentType::Order, "#1001").await;
    let posted = world.post(order).await;
    let (invoice, shipment) = (posted.invoice.unwrap().1, posted.shipment.unwrap().1);
    for (set, filter, rows) in [
        ("generalLedgerEntries", format!("documentNumber eq '{invoice}'"), 3),
        ("generalLedgerEntries", "accountNumber eq '3000' and creditAmount gt 0".to_owned(), 1),
        ("vatEntries", format!("documentNumber eq '{invoice}'"), 1),
        ("generalLedgerRegisters", "number eq 1".to_owned(), 1),
        ("customerLedgerEntries", "open eq true and remainingAmount eq 250".to_owned(), 1),
        ("detailedCustomerLedgerEntries", "entryType eq 'Initial Entry'".to_owned(), 1),
        ("bankAccountLedgerEntries", String::new(), 0),
        ("journalLines", String::new(), 0),
        ("itemLedgerEntries", String::new(), 0),
        ("valueEntries", String::new(), 0),
        ("salesShipments", format!("number eq '{shipment}' and status eq ''"), 1),
        ("salesShipmentLines", format!("documentNumber eq '{shipment}'"), 2),
        ("salesInvoices", "status eq 'Open'".to_owned(), 1),
        ("salesInvoiceLines", String::new(), 2),
        ("salesOrders", String::new(), 0),
    ] {
        let filter = if filter.is_empty() { String::new() } else { format!("&$filter={filter}") };
        let found = world.read(format!("/api/v1/{set}?$count=true{filter}")).await.expect(200);
        assert_eq!(found["@odata.count"], rows, "{set} {filter}: {found:#}");
    }
}

#[rstest]
#[tokio::test]
async fn a_document_is_released_and_reopened_until_it_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.company().await;
    for (kind, set, open) in [
        (DocumentType::Order, "salesOrders", "Open"),
        (DocumentType::Invoice, "salesInvoices", "Draft"),
        (DocumentType::CreditMemo, "salesCreditMemos", "Draft"),
    ] {
        let id = world.sales_document(kind, set).await;
        let act = |action: &str| world.call(Method::POST, format!("/api/v1/{set}/{id}/Kobling.{action}"));
        let released = act("release").send(&world.router).await.expect(200);
        assert_eq!(released["status"], "Released", "{set}");
        let seen = released["@odata.etag"].as_str().unwrap();
        let reopened = act("reopen").header("if-match", seen).send(&world.router).await.expect(200);
        assert_eq!(reopened["status"], open, "{set}");
        let overtaken = act("release").header("if-match", seen).send(&world.router).await;
        assert!(overtaken.message(412).contains("read it again"), "{set}");
        let elsewhere = if set == "salesOrders" { "salesInvoices" } else { "salesOrders" };
        let path = format!("/api/v1/{elsewhere}/{id}/Kobling.release");
        assert_eq!(world.call(Method::POST, path).send(&world.router).await.status, 404, "{set}");
    }
    let id = world.sales_document(DocumentType::Invoice, "posted").await;
    let (posted, _) = world.post(id).await.invoice.unwrap();
    let path = format!("/api/v1/salesInvoices/{posted}/Kobling.reopen");
    let refused = world.call(Method::POST, path).send(&world.router).await;
    assert!(refused.message(409).contains("posted"), "{}", refused.text);
}
