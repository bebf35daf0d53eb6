//! Orders are placed, paid and called off.

use serde_json::{Value, json};

use super::{done, graphql};
use crate::Devstore;

/// The same amount of kroner in both moneys.
pub fn kroner(amount: &str) -> Value {
    json!({ "shopMoney": { "amount": amount, "currencyCode": "NOK" } })
}

/// A line of a product that is known by its SKU.
pub fn line(sku: &str, quantity: u32, price: &str) -> Value {
    json!({ "title": format!("Product {sku}"), "sku": sku, "quantity": quantity, "priceSet": kroner(price) })
}

/// A tax of that rate and amount.
pub fn tax(rate: &str, amount: &str) -> Value {
    json!({ "taxLines": [{ "title": "MVA", "rate": rate, "priceSet": kroner(amount) }] })
}

/// An order of Kari's, in kroner with tax included.
pub fn order(lines: Vec<Value>) -> Value {
    json!({
        "currency": "NOK",
        "taxesIncluded": true,
        "lineItems": lines,
        "customer": { "toUpsert": { "email": "kari@example.com", "firstName": "Kari", "lastName": "Nordmann" } },
    })
}

/// The same order, or line, with other fields.
pub fn with(mut record: Value, fields: Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        record[name] = value.clone();
    }
    record
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

/// Makes a draft of an order, and completes it.
pub async fn complete_draft(store: &Devstore, draft: Value) {
    let document = "mutation($draft: DraftOrderInput!) { draftOrderCreate(input: $draft) {
        draftOrder { id } userErrors { message } } }";
    let made = done(store, "draftOrderCreate", document, json!({ "draft": draft })).await;
    let document = "mutation($id: ID!) { draftOrderComplete(id: $id) { draftOrder { id } userErrors { message } } }";
    done(store, "draftOrderComplete", document, json!({ "id": made["draftOrder"]["id"] })).await;
}
