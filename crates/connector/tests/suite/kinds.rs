//! Every kind of order that a store holds, staged as it was told.

use connector::orders::staged::{additional_fee, fulfillment, line_attribute, risk, tax_line, transaction};
use connector::shops;
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::money::Amount;

use crate::store::{self, graphql, kroner, line, make_special, order, with};
use crate::world::{SHOP, World, amount};

/// The location that every store begins with.
const LOCATION: &str = "gid://shopify/Location/81234567890";

#[rstest]
#[tokio::test]
async fn an_order_of_a_till_has_its_place_its_rounding_and_its_payments(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let payments = json!([
        { "kind": "SALE", "status": "SUCCESS", "gateway": "gift_card", "amountSet": kroner("49.90"),
          "receiptJson": { "gift_card_id": 999 } },
        { "kind": "SALE", "status": "SUCCESS", "gateway": "shopify_payments", "amountSet": kroner("50.00") },
        { "kind": "SALE", "status": "FAILURE", "gateway": "shopify_payments", "amountSet": kroner("99.90") },
    ]);
    let id =
        store::place(&world.store, with(order(vec![line("1000", 1, "99.90")]), json!({ "transactions": payments })));
    let id = id.await;
    let change = json!({
        "retailLocation": LOCATION, "channel": "Point of Sale", "card": "Visa",
        "cashRounding": { "payments": kroner("0.10") },
    });
    make_special(&world.store, &id, change).await;
    world.sync_orders().await;

    let staged = &world.staged().await[0];
    assert_eq!(staged.retail_location_name, "Lager Bergen");
    assert_eq!((staged.channel_name.as_str(), staged.gateway.as_str()), ("Point of Sale", "shopify_payments"));
    assert_eq!((staged.payment_rounding_amount, staged.total_received_amount), (amount("0.1"), amount("99.9")));
    let mut paid = world.all::<transaction::Entity>().await;
    paid.sort_by_key(|row| row.transaction_id);
    let told: Vec<_> = paid
        .iter()
        .map(|row| (row.gateway.as_str(), row.status.caption(), row.gift_card_id, row.credit_card_company.as_str()))
        .collect();
    let expected = [
        ("gift_card", "Success", 999, ""),
        ("shopify_payments", "Success", 0, "Visa"),
        ("shopify_payments", "Failure", 0, "Visa"),
    ];
    assert_eq!(told, expected);
    assert_eq!((paid[0].rounding_amount, paid[1].rounding_amount), (amount("0.1"), Amount::ZERO));
    assert_eq!(paid[2].error_code, "CARD_DECLINED");
    assert!(paid.iter().all(|row| row.order_id == staged.id && row.currency_code == "NOK"));
}

#[rstest]
#[tokio::test]
async fn a_company_buys_on_terms(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let fields = json!({ "poNumber": "4".repeat(60) });
    let id = store::place(&world.store, with(order(vec![line("1000", 1, "100.00")]), fields)).await;
    let change = json!({
        "company": { "name": "Nord AS", "location": "Oslo" },
        "paymentTerms": { "name": "Net 30", "dueAt": "2026-12-31T23:30:00Z" },
    });
    make_special(&world.store, &id, change).await;
    assert_eq!(world.sync_orders().await.skipped, 1, "companies are not mapped");
    let staged = &world.staged().await[0];
    assert!(staged.b2b && staged.company_id != 0 && staged.company_location_id != 0);
    assert_eq!((staged.company_name.as_str(), staged.company_location_name.as_str()), ("Nord AS", "Oslo"));
    assert_eq!(staged.company_main_contact_email, "kari@example.com");
    assert_eq!((staged.payment_terms_type.caption(), staged.payment_terms_name.as_str()), ("Net", "Net 30"));
    assert_eq!(staged.due_date.unwrap().to_string(), "2027-01-01", "the day is that of the company's zone");
    assert_eq!(staged.po_number.len(), 60);
    assert!(staged.import_warning.contains("PO Number has 60 characters"), "{}", staged.import_warning);
}

