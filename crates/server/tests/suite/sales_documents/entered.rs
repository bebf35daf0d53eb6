//! What follows from what is entered.

use axum::http::Method;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use super::desk::{Desk, INVOICES, ORDERS, named, text};

#[rstest]
#[tokio::test]
async fn a_document_begins_without_lines(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    let order = desk.post("salesOrders", json!({"customerNumber": desk.customer})).await.expect(201);
    assert_eq!((&order["status"], &order["totalAmountIncludingTax"]), (&json!("Open"), &json!(0)));
    let nothing = desk.act("salesOrders", &order, "release", json!(null)).await;
    assert!(nothing.message(400).contains("there is nothing to release"), "{}", nothing.text);
}

#[rstest]
#[tokio::test]
async fn what_is_entered_on_a_new_document_and_its_lines_holds(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.carrier().await;
    let order = json!({
        "customerNumber": desk.customer, "orderDate": "2026-03-01", "shipToName": "Ola", "shippingAgentCode": "posten",
        "pricesIncludeTax": false, "discountAmount": 10, "workDescription": "Ring twice",
        "salesOrderLines": [
            {"lineType": "Item", "lineObjectNumber": "shirt", "quantity": 5, "unitPrice": 100, "discountAmount": 50,
             "shipQuantity": 2, "invoiceQuantity": 1, "shipmentDate": "2026-03-20"},
            {"lineType": "Account", "lineObjectNumber": "3000", "quantity": 1, "unitPrice": 40, "description": "Setting up"},
            {"description": "With care"},
        ],
    });
    let order = desk.post("salesOrders", order).await.expect(201);
    assert_eq!((&order["shipToName"], &order["customerName"]), (&json!("Ola"), &json!("Kari")));
    assert_eq!((&order["shippingAgentCode"], &order["orderDate"]), (&json!("POSTEN"), &json!("2026-03-01")));
    assert_eq!((&order["totalAmountExcludingTax"], &order["totalAmountIncludingTax"]), (&json!(480), &json!(600)));
    let lines = desk.lines(ORDERS, &order).await;
    assert_eq!((&lines[0]["shipQuantity"], &lines[0]["invoiceQuantity"]), (&json!(2), &json!(1)));
    assert_eq!((&lines[0]["discountPercent"], &lines[0]["shipmentDate"]), (&json!(10), &json!("2026-03-20")));
    assert_eq!((&lines[1]["description"], &lines[2]["lineType"]), (&json!("Setting up"), &json!("Comment")));

    let first = &lines[0];
    let whole =
        desk.patch("salesOrderLines", first, json!({"lineAmount": 500, "shipmentDate": null})).await.expect(200);
    assert_eq!((&whole["discountAmount"], &whole["shipmentDate"]), (&json!(0), &json!(null)));
}

#[rstest]
#[tokio::test]
async fn another_customer_brings_its_own_address_and_prices(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let ola = json!({"customerTemplateCode": "DOMESTIC", "displayName": "Ola", "city": "Bodø"});
    let ola = text(&desk.post("customers", ola).await.expect(201)["number"]);
    let invoice = desk.made(INVOICES).await;
    let change = json!({"customerNumber": ola, "sellToContact": "Per"});
    let changed = desk.patch("salesInvoices", &invoice, change).await.expect(200);
    assert_eq!(
        (&changed["customerName"], &changed["billToName"], &changed["shipToCity"]),
        (&json!("Ola"), &json!("Ola"), &json!("Bodø"))
    );
    assert_eq!(changed["sellToContact"], "Per", "what is given with the customer comes after it");
}

#[rstest]
#[tokio::test]
async fn where_goods_go_is_chosen_by_code_and_what_is_wrong_with_that_is_said_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let cabin = json!({"customerNumber": desk.customer, "code": "CABIN", "displayName": "The cabin", "city": "Geilo"});
    desk.post("shipToAddresses", cabin).await.expect(201);
    let order = desk.made(ORDERS).await;
    let there =
        desk.patch("salesOrders", &order, json!({"shipToCode": "CABIN", "locationCode": "MAIN"})).await.expect(200);
    assert_eq!((&there["shipToName"], &there["shipToCity"]), (&json!("The cabin"), &json!("Geilo")));
    assert_eq!(desk.lines(ORDERS, &order).await[0]["locationCode"], "MAIN");
    let wrong = json!({"shipToCode": "BOAT", "locationCode": "MOON", "shippingAgentCode": "PIGEON"});
    let refused = desk.patch("salesOrders", &there, wrong).await.expect(400);
    let fields: Vec<String> = named(&refused).into_iter().map(|(_, field)| field).collect();
    assert_eq!(fields, ["shipToCode", "locationCode", "shippingAgentCode"]);
    let whole = desk.patch("salesOrders", &there, json!({"shippingAdvice": "Complete"})).await.expect(200);
    assert_eq!(whole["shippingAdvice"], "Complete");
    let refused = desk.patch("salesOrders", &whole, json!({"shippingAdvice": "Half"})).await.expect(400);
    assert_eq!(named(&refused), [(None, "shippingAdvice".to_owned())]);
}

