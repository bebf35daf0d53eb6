//! What a store does with its orders: it sends goods, takes them back, pays money back, and changes what was ordered.

use serde_json::{Value, json};

use super::text;
use crate::worked_customers::Desk;

/// Where its goods are.
const LOCATION: &str = "gid://shopify/Location/81234567890";

/// Pieces of a line, and what becomes of them.
pub fn pieces(line: &Value, quantity: u32, restock: &str) -> Value {
    let mut pieces = json!({ "lineItemId": line, "quantity": quantity, "restockType": restock });
    if restock != "NO_RESTOCK" {
        pieces["locationId"] = LOCATION.into();
    }
    pieces
}

impl Desk {
    /// The ids of an order's lines, and of its first payment.
    pub async fn parts(&self, order: &str) -> (Vec<Value>, Value) {
        let document = "query($id: ID!) { order(id: $id) {
            lineItems(first: 50) { nodes { id } } transactions(first: 5) { id } } }";
        let order = self.graphql(document, json!({ "id": order })).await["order"].clone();
        let lines = order["lineItems"]["nodes"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect();
        (lines, order["transactions"][0]["id"].clone())
    }

    /// Takes the money for an order.
    pub async fn pay(&self, order: &str) {
        let document = "mutation($id: ID!) { orderMarkAsPaid(input: { id: $id }) { userErrors { message } } }";
        self.done(document, "orderMarkAsPaid", json!({ "id": order })).await;
    }

    /// Calls an order off.
    pub async fn call_off(&self, order: &str) {
        let document = "mutation($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: false) {
            orderCancelUserErrors { message } } }";
        let answer = self.graphql(document, json!({ "id": order })).await;
        assert_eq!(answer["orderCancel"]["orderCancelUserErrors"], json!([]));
    }

    /// Edits an order: of its first line so many pieces are sold.
    pub async fn sell_of_first(&self, order: &str, quantity: u32) {
        let document = "mutation($id: ID!) { orderEditBegin(id: $id) {
            calculatedOrder { id lineItems(first: 1) { nodes { id } } } userErrors { message } } }";
        let begun = self.done(document, "orderEditBegin", json!({ "id": order })).await;
        let edit = &begun["calculatedOrder"];
        let document = "mutation($id: ID!, $line: ID!, $quantity: Int!) {
            orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity) { userErrors { message } } }";
        let pieces = json!({ "id": edit["id"], "line": edit["lineItems"]["nodes"][0]["id"], "quantity": quantity });
        self.done(document, "orderEditSetQuantity", pieces).await;
        let document = "mutation($id: ID!) { orderEditCommit(id: $id) { userErrors { message } } }";
        self.done(document, "orderEditCommit", json!({ "id": edit["id"] })).await;
    }

    /// Takes pieces out of an order and pays that much back, if anything.
    pub async fn refund(&self, order: &str, lines: Vec<Value>, amount: Option<&str>, note: &str) {
        let (_, payment) = self.parts(order).await;
        let mut input = json!({ "orderId": order, "refundLineItems": lines, "note": note });
        if let Some(amount) = amount {
            input["transactions"] = json!([
                { "orderId": order, "parentId": payment, "kind": "REFUND", "gateway": "vipps", "amount": amount },
            ]);
        }
        let document = "mutation($input: RefundInput!, $key: String!) {
            refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { message } } }";
        let key = input.to_string();
        self.done(document, "refundCreate", json!({ "input": input, "key": key })).await;
    }

    /// Sends all of an order, and gives the first line of the parcel.
    pub async fn send(&self, order: &str) -> Value {
        let document = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }";
        let order = self.graphql(document, json!({ "id": order })).await["order"].clone();
        let waiting = &order["fulfillmentOrders"]["nodes"][0]["id"];
        let document = "mutation($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
            fulfillment { fulfillmentLineItems(first: 50) { nodes { id } } } userErrors { message } } }";
        let all = json!({ "fulfillment": { "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": waiting }] } });
        let parcel = self.done(document, "fulfillmentCreate", all).await;
        parcel["fulfillment"]["fulfillmentLineItems"]["nodes"][0]["id"].clone()
    }

    /// Makes a product of that number that is in stock, and gives its variant's id.
    pub async fn product(&self, sku: &str, price: &str) -> Value {
        let document = "mutation($input: ProductSetInput!) { productSet(input: $input) {
            product { variants(first: 1) { nodes { id } } } userErrors { message } } }";
        let variant = json!({
            "optionValues": [{ "optionName": "Title", "name": "Default Title" }],
            "price": price,
            "sku": sku,
            "inventoryItem": { "tracked": true },
            "inventoryQuantities": [{ "locationId": LOCATION, "name": "available", "quantity": 100 }],
        });
        let input = json!({
            "title": format!("Product {sku}"),
            "productOptions": [{ "name": "Title", "values": [{ "name": "Default Title" }] }],
            "variants": [variant],
        });
        let made = self.done(document, "productSet", json!({ "input": input })).await;
        made["product"]["variants"]["nodes"][0]["id"].clone()
    }

    /// A piece of a parcel comes back for another variant: it is put into stock, and that much is paid back.
    pub async fn exchange(&self, order: &str, parcel_line: &Value, instead: &Value, amount: &str) {
        let document = "mutation($input: ReturnInput!) { returnCreate(returnInput: $input) { return {
            id returnLineItems(first: 5) { nodes { id } } exchangeLineItems(first: 5) { nodes { id } }
            reverseFulfillmentOrders(first: 1) { nodes { lineItems(first: 5) { nodes { id } } } } }
            userErrors { message } } }";
        let back = json!({ "fulfillmentLineItemId": parcel_line, "quantity": 1, "returnReasonNote": "Too small",
            "returnReasonDefinitionId": "gid://shopify/ReturnReasonDefinition/6" });
        let other = json!({ "variantId": instead, "quantity": 1 });
        let input = json!({ "orderId": order, "returnLineItems": [back], "exchangeLineItems": [other] });
        let made = self.done(document, "returnCreate", json!({ "input": input })).await;
        self.take_back(order, &made["return"], amount).await;
    }

    async fn take_back(&self, order: &str, returned: &Value, amount: &str) {
        let (_, payment) = self.parts(order).await;
        let disposed = json!({ "dispositionType": "RESTOCKED", "locationId": LOCATION, "quantity": 1,
            "reverseFulfillmentOrderLineItemId":
                returned["reverseFulfillmentOrders"]["nodes"][0]["lineItems"]["nodes"][0]["id"] });
        let back = json!({ "id": returned["returnLineItems"]["nodes"][0]["id"], "quantity": 1,
            "dispositions": [disposed] });
        let other = json!({ "id": returned["exchangeLineItems"]["nodes"][0]["id"], "quantity": 1 });
        let paid = json!({ "parentId": payment, "transactionAmount": { "amount": amount, "currencyCode": "NOK" } });
        let input = json!({
            "returnId": returned["id"],
            "returnLineItems": [back],
            "exchangeLineItems": [other],
            "financialTransfer": { "issueRefund": { "orderTransactions": [paid] } },
        });
        let document = "mutation($input: ReturnProcessInput!) { returnProcess(input: $input) {
            return { id } userErrors { message } } }";
        self.done(document, "returnProcess", json!({ "input": input })).await;
    }

    /// Posts an open document, all of it.
    pub async fn post(&self, set: &str, document: &Value) {
        let path = format!("{set}/{}/Kobling.post", text(&document["id"]));
        let posted = self.act(&path, json!({})).await.expect(200);
        assert_eq!(posted["completed"], true, "{posted}");
    }
}
