//! Worked examples of orders and refunds: each is set up, run and looked at as a program would do it, through the API and
//! Shopify's own, on both engines.

mod amounts;
mod changed;
mod charges;
mod in_store;
mod paid_back;

use std::time::Duration;

use axum::http::Method;
use back_office::setup::SHIPPING_ACCOUNT;
use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use database::Engine;
use devstore::testing;
use serde_json::{Value, json};

use crate::call::Reply;
use crate::worked_customers::Desk;

/// What a document comes to without tax, its tax, and both.
const TOTALS: [&str; 3] = ["totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax"];
/// What a line sells, how much of it, for how much each, and what it comes to.
const LINE: [&str; 4] = ["lineObjectNumber", "quantity", "unitPrice", "lineAmount"];

impl Desk {
    /// A company that sells 1000 and 2000 at 25 % and 3000 without tax, knows Kari, and has a shop whose documents stay open.
    async fn selling(engine: Engine) -> Self {
        let desk = Self::new(engine).await;
        for (number, tax) in [("1000", "HIGH"), ("2000", "HIGH"), ("3000", "ZERO")] {
            desk.item(number, tax).await;
        }
        desk.customer(json!({ "displayName": "Kari Nordmann", "email": "kari@example.com" })).await;
        desk.card(json!({ "shippingChargesAccount": SHIPPING_ACCOUNT, "autoReleaseOrders": false })).await;
        desk
    }

    /// Makes an item that is taxed like this.
    async fn item(&self, number: &str, tax: &str) {
        let item = json!({ "number": number, "displayName": format!("Item {number}"), "unitPrice": 100,
            "priceIncludesTax": true, "baseUnitOfMeasureCode": "PCS", "taxGroupCode": tax });
        self.make("items", item).await;
    }

    /// Makes a group of goods that are taxed at so many percent.
    async fn vat(&self, group: &str, percent: u32) {
        self.make("vatProductPostingGroups", json!({ "code": group })).await;
        let rate =
            json!({ "businessGroup": "DOMESTIC", "productGroup": group, "percent": percent, "identifier": group });
        self.make("vatPostingSetup", rate).await;
    }

    /// Places an order in the store, and gives its global id.
    async fn place(&self, order: Value) -> String {
        testing::place(&self.store, order).await
    }

    /// Some minutes later the orders of the store are synchronized.
    async fn sync(&self) {
        self.world.clock.advance(Duration::from_secs(300));
        self.run(SYNC_ORDERS).await;
    }

    /// Has the one document made that is to be made, and gives it with its lines.
    async fn made(&self, set: &str) -> (Value, Vec<Value>) {
        let done = self.run(CREATE_SALES_ORDERS).await;
        assert_eq!(of(&done, &["created", "skipped", "failed"]), json!([1, 0, 0]), "{done}");
        self.document(set).await
    }

    /// The only document of a set, with its lines.
    async fn document(&self, set: &str) -> (Value, Vec<Value>) {
        let document = self.only(set).await;
        let lines = format!("{set}/{}/{}Lines", text(&document["id"]), set.trim_end_matches('s'));
        let lines = self.list(&lines, &[]).await;
        (document, lines)
    }

    /// The only order, as it is staged.
    async fn staged(&self) -> Value {
        self.only("shopifyOrders").await
    }

    /// What the only order comes to, with which tax, by how much its document comes to more, and which that is.
    async fn told(&self) -> Value {
        let told = ["totalAmount", "vatAmount", "differenceAmount", "salesOrderNumber"];
        of(&self.staged().await, &told)
    }

    /// Changes the one record of a list that the filter finds.
    async fn mend(&self, set: &str, filter: &str, fields: Value) {
        let found = self.list(set, &[("$filter", filter)]).await;
        let [record] = &found[..] else { panic!("{set}: {found:?}") };
        let path = format!("{set}/{}", text(&record["id"]));
        self.world.change(Method::PATCH, path, fields).await.expect(200);
    }

    /// Calls an action.
    async fn act(&self, path: &str, body: Value) -> Reply {
        self.world.change(Method::POST, path, body).await
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// These fields of a record.
fn of(record: &Value, fields: &[&str]) -> Value {
    fields.iter().map(|field| record[*field].clone()).collect()
}

/// These fields of each record.
fn each(records: &[Value], fields: &[&str]) -> Value {
    records.iter().map(|record| of(record, fields)).collect()
}
