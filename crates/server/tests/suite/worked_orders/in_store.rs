//! What a store does with its orders: it sends goods, takes them back, pays money back, and changes what was ordered.

use devstore::testing::paid_back::{self, give_back, take_back};
use serde_json::{Value, json};

use super::text;
use crate::worked_customers::Desk;

impl Desk {
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
        paid_back::refund(&self.store, order, lines, amount, json!({ "note": note })).await;
    }

    /// Sends all of an order, and gives the first line of the parcel.
    pub async fn send(&self, order: &str) -> Value {
        paid_back::send(&self.store, order).await.remove(0)
    }

    /// A piece of a parcel comes back for another variant: it is put into stock, and that much is paid back.
    pub async fn exchange(&self, order: &str, parcel_line: &Value, instead: Value, amount: &str) {
        let returned = give_back(&self.store, order, parcel_line, 1, &[instead]).await;
        take_back(&self.store, order, &returned, 1, amount).await;
    }

    /// Posts an open document, all of it.
    pub async fn post(&self, set: &str, document: &Value) {
        let path = format!("{set}/{}/Kobling.post", text(&document["id"]));
        let posted = self.act(&path, json!({})).await.expect(200);
        assert_eq!(posted["completed"], true, "{posted}");
    }
}
