//! A store of its own for each test.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use chrono::{TimeZone, Utc};
use devstore::{DEFAULT_TOKEN, Devstore, Handle, Options};
use http_body_util::BodyExt;
use runtime::{Clock, ManualClock, Random};
use serde_json::{Value, json};
use tower::ServiceExt;

pub struct Shop {
    pub devstore: Devstore,
    pub clock: ManualClock,
    router: Router,
}

/// An answer of the store.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Result<Vec<u8>, String>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(self.body.as_ref().unwrap()).unwrap()
    }
}

impl Shop {
    pub fn new() -> Self {
        Self::with(|options| options)
    }

    pub fn with(change: impl FnOnce(Options) -> Options) -> Self {
        let (clock, manual) = Clock::manual(Utc.with_ymd_and_hms(2026, 11, 2, 8, 30, 0).unwrap());
        let devstore = Devstore::new(change(Options::new(clock, Random::seeded(1)))).unwrap();
        Self { router: devstore.router(), devstore, clock: manual }
    }

    pub fn handle(&self) -> Handle {
        self.devstore.handle()
    }

    pub fn pass(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = body.collect().await.map(|body| body.to_bytes().to_vec()).map_err(|error| error.to_string());
        Answer { status: head.status, headers: head.headers, body }
    }

    pub async fn post(&self, path: &str, token: Option<&str>, body: &str) -> Answer {
        let mut request = Request::post(path).header("content-type", "application/json");
        if let Some(token) = token {
            request = request.header("X-Shopify-Access-Token", token);
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// Sends a document with these headers.
    pub async fn ask_with_headers(&self, query: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::post("/admin/api/2026-10/graphql.json")
            .header("content-type", "application/json")
            .header("X-Shopify-Access-Token", DEFAULT_TOKEN);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(json!({ "query": query }).to_string())).unwrap()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a document and gives the whole body of the answer.
    pub async fn ask_with(&self, query: &str, variables: Value) -> Value {
        let body = json!({ "query": query, "variables": variables }).to_string();
        let answer = self.post("/admin/api/2026-10/graphql.json", Some(DEFAULT_TOKEN), &body).await;
        assert_eq!(answer.status, StatusCode::OK);
        answer.json()
    }

    pub async fn ask(&self, query: &str) -> Value {
        self.ask_with(query, json!({})).await
    }

    /// Sends a document that must do without errors, and gives its data.
    pub async fn data_with(&self, query: &str, variables: Value) -> Value {
        let answer = self.ask_with(query, variables).await;
        assert!(answer.get("errors").is_none(), "{answer:#}");
        answer["data"].clone()
    }

    pub async fn data(&self, query: &str) -> Value {
        self.data_with(query, json!({})).await
    }

    /// The answer of the only field of a document that must do without errors.
    pub async fn one(&self, query: &str, variables: Value) -> Value {
        let data = self.data_with(query, variables).await;
        data.as_object().unwrap().values().next().unwrap().clone()
    }

    /// The same, of a mutation that must do without user errors.
    pub async fn done(&self, query: &str, variables: Value) -> Value {
        let payload = self.one(query, variables).await;
        let errors: Vec<&Value> =
            payload.as_object().unwrap().iter().filter(|(name, _)| name.ends_with("rrors")).map(|(_, e)| e).collect();
        assert!(errors.iter().all(|errors| **errors == json!([])), "{payload:#}");
        payload
    }

    /// The message of the only user error.
    pub async fn refused(&self, query: &str, variables: Value) -> String {
        let payload = self.one(query, variables).await;
        let fields = payload.as_object().unwrap();
        let errors = fields.iter().find(|(name, errors)| name.ends_with("rrors") && **errors != json!([]));
        let errors = errors.unwrap_or_else(|| panic!("{payload:#}")).1.as_array().unwrap();
        assert_eq!(errors.len(), 1, "{payload:#}");
        errors[0]["message"].as_str().unwrap().to_owned()
    }

    /// An object of the order with this id.
    pub async fn order(&self, id: &Value, selection: &str) -> Value {
        self.one(&format!("query($id: ID!) {{ order(id: $id) {{ {selection} }} }}"), json!({ "id": id })).await
    }

    /// A product of one variant that is tracked, with `stock` pieces of it: the ids of the product and of the variant.
    pub async fn product(&self, title: &str, price: &str, stock: i64) -> Value {
        let set = "mutation($input: ProductSetInput!) {
          productSet(input: $input) { product { variants(first: 1) { nodes { id } } } userErrors { message } }
        }";
        let input = json!({
            "title": title,
            "productOptions": [{ "name": "Title", "values": [{ "name": "Default Title" }] }],
            "variants": [{
                "optionValues": [{ "optionName": "Title", "name": "Default Title" }],
                "price": price,
                "sku": title,
                "inventoryItem": { "tracked": true },
                "inventoryQuantities": [{ "locationId": LOCATION, "name": "available", "quantity": stock }],
            }],
        });
        self.done(set, json!({ "input": input })).await["product"]["variants"]["nodes"][0]["id"].clone()
    }

    /// How many pieces of a variant there are.
    pub async fn stock(&self, variant: &Value) -> i64 {
        let query = "query($id: ID!) { productVariant(id: $id) { inventoryQuantity } }";
        self.one(query, json!({ "id": variant })).await["inventoryQuantity"].as_i64().unwrap()
    }

    /// Creates an order of this input.
    pub async fn create_order(&self, order: Value) -> Value {
        let data = self.data_with(ORDER_CREATE, json!({ "order": order })).await;
        assert_eq!(data["orderCreate"]["userErrors"], json!([]));
        data["orderCreate"]["order"].clone()
    }
}

/// The location that every shop begins with.
pub const LOCATION: &str = "gid://shopify/Location/81234567890";

/// A payment of an order that is created.
pub fn payment(amount: &str, kind: &str) -> Value {
    json!({ "amountSet": kroner(amount), "kind": kind, "gateway": "vipps" })
}

const ORDER_CREATE: &str = "mutation Create($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) {
    order {
      id name displayFinancialStatus fullyPaid taxesIncluded
      totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
      subtotalPriceSet { shopMoney { amount } }
      totalDiscountsSet { shopMoney { amount } }
      totalShippingPriceSet { shopMoney { amount } }
      totalTaxSet { shopMoney { amount } }
      totalOutstandingSet { shopMoney { amount } }
      taxLines { title rate ratePercentage priceSet { shopMoney { amount } } }
      lineItems(first: 10) {
        nodes {
          title sku quantity
          originalTotalSet { shopMoney { amount } }
          discountAllocations { allocatedAmountSet { shopMoney { amount } } }
          taxLines { priceSet { shopMoney { amount } } }
        }
      }
    }
    userErrors { field message code }
  }
}";

/// Money in the shop's currency.
pub fn kroner(amount: &str) -> Value {
    json!({ "shopMoney": { "amount": amount, "currencyCode": "NOK" } })
}

/// A line that is not in the catalogue.
pub fn line(title: &str, quantity: i64, price: &str) -> Value {
    json!({ "title": title, "quantity": quantity, "priceSet": kroner(price) })
}
