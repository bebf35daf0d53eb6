//! What a store does when goods come back and money goes back.

use serde_json::{Value, json};

use super::{done, graphql, kroner};
use crate::Devstore;

/// Where goods are.
pub const LOCATION: &str = "gid://shopify/Location/81234567890";

/// A payment of all of an order that is placed.
pub fn paid(amount: &str) -> Value {
    let payment = json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "vipps", "amountSet": kroner(amount) });
    json!({ "transactions": [payment] })
}

/// The ids of an order's lines, and of its first payment.
pub async fn parts(store: &Devstore, order: &str) -> (Vec<Value>, Value) {
    let document = "query($id: ID!) { order(id: $id) {
        lineItems(first: 50) { nodes { id } } transactions(first: 5) { id } } }";
    let order = graphql(store, document, json!({ "id": order })).await["order"].clone();
    let lines = order["lineItems"]["nodes"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect();
    (lines, order["transactions"][0]["id"].clone())
}

/// Pieces of a line, and what becomes of them.
pub fn pieces(line: &Value, quantity: u32, restock: &str) -> Value {
    let mut pieces = json!({ "lineItemId": line, "quantity": quantity, "restockType": restock });
    if restock != "NO_RESTOCK" {
        pieces["locationId"] = LOCATION.into();
    }
    pieces
}

/// Takes pieces out of an order and pays that much back, if anything. Gives the refund's id.
pub async fn refund(store: &Devstore, order: &str, lines: Vec<Value>, amount: Option<&str>, fields: Value) -> Value {
    let (_, payment) = parts(store, order).await;
    let mut input = json!({ "orderId": order, "refundLineItems": lines });
    if let Some(amount) = amount {
        input["transactions"] = json!([
            { "orderId": order, "parentId": payment, "kind": "REFUND", "gateway": "vipps", "amount": amount },
        ]);
    }
    for (name, value) in fields.as_object().unwrap() {
        input[name] = value.clone();
    }
    let document = "mutation($input: RefundInput!, $key: String!) {
        refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { field message } } }";
    let key = input.to_string();
    done(store, "refundCreate", document, json!({ "input": input, "key": key })).await["refund"]["id"].clone()
}

/// Sends all of an order, and gives the lines of the parcel.
pub async fn send(store: &Devstore, order: &str) -> Vec<Value> {
    let document = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }";
    let order = graphql(store, document, json!({ "id": order })).await["order"].clone();
    let waiting = &order["fulfillmentOrders"]["nodes"][0]["id"];
    let document = "mutation($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
        fulfillment { fulfillmentLineItems(first: 50) { nodes { id } } } userErrors { field message } } }";
    let all = json!({ "fulfillment": { "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": waiting }] } });
    let parcel = done(store, "fulfillmentCreate", document, all).await;
    let lines = parcel["fulfillment"]["fulfillmentLineItems"]["nodes"].as_array().unwrap();
    lines.iter().map(|line| line["id"].clone()).collect()
}

/// A product of that number that is in stock, and gives its variant's id.
pub async fn product(store: &Devstore, sku: &str, price: &str) -> Value {
    let document = "mutation($input: ProductSetInput!) { productSet(input: $input) {
        product { variants(first: 1) { nodes { id } } } userErrors { message } } }";
    let input = json!({
        "title": format!("Product {sku}"),
        "productOptions": [{ "name": "Title", "values": [{ "name": "Default Title" }] }],
        "variants": [{
            "optionValues": [{ "optionName": "Title", "name": "Default Title" }],
            "price": price,
            "sku": sku,
            "inventoryItem": { "tracked": true },
            "inventoryQuantities": [{ "locationId": LOCATION, "name": "available", "quantity": 100 }],
        }],
    });
    done(store, "productSet", document, json!({ "input": input })).await["product"]["variants"]["nodes"][0]["id"]
        .clone()
}

/// A return of pieces of a parcel, for which the buyer may get other variants instead.
pub async fn give_back(store: &Devstore, order: &str, parcel_line: &Value, quantity: u32, instead: &[Value]) -> Value {
    let document = "mutation($input: ReturnInput!) { returnCreate(returnInput: $input) { return {
        id returnLineItems(first: 5) { nodes { id } } exchangeLineItems(first: 5) { nodes { id } }
        reverseFulfillmentOrders(first: 1) { nodes { lineItems(first: 5) { nodes { id } } } } }
        userErrors { field message } } }";
    let exchanges: Vec<Value> = instead.iter().map(|variant| json!({ "variantId": variant, "quantity": 1 })).collect();
    let line = json!({
        "fulfillmentLineItemId": parcel_line, "quantity": quantity, "returnReasonNote": "Too small",
        "returnReasonDefinitionId": "gid://shopify/ReturnReasonDefinition/6",
    });
    let input = json!({ "orderId": order, "returnLineItems": [line], "exchangeLineItems": exchanges });
    done(store, "returnCreate", document, json!({ "input": input })).await["return"].clone()
}

/// The pieces of a return have come back: they are put into stock, and that much is paid back.
pub async fn take_back(store: &Devstore, order: &str, returned: &Value, quantity: u32, amount: &str) {
    let (_, payment) = parts(store, order).await;
    let reverse = &returned["reverseFulfillmentOrders"]["nodes"][0]["lineItems"]["nodes"][0]["id"];
    let exchanges = returned["exchangeLineItems"]["nodes"].as_array().unwrap();
    let exchanges: Vec<Value> = exchanges.iter().map(|line| json!({ "id": line["id"], "quantity": 1 })).collect();
    let disposed = json!([{
        "dispositionType": "RESTOCKED", "locationId": LOCATION, "quantity": quantity,
        "reverseFulfillmentOrderLineItemId": reverse,
    }]);
    let input = json!({
        "returnId": returned["id"],
        "returnLineItems": [
            { "id": returned["returnLineItems"]["nodes"][0]["id"], "quantity": quantity, "dispositions": disposed },
        ],
        "exchangeLineItems": exchanges,
        "financialTransfer": { "issueRefund": { "orderTransactions": [
            { "parentId": payment, "transactionAmount": { "amount": amount, "currencyCode": "NOK" } },
        ] } },
    });
    let document = "mutation($input: ReturnProcessInput!) { returnProcess(input: $input) {
        return { id } userErrors { field message } } }";
    done(store, "returnProcess", document, json!({ "input": input })).await;
}
