//! What holds for every kind of document.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use super::desk::{CREDIT_MEMOS, Desk, INVOICES, Kind, ORDERS, RETURN_ORDERS, text};

#[rstest]
#[tokio::test]
async fn a_document_is_made_with_its_lines_changed_and_deleted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(ORDERS, INVOICES, CREDIT_MEMOS, RETURN_ORDERS)] kind: Kind,
) {
    let (desk, (set, lines)) = (Desk::new(engine).await, kind);
    let made = desk.made(kind).await;
    assert_eq!((&made["customerName"], &made["shipToCity"]), (&json!("Kari"), &json!("Oslo")));
    assert_eq!((&made["totalAmountIncludingTax"], &made["totalTaxAmount"]), (&json!(480), &json!(96)));
    let two = desk.lines(kind, &made).await;
    assert_eq!(
        (&two[0]["unitPrice"], &two[0]["description"], &two[0]["lineType"]),
        (&json!(200), &json!("shirt"), &json!("Item"))
    );

    let changed =
        desk.patch(set, &made, json!({"externalDocumentNumber": "PO-7", "shipToCity": "Bergen"})).await.expect(200);
    assert_eq!((&changed["externalDocumentNumber"], &changed["shipToCity"]), (&json!("PO-7"), &json!("Bergen")));
    assert_eq!(changed["customerName"], "Kari", "what is not given stays");
    assert_eq!(
        desk.patch(set, &made, json!({"email": "k@example.com"})).await.status,
        412,
        "an older version was seen"
    );

    let cheaper = desk.patch(lines, &two[0], json!({"quantity": 3, "discountPercent": 10})).await.expect(200);
    assert_eq!((&cheaper["lineAmount"], &cheaper["discountAmount"]), (&json!(540), &json!(60)));
    assert_eq!(desk.patch(lines, &two[0], json!({"quantity": 1})).await.status, 412);
    let text_line = desk
        .post(&format!("{set}/{}/{lines}", text(&made["id"])), json!({"description": "Thank you"}))
        .await
        .expect(201);
    assert_eq!((&text_line["lineType"], &text_line["sequence"]), (&json!("Comment"), &json!(30_000)));
    let fee = json!({"documentId": made["id"], "lineType": "Account", "lineObjectNumber": "3000", "quantity": 1, "unitPrice": 20});
    desk.post(lines, fee).await.expect(201);
    desk.on(Method::DELETE, lines, &two[1], json!(null)).await.expect(204);
    let left = desk.lines(kind, &made).await;
    assert_eq!(
        left.iter().map(|line| line["sequence"].as_i64().unwrap()).collect::<Vec<_>>(),
        [10_000, 30_000, 40_000]
    );
    let now = desk.read(set, &made).await;
    assert_eq!(now["totalAmountIncludingTax"], 560);

    assert_eq!(desk.on(Method::DELETE, set, &made, json!(null)).await.status, 412);
    desk.on(Method::DELETE, set, &now, json!(null)).await.expect(204);
    assert_eq!(desk.world.read(format!("/api/v1/{set}")).await.expect(200)["value"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_document_gets_a_discount_on_the_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(ORDERS, INVOICES, CREDIT_MEMOS, RETURN_ORDERS)] kind: Kind,
) {
    let (desk, (set, _)) = (Desk::new(engine).await, kind);
    let made = desk.made(kind).await;
    let given = desk.act(set, &made, "giveInvoiceDiscount", json!({"amount": 48})).await.expect(200);
    assert_eq!((&given["discountAmount"], &given["totalAmountIncludingTax"]), (&json!(48), &json!(432)));
    let parts = desk.lines(kind, &made).await;
    let parts: Vec<_> = parts.iter().map(|line| line["invoiceDiscountAllocation"].as_f64().unwrap()).collect();
    assert_eq!(parts, [40.0, 8.0]);
    let too_much = desk.act(set, &made, "giveInvoiceDiscount", json!({"amount": 480.01})).await;
    assert!(too_much.message(400).contains("must lie between 0 and 480"), "{}", too_much.text);
    let calculated = desk.act(set, &made, "calculateInvoiceDiscount", json!(null)).await.expect(200);
    assert_eq!((&calculated["discountAmount"], &calculated["totalAmountIncludingTax"]), (&json!(0), &json!(480)));
}

#[rstest]
#[tokio::test]
async fn a_released_document_keeps_what_it_sells_until_it_is_reopened(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(ORDERS, INVOICES, CREDIT_MEMOS, RETURN_ORDERS)] kind: Kind,
) {
    let (desk, (set, lines)) = (Desk::new(engine).await, kind);
    let made = desk.made(kind).await;
    let released = desk.act(set, &made, "release", json!(null)).await.expect(200);
    assert_eq!(released["status"], "Released");
    let line = &desk.lines(kind, &made).await[0];
    for refused in [
        desk.patch(lines, line, json!({"quantity": 1})).await,
        desk.on(Method::DELETE, lines, line, json!(null)).await,
        desk.post(lines, json!({"documentId": made["id"], "lineObjectNumber": "CUP"})).await,
        desk.patch(set, &released, json!({"shipToCity": "Bergen"})).await,
        desk.act(set, &made, "giveInvoiceDiscount", json!({"amount": 1})).await,
    ] {
        assert!(refused.message(409).contains("is released: reopen it to change it"), "{}", refused.text);
    }
    let tracked = desk.patch(set, &released, json!({"packageTrackingNumber": "70300"})).await.expect(200);
    assert_eq!(tracked["packageTrackingNumber"], "70300");
    desk.act(set, &made, "reopen", json!(null)).await.expect(200);
    desk.patch(lines, line, json!({"quantity": 1})).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn how_much_of_a_released_order_is_sent_is_planned_while_it_stays_released(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(ORDERS, INVOICES)] kind: Kind,
) {
    let (desk, (set, lines)) = (Desk::new(engine).await, kind);
    let made = desk.made(kind).await;
    desk.act(set, &made, "release", json!(null)).await.expect(200);
    let line = &desk.lines(kind, &made).await[0];
    let planned = desk.patch(lines, line, json!({"shipQuantity": 0, "invoiceQuantity": 0})).await;
    if kind == ORDERS {
        assert_eq!(planned.expect(200)["shipQuantity"], 0);
        let path = format!("/api/v1/{set}/{}", made["id"].as_str().unwrap());
        assert_eq!(desk.world.read(path).await.expect(200)["status"], "Released");
    } else {
        assert!(planned.message(409).contains("is released: reopen it to change it"), "{}", planned.text);
    }
}

