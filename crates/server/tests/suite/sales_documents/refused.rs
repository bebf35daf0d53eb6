//! What is refused, and how that is said: all at once, by line and field; and nothing is changed.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use super::desk::{CREDIT_MEMOS, Desk, INVOICES, Kind, ORDERS, RETURN_ORDERS, named, text};
use crate::call::Call;

#[rstest]
#[tokio::test]
async fn all_that_is_wrong_with_a_new_document_is_said_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(ORDERS, INVOICES, CREDIT_MEMOS, RETURN_ORDERS)] kind: Kind,
) {
    let (desk, (set, lines)) = (Desk::new(engine).await, kind);
    let body = json!({
        "customerNumber": desk.customer, "currencyCode": "XYZ", "paymentTermsCode": "NEVER", "shipmentMethodCode": "PIGEON",
        lines: [
            {"lineObjectNumber": "HAT", "quantity": 1},
            {"lineObjectNumber": "SHIRT", "quantity": 1, "variantCode": "RED", "locationCode": "MOON", "discountPercent": 101},
            {"lineObjectNumber": "CUP", "quantity": 2, "discountAmount": 500},
            {"lineType": "Account", "lineObjectNumber": "9999", "quantity": 1, "unitPrice": 1},
        ],
    });
    let refused = desk.post(set, body).await;
    let said = refused.expect(400);
    let expected = [
        (None, "currencyCode"),
        (None, "paymentTermsCode"),
        (None, "shipmentMethodCode"),
        (Some(10_000), "lineObjectNumber"),
        (Some(20_000), "variantCode"),
        (Some(20_000), "locationCode"),
        (Some(20_000), "discountPercent"),
        (Some(30_000), "discountAmount"),
        (Some(40_000), "lineObjectNumber"),
    ];
    assert_eq!(named(&said), expected.map(|(line, field)| (line, field.to_owned())), "{}", refused.text);
    assert_eq!(said["error"]["target"], "currencyCode");
    assert!(refused.message(400).contains("line 10000: there is no item HAT"), "{}", refused.text);
    assert_eq!(desk.world.read(format!("/api/v1/{set}")).await.expect(200)["value"], json!([]));
    // No number is lost with it.
    let first = desk.made(kind).await;
    assert!(text(&first["number"]).ends_with("001"), "{}", first["number"]);
}

#[rstest]
#[tokio::test]
async fn all_that_can_not_be_read_is_said_at_once(#[values(ORDERS, INVOICES, CREDIT_MEMOS, RETURN_ORDERS)] kind: Kind) {
    let (desk, (set, lines)) = (Desk::new(Engine::Sqlite).await, kind);
    let body = json!({
        "orderDate": "soon", "dueDate": null, "pricesIncludeTax": "perhaps", "externalDocumentNumber": "x".repeat(36), "colour": "red",
        lines: [{"lineType": "Item", "quantity": "many"}, 7, {"lineType": "Hat"}, {"quantity": 1, "size": "XL"}],
    });
    let refused = desk.post(set, body).await;
    let expected = [
        (None, "orderDate"),
        (None, "dueDate"),
        (None, "pricesIncludeTax"),
        (None, "externalDocumentNumber"),
        (None, "customerNumber"),
        (None, "colour"),
        (Some(10_000), "lineObjectNumber"),
        (Some(10_000), "quantity"),
        (Some(20_000), ""),
        (Some(30_000), "lineType"),
        (Some(40_000), "size"),
    ];
    assert_eq!(named(&refused.expect(400)), expected.map(|(line, field)| (line, field.to_owned())), "{}", refused.text);
}

#[rstest]
#[case(json!({"quantity": 1, "variantCode": "RED"}), &["variantCode"])]
#[case(json!({"unitOfMeasureCode": "TON", "locationCode": "MOON"}), &["unitOfMeasureCode", "locationCode"])]
#[case(json!({"shipQuantity": 3}), &["shipQuantity"])]
#[case(json!({"shipQuantity": 1, "invoiceQuantity": 2}), &["invoiceQuantity"])]
#[case(json!({"quantity": 10, "lineAmount": 2001}), &["lineAmount"])]
#[case(json!({"lineObjectNumber": "CUP"}), &["lineObjectNumber"])]
#[case(json!({"lineType": "Comment"}), &["lineType"])]
#[tokio::test]
async fn what_is_wrong_with_a_change_of_a_line_names_line_and_field(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: Value,
    #[case] fields: &[&str],
) {
    let desk = Desk::new(engine).await;
    let order = desk.made(ORDERS).await;
    let line = desk.lines(ORDERS, &order).await.remove(0);
    let refused = desk.patch("salesOrderLines", &line, change).await;
    let expected: Vec<_> = fields.iter().map(|field| (Some(10_000), (*field).to_owned())).collect();
    assert_eq!(named(&refused.expect(400)), expected, "{}", refused.text);
    assert_eq!(desk.lines(ORDERS, &order).await.remove(0), line);
}

#[tokio::test]
async fn what_keeps_a_document_from_being_posted_names_line_and_field() {
    let desk = Desk::new(Engine::Sqlite).await;
    let order = desk.made(ORDERS).await;
    let item = desk.world.read("/api/v1/items?$filter=number eq 'CUP'").await.expect(200)["value"][0].clone();
    desk.patch("items", &item, json!({"blocked": true})).await.expect(200);
    let refused = desk.act("salesOrders", &order, "post", json!({})).await.expect(400);
    assert_eq!(named(&refused)[0].0, Some(20_000), "{refused}");
}

#[rstest]
#[tokio::test]
async fn a_document_is_changed_only_where_it_is_and_by_who_may(
    #[values(ORDERS, INVOICES, CREDIT_MEMOS, RETURN_ORDERS)] kind: Kind,
) {
    let (desk, (set, lines)) = (Desk::new(Engine::Sqlite).await, kind);
    let made = desk.made(kind).await;
    let line = desk.lines(kind, &made).await.remove(0);
    let (other, other_lines) = if kind == ORDERS { INVOICES } else { ORDERS };
    assert_eq!(desk.patch(other, &made, json!({})).await.status, 404);
    assert_eq!(desk.patch(other_lines, &line, json!({})).await.status, 404);
    let path = format!("/api/v1/{set}/{}", text(&made["id"]));
    for (method, path) in [
        (Method::POST, format!("/api/v1/{set}")),
        (Method::PATCH, path.clone()),
        (Method::DELETE, path.clone()),
        (Method::POST, format!("/api/v1/{lines}")),
        (Method::PATCH, format!("/api/v1/{lines}/{}", text(&line["id"]))),
        (Method::DELETE, format!("/api/v1/{lines}/{}", text(&line["id"]))),
    ] {
        let call = Call::new(method, path).token(&desk.world.viewer).header("if-match", "*").body(json!({}));
        call.send(&desk.world.router).await.expect(403);
    }
    let unsaid = Call::new(Method::PATCH, path).token(&desk.world.user).body(json!({}));
    unsaid.send(&desk.world.router).await.expect(428);
    let homeless = desk.post(lines, json!({"lineObjectNumber": "CUP"})).await;
    assert_eq!(homeless.expect(400)["error"]["target"], "documentId");
}
