//! A devstore in process, filled by Shopify's own mutations.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use devstore::{DEFAULT_TOKEN, Devstore, Limits, Options, StoreOptions};
use runtime::{Clock, Random};
use serde_json::{Value, json};
use tower::ServiceExt;

/// A store, with others beside it, whose bucket is never empty: tests of throttling make it small.
pub fn open(clock: Clock, others: Vec<StoreOptions>) -> Devstore {
    let mut options = Options::new(clock, Random::seeded(11));
    options.stores.extend(others);
    let store = Devstore::new(options).unwrap();
    store
        .handle()
        .set_limits(Limits { bucket: 1_000_000.0, restore_rate: 10_000.0, latency_ms: 0, ..Limits::default() })
        .unwrap();
    store
}

/// Executes a document, as any Shopify client would, and returns its data.
pub async fn graphql(store: &Devstore, document: &str, variables: Value) -> Value {
    graphql_as(store, DEFAULT_TOKEN, document, variables).await
}

/// The same in the store that this token opens.
pub async fn graphql_as(store: &Devstore, token: &str, document: &str, variables: Value) -> Value {
    let body = json!({ "query": document, "variables": variables }).to_string();
    let request = Request::post("http://store/admin/api/2026-10/graphql.json")
        .header("content-type", "application/json")
        .header("x-shopify-access-token", token)
        .body(Body::from(body))
        .unwrap();
    let response = store.router().oneshot(request).await.unwrap();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let answer: Value = serde_json::from_slice(&bytes).unwrap();
    assert!(answer.get("errors").is_none(), "{answer}");
    answer["data"].clone()
}

/// Places an order and returns its global id.
pub async fn place(store: &Devstore, order: Value) -> String {
    let document = "mutation($order: OrderCreateOrderInput!) {
        orderCreate(order: $order) { order { id } userErrors { message field } } }";
    let data = graphql(store, document, json!({ "order": order })).await;
    assert_eq!(data["orderCreate"]["userErrors"], json!([]));
    data["orderCreate"]["order"]["id"].as_str().unwrap().to_owned()
}

/// Takes the money for an order.
pub async fn pay(store: &Devstore, id: &str) {
    let document = "mutation($id: ID!) {
        orderMarkAsPaid(input: { id: $id }) { userErrors { message } } }";
    let data = graphql(store, document, json!({ "id": id })).await;
    assert_eq!(data["orderMarkAsPaid"]["userErrors"], json!([]));
}

/// Calls an order off.
pub async fn cancel(store: &Devstore, id: &str) {
    let document = "mutation($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: false) {
        orderCancelUserErrors { message } } }";
    let data = graphql(store, document, json!({ "id": id })).await;
    assert_eq!(data["orderCancel"]["orderCancelUserErrors"], json!([]));
}

/// Takes all lines but the first out of an order, by an edit.
pub async fn keep_first_line(store: &Devstore, id: &str) {
    let document = "mutation($id: ID!) { orderEditBegin(id: $id) {
        calculatedOrder { id lineItems(first: 50) { nodes { id } } } userErrors { message } } }";
    let begun = graphql(store, document, json!({ "id": id })).await;
    let edit = &begun["orderEditBegin"]["calculatedOrder"];
    let document = "mutation($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 0) {
        userErrors { message } } }";
    for line in edit["lineItems"]["nodes"].as_array().unwrap().iter().skip(1) {
        let data = graphql(store, document, json!({ "id": edit["id"], "line": line["id"] })).await;
        assert_eq!(data["orderEditSetQuantity"]["userErrors"], json!([]));
    }
    let document = "mutation($id: ID!) { orderEditCommit(id: $id) { userErrors { message } } }";
    let data = graphql(store, document, json!({ "id": edit["id"] })).await;
    assert_eq!(data["orderEditCommit"]["userErrors"], json!([]));
}

/// The same amount of kroner in both moneys.
pub fn kroner(amount: &str) -> Value {
    json!({ "shopMoney": { "amount": amount, "currencyCode": "NOK" } })
}

/// A line of a product that is known by its SKU.
pub fn line(sku: &str, quantity: u32, price: &str) -> Value {
    json!({ "title": format!("Product {sku}"), "sku": sku, "quantity": quantity, "priceSet": kroner(price) })
}

/// An order of Kari's, who is a customer of the back office, in kroner with tax included.
pub fn order(lines: Vec<Value>) -> Value {
    json!({
        "currency": "NOK",
        "taxesIncluded": true,
        "lineItems": lines,
        "customer": { "toUpsert": { "email": "kari@example.com", "firstName": "Kari", "lastName": "Nordmann" } },
    })
}

/// The same order with other fields.
pub fn with(mut order: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        order[name] = value.clone();
    }
    order
}

/// How many payments each order has, the one placed first first.
pub async fn payments(store: &Devstore) -> Vec<usize> {
    let document = "{ orders(first: 250, sortKey: ID) { nodes { transactions { id kind status } } } }";
    let data = graphql(store, document, json!({})).await;
    let orders = data["orders"]["nodes"].as_array().unwrap();
    orders.iter().map(|order| order["transactions"].as_array().unwrap().len()).collect()
}

/// Gives an order what only a channel of the store gives.
pub async fn make_special(store: &Devstore, id: &str, change: Value) {
    let mut change = change;
    change["order"] = id.into();
    let request = Request::post("http://store/_devstore/orders/special").body(Body::from(change.to_string())).unwrap();
    let response = store.router().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
}