#[rstest]
#[tokio::test]
async fn vat_belongs_to_the_posting_date_or_to_a_day_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (desk, (set, _)) = (Desk::new(engine).await, INVOICES);
    let made = desk.made(INVOICES).await;
    assert_eq!(made["vatReportingDate"], made["postingDate"]);
    let later = desk.patch(set, &made, json!({"postingDate": "2026-04-02"})).await.expect(200);
    assert_eq!(later["vatReportingDate"], "2026-04-02");
    let both = json!({"postingDate": "2026-04-03", "vatReportingDate": "2026-03-31"});
    let own = desk.patch(set, &later, both).await.expect(200);
    assert_eq!((&own["postingDate"], &own["vatReportingDate"]), (&json!("2026-04-03"), &json!("2026-03-31")));
    let posted = desk.act(set, &own, "post", json!({"postingDate": "2026-04-04"})).await.expect(200);
    let path = format!("/api/v1/{set}/{}", posted["invoiceId"].as_str().unwrap());
    let invoice = desk.world.read(path).await.expect(200);
    assert_eq!((&invoice["postingDate"], &invoice["vatReportingDate"]), (&json!("2026-04-04"), &json!("2026-03-31")));
    let of = |from: &str, to: &str| desk.world.read(format!("/api/v1/vatStatement?from={from}&to={to}"));
    let of_march = of("2026-03-31", "2026-03-31").await.expect(200);
    assert_eq!(of_march["value"][0]["amount"], invoice["totalTaxAmount"], "{of_march}");
    assert_eq!(of("2026-04-01", "2026-04-30").await.expect(200)["value"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_document_is_posted_and_then_not_changed_any_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(ORDERS, INVOICES, CREDIT_MEMOS, RETURN_ORDERS)] kind: Kind,
) {
    let (desk, (set, lines)) = (Desk::new(engine).await, kind);
    let made = desk.made(kind).await;
    let line = desk.lines(kind, &made).await.remove(0);
    let posted = desk.act(set, &made, "post", json!({})).await.expect(200);
    assert_eq!(posted["completed"], true);
    assert_eq!(desk.patch(set, &made, json!({"email": "k@example.com"})).await.status, 404);
    assert_eq!(desk.patch(lines, &line, json!({"quantity": 1})).await.status, 404);
    if kind == INVOICES || kind == CREDIT_MEMOS {
        let of_posted = json!({"id": posted["invoiceId"], "@odata.etag": "*"});
        let refused = desk.patch(set, &of_posted, json!({"email": "k@example.com"})).await;
        assert!(refused.message(409).contains("posted already"), "{}", refused.text);
        let mut line = desk.lines(kind, &of_posted).await.remove(0);
        line["@odata.etag"] = json!("*");
        assert!(desk.patch(lines, &line, json!({"quantity": 1})).await.message(409).contains("posted already"));
        let (_, of_others) = if kind == INVOICES { CREDIT_MEMOS } else { INVOICES };
        assert_eq!(desk.patch(of_others, &line, json!({"quantity": 1})).await.status, 404);
        assert_eq!(desk.on(Method::DELETE, set, &of_posted, json!(null)).await.status, 409);
    }
}

/// Only shipments tell what they are in Shopify; what the others leave out moves none of their values to another name.
#[rstest]
#[tokio::test]
async fn every_value_of_what_is_posted_stands_under_its_own_name(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let order = desk.made(ORDERS).await;
    let posted = desk.act("salesOrders", &order, "post", json!({})).await.expect(200);
    let shipment = desk.read("salesShipments", &json!({"id": posted["shipmentId"]})).await;
    let invoice = desk.read("salesInvoices", &json!({"id": posted["invoiceId"]})).await;
    let back = desk.act("salesInvoices", &invoice, "cancel", json!(null)).await.expect(200);
    let memo = desk.read("salesCreditMemos", &json!({"id": back["invoiceId"]})).await;
    assert_eq!(shipment["shopifyFulfillmentId"], 0);
    assert!(!text(&shipment["userId"]).is_empty() && text(&shipment["createdAt"]).contains('T'), "{shipment}");
    for other in [invoice, memo] {
        assert_eq!(other.get("shopifyFulfillmentId"), None);
        for name in ["userId", "createdAt"] {
            assert_eq!(other[name], shipment[name], "{name}");
        }
    }
}