#[rstest]
#[tokio::test]
async fn fees_duties_risks_and_wishes_are_staged_and_an_unchanged_order_costs_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let wish = json!({ "properties": [{ "name": "engraving", "value": "Kari 🎁" }] });
    let id =
        store::place(&world.store, with(order(vec![with(line("1000", 1, "100.00"), wish)]), json!({ "test": true })));
    let id = id.await;
    let tax = json!([{ "title": "MVA", "rate": 0.25, "channelLiable": true }]);
    let change = json!({
        "duties": kroner("12.50"),
        "additionalFees": [{ "name": "Recycling", "price": kroner("5.00"), "taxLines": tax }],
    });
    make_special(&world.store, &id, change).await;
    let document = "mutation($order: ID!) { orderRiskAssessmentCreate(orderRiskAssessmentInput: { orderId: $order,
        riskLevel: HIGH, facts: [{ description: \"The card was stolen\", sentiment: NEGATIVE }] }) {
        userErrors { message } } }";
    graphql(&world.store, document, json!({ "order": id })).await;
    assert_eq!(world.sync_orders().await.created, 1);
    let staged = &world.staged().await[0];
    assert!(staged.test && staged.high_risk && staged.channel_liable_taxes);
    assert_eq!((staged.duties_amount, staged.additional_fees_amount), (amount("12.5"), amount("5")));
    assert_eq!(staged.total_amount, amount("117.5"));
    let fee = &world.all::<additional_fee::Entity>().await[0];
    assert_eq!((fee.name.as_str(), fee.amount), ("Recycling", amount("5")));
    let taxes = world.all::<tax_line::Entity>().await;
    assert!(taxes.iter().any(|tax| tax.parent_id == fee.additional_fee_id && tax.amount == amount("1")));
    let risk = &world.all::<risk::Entity>().await[0];
    assert_eq!((risk.level.caption(), risk.sentiment.caption()), ("High", "Negative"));
    assert_eq!(world.all::<line_attribute::Entity>().await[0].value, "Kari 🎁");

    world.advance(1);
    let again = world.sync_orders().await;
    assert_eq!((again.fetched, again.created, again.updated, again.unchanged), (1, 0, 0, 1));
    make_special(&world.store, &id, json!({ "channel": "Market" })).await;
    assert_eq!(world.sync_orders().await.updated, 1);
    assert_eq!(world.all::<additional_fee::Entity>().await.len(), 1, "what is staged anew is there once");
    assert_eq!(world.all::<risk::Entity>().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn an_order_of_a_person_who_was_forgotten_is_staged_without_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    make_special(&world.store, &id, json!({ "redacted": true })).await;
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.skipped, summary.failed), (1, 1, 0));
    let staged = &world.staged().await[0];
    assert_eq!((staged.sell_to_customer_name.as_str(), staged.email.as_str(), staged.customer_id), ("", "", 0));
    assert_eq!(world.skipped().await[0].cause, "The order names no buyer.");
}

#[rstest]
#[tokio::test]
async fn an_app_that_may_not_read_terms_and_locations_has_its_orders_all_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    make_special(&world.store, &id, json!({ "paymentTerms": { "name": "Net 30", "dueAt": "2026-12-31T23:30:00Z" } }))
        .await;
    world.store.handle().grant_scopes(None, &["read_orders", "read_customers", "read_products"]).unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    assert_eq!(world.sync_orders().await.created, 1);
    assert_eq!(world.staged().await[0].payment_terms_name, "");
}

#[rstest]
#[tokio::test]
async fn what_was_sent_is_staged_when_it_is_and_costs_nothing_more(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = store::place(&world.store, order(vec![line("1000", 2, "100.00")])).await;
    world.sync_orders().await;
    assert_eq!(world.all::<fulfillment::Entity>().await, []);
    world.advance(10);
    let waiting = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 1) { nodes { id } } } }";
    let waiting = graphql(&world.store, waiting, json!({ "id": id })).await;
    let send = "mutation($fulfillment: FulfillmentInput!) {
        fulfillmentCreate(fulfillment: $fulfillment) { userErrors { message } } }";
    let all = json!([{ "fulfillmentOrderId": waiting["order"]["fulfillmentOrders"]["nodes"][0]["id"] }]);
    let tracked = json!({ "number": "370001", "company": "Posten", "url": "https://carrier.example/370001" });
    let fulfillment = json!({ "lineItemsByFulfillmentOrder": all, "trackingInfo": tracked });
    let sent = graphql(&world.store, send, json!({ "fulfillment": fulfillment })).await;
    assert_eq!(sent["fulfillmentCreate"]["userErrors"], json!([]));
    let summary = world.sync_orders().await;
    assert_eq!((summary.updated, summary.calls), (1, 2), "a look, and all that is new of it");
    let [sent] = &world.all::<fulfillment::Entity>().await[..] else { panic!("one fulfilment") };
    assert_eq!((sent.total_quantity, sent.tracking_number.as_str()), (2, "370001"));
    assert!(sent.location_id > 0 && !sent.location_name.is_empty());
}
