//! A devstore in process, filled by Shopify's own mutations.

use axum::body::Body;
use axum::http::Request;
pub use devstore::testing::{cancel, graphql, graphql_as, kroner, line, order, pay, place, with};
use devstore::{Devstore, Limits, Options, StoreOptions};
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
