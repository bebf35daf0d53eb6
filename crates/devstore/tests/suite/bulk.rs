//! What the tests of bulk operations share.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::shop::Shop;

const RUN: &str = "mutation Run($query: String!, $grouped: Boolean!) {
  bulkOperationRunQuery(query: $query, groupObjects: $grouped) {
    bulkOperation { id status type }
    userErrors { field message code }
  }
}";

const READ: &str = "query Read($id: ID!) {
  bulkOperation(id: $id) {
    id status type errorCode createdAt completedAt objectCount rootObjectCount fileSize url partialDataUrl query
  }
}";

pub const ORDERS: &str = "{ orders { edges { node { id name } } } }";

/// Orders a bulk query and gives the whole payload.
pub async fn ask(shop: &Shop, query: &str, grouped: bool) -> Value {
    shop.data_with(RUN, json!({ "query": query, "grouped": grouped })).await["bulkOperationRunQuery"].clone()
}

/// Orders a bulk query that must be accepted, and gives its id.
pub async fn start(shop: &Shop, query: &str) -> String {
    let payload = ask(shop, query, false).await;
    assert_eq!(payload["userErrors"], json!([]));
    assert_eq!(payload["bulkOperation"]["status"], "CREATED");
    payload["bulkOperation"]["id"].as_str().unwrap().to_owned()
}

pub async fn read(shop: &Shop, id: &str) -> Value {
    shop.data_with(READ, json!({ "id": id })).await["bulkOperation"].clone()
}

/// The lines at an address.
pub async fn lines(shop: &Shop, url: &Value) -> Vec<Value> {
    let answer = shop.get(url.as_str().unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK);
    let text = String::from_utf8(answer.body.unwrap()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The lines of a query that is run to its end.
pub async fn result(shop: &Shop, query: &str, grouped: bool) -> Vec<Value> {
    let payload = ask(shop, query, grouped).await;
    assert_eq!(payload["userErrors"], json!([]));
    shop.pass(60);
    let bulk = read(shop, payload["bulkOperation"]["id"].as_str().unwrap()).await;
    assert_eq!((&bulk["status"], &bulk["errorCode"]), (&json!("COMPLETED"), &Value::Null));
    lines(shop, &bulk["url"]).await
}
