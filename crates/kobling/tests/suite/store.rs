//! A store in a process of its own, and a plain GraphQL client for it.

use std::path::Path;

use axum::http::{HeaderName, HeaderValue};
use outbound::{Http, Policy, Request};
use serde_json::{Value, json};

use crate::process::Running;

const PRODUCT: &str = "mutation($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) {
    product { variants(first: 1) { nodes { id } } } userErrors { field message } } }";
const ORDER: &str = "mutation($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) {
    order { id name fullyPaid totalPriceSet { shopMoney { amount } } } userErrors { field message } } }";
const PAY: &str = "mutation($id: ID!) {
  orderMarkAsPaid(input: { id: $id }) { order { fullyPaid } userErrors { field message } } }";
const FULFILLMENTS: &str = "query($id: ID!) { order(id: $id) { fulfillments(first: 250) { id } } }";

/// A store.
pub struct Store {
    process: Running,
    http: Http,
}

/// An order, as the store told it.
#[derive(Debug)]
pub struct Placed {
    pub id: String,
    pub name: String,
    pub total: f64,
}

impl Store {
    pub fn start(home: &Path) -> Self {
        let process = Running::start(home, &["devstore", "--listen", "127.0.0.1:0"]);
        Self { process, http: Http::system(Policy::default()).unwrap() }
    }

    /// One with so many orders over what the demo sells, and with limits that never throttle.
    pub async fn with(home: &Path, orders: u32) -> Self {
        let seed = orders.to_string();
        let process = Running::start(home, &["devstore", "--listen", "127.0.0.1:0", "--seed", &seed]);
        let store = Self { process, http: Http::system(Policy::default()).unwrap() };
        store.answer_after(0).await;
        store
    }

    /// From now on it never throttles, and each answer takes so many milliseconds.
    pub async fn answer_after(&self, milliseconds: u64) {
        let plenty = json!({ "bucket": 1e9, "restoreRate": 1e9, "latencyMs": milliseconds });
        self.control("limits", &plenty).await;
    }

    /// Places so many orders more over what the demo sells.
    pub async fn place(&self, count: u32) {
        self.control("orders", &json!({ "count": count })).await;
    }

    /// The next call of that name is not answered for an hour; the kind of the fault says whether it is carried out.
    pub async fn hold(&self, operation: &str, kind: &str) {
        let fault = json!({ "operation": operation, "kind": kind, "seconds": 3_600 });
        self.control("faults", &json!({ "faults": [fault] })).await;
    }

    /// Whether that call has come.
    pub async fn holds(&self) -> bool {
        let request = Request::get(&format!("{}/_devstore/faults", self.address())).unwrap();
        let answer = self.http.send(request).await.unwrap();
        let to_come: Value = serde_json::from_slice(&answer.body).unwrap();
        to_come["faults"] == json!([])
    }

    async fn control(&self, what: &str, body: &Value) {
        let request = Request::post(&format!("{}/_devstore/{what}", self.address())).unwrap().json(body).unwrap();
        let answer = self.http.send(request).await.unwrap();
        assert!(answer.status.is_success(), "{answer:?}");
    }

    pub fn address(&self) -> &str {
        &self.process.first_line
    }

    async fn ask(&self, document: &str, variables: Value) -> Value {
        let payload = self.read(document, variables).await;
        assert_eq!(payload["userErrors"], json!([]), "{payload}");
        payload
    }

    /// What the first field of an answer says.
    async fn read(&self, document: &str, variables: Value) -> Value {
        let url = format!("{}/admin/api/2026-10/graphql.json", self.address());
        let body = json!({ "query": document, "variables": variables });
        let token = HeaderName::from_static("x-shopify-access-token");
        let request = Request::post(&url).unwrap().json(&body).unwrap();
        let request = request.header(token, HeaderValue::from_static("shpat_devstore"));
        let answer = self.http.send(request).await.unwrap();
        let answer: Value = serde_json::from_slice(&answer.body).unwrap();
        assert!(answer.get("errors").is_none(), "{answer}");
        let (_, told) = answer["data"].as_object().unwrap().iter().next().unwrap();
        told.clone()
    }

    /// Sells something under the number of an item; gives the variant.
    pub async fn sell(&self, item: &str, price: &str) -> String {
        let option = json!({ "name": "Title", "values": [{ "name": "Default Title" }] });
        let of_option = json!({ "optionName": "Title", "name": "Default Title" });
        let variant = json!({ "optionValues": [of_option], "price": price, "inventoryItem": { "sku": item } });
        let input = json!({ "title": "Something", "productOptions": [option], "variants": [variant] });
        let payload = self.ask(PRODUCT, json!({ "input": input })).await;
        payload["product"]["variants"]["nodes"][0]["id"].as_str().unwrap().to_owned()
    }

    /// Places an order over three of a variant, with shipping and a discount.
    pub async fn order(&self, variant: &str, email: &str, paid: bool) -> Placed {
        let money = |amount: &str| json!({ "shopMoney": { "amount": amount, "currencyCode": "NOK" } });
        let address = json!({ "firstName": "Kari", "lastName": "Nordmann", "address1": "Storgata 1", "zip": "5003",
            "city": "Bergen", "countryCode": "NO" });
        let shipping = json!({ "title": "Posten", "code": "POST", "priceSet": money("79.5") });
        let order = json!({
            "email": email, "currency": "NOK", "taxesIncluded": true,
            "financialStatus": if paid { "PAID" } else { "PENDING" },
            "lineItems": [{ "variantId": variant, "quantity": 3, "priceSet": money("199.99") }],
            "shippingLines": [shipping], "shippingAddress": address, "billingAddress": address,
        });
        let order = &self.ask(ORDER, json!({ "order": order })).await["order"];
        assert_eq!(order["fullyPaid"], paid);
        Placed {
            id: order["id"].as_str().unwrap().to_owned(),
            name: order["name"].as_str().unwrap().to_owned(),
            total: order["totalPriceSet"]["shopMoney"]["amount"].as_str().unwrap().parse().unwrap(),
        }
    }

    pub async fn mark_as_paid(&self, order: &Placed) {
        assert_eq!(self.ask(PAY, json!({ "id": order.id })).await["order"]["fullyPaid"], true);
    }

    /// The fulfilments of an order, by their ids.
    pub async fn fulfillments(&self, order: &Placed) -> Vec<String> {
        let told = self.read(FULFILLMENTS, json!({ "id": order.id })).await;
        let all = told["fulfillments"].as_array().unwrap().iter();
        all.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    }
}