#[rstest]
#[tokio::test]
async fn an_order_is_shipped_and_invoiced_as_business_central_is_asked_to(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let order = desk.made(ORDERS).await;
    let path = format!("salesOrders({})/Microsoft.NAV.shipAndInvoice", text(&order["id"]));
    desk.post(&path, json!(null)).await.expect(204);
    let invoices = desk.world.read("/api/v1/salesInvoices").await.expect(200);
    assert_eq!(
        (&invoices["value"][0]["status"], &invoices["value"][0]["totalAmountIncludingTax"]),
        (&json!("Open"), &json!(480))
    );
}

#[rstest]
#[tokio::test]
async fn a_posted_shipment_says_how_it_is_on_its_way(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.carrier().await;
    let order = desk.made(ORDERS).await;
    desk.act("salesOrders", &order, "post", json!({"invoice": false})).await.expect(200);
    let shipment = desk.world.read("/api/v1/salesShipments").await.expect(200)["value"][0].clone();
    let way =
        json!({"shippingAgentCode": "POSTEN", "shippingAgentServiceCode": "HOME", "packageTrackingNumber": "70300"});
    let sent = desk.patch("salesShipments", &shipment, way).await.expect(200);
    assert_eq!((&sent["packageTrackingNumber"], &sent["shippingAgentCode"]), (&json!("70300"), &json!("POSTEN")));
    assert_eq!(desk.patch("salesShipments", &shipment, json!({"packageTrackingNumber": "1"})).await.status, 412);
    for (field, unknown) in [("shippingAgentCode", "PIGEON"), ("shippingAgentServiceCode", "EXPRESS")] {
        let refused = desk.patch("salesShipments", &sent, json!({field: unknown})).await;
        assert_eq!(refused.expect(400)["error"]["target"], field);
    }
    let other = desk.patch("salesShipments", &sent, json!({"shipToCity": "Bergen"})).await;
    assert_eq!(other.expect(400)["error"]["target"], "shipToCity");
    assert_eq!(desk.on(Method::DELETE, "salesShipments", &sent, json!(null)).await.status, 405);
}

#[rstest]
#[tokio::test]
async fn who_sells_follows_from_the_customer_and_stands_on_what_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    for new in [json!({"code": "JO"}), json!({"code": "KIM"}), json!({"code": "PER", "privacyBlocked": true})] {
        desk.world.change(Method::POST, "salespeoplePurchasers", new).await.expect(201);
    }
    let ola = json!({"customerTemplateCode": "DOMESTIC", "displayName": "Ola", "salespersonCode": "jo"});
    let ola = text(&desk.post("customers", ola).await.expect(201)["number"]);
    let order = json!({"customerNumber": ola, "salesOrderLines": [{"lineObjectNumber": "SHIRT", "quantity": 1}]});
    let order = desk.post("salesOrders", order).await.expect(201);
    assert_eq!(order["salesperson"], "JO");
    for wrong in ["NOBODY", "PER"] {
        let refused = desk.patch("salesOrders", &order, json!({"salesperson": wrong})).await.expect(400);
        assert_eq!(named(&refused), [(None, "salesperson".to_owned())], "{wrong}");
    }
    let order = desk.patch("salesOrders", &order, json!({"salesperson": "kim"})).await.expect(200);
    assert_eq!(order["salesperson"], "KIM");
    desk.act("salesOrders", &order, "post", json!({})).await.expect(200);
    for set in ["salesShipments", "salesInvoices"] {
        let posted = desk.world.read(format!("/api/v1/{set}")).await.expect(200);
        assert_eq!(posted["value"][0]["salesperson"], "KIM", "{set}");
    }
}
