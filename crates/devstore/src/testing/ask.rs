//! Documents are executed in process.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{DEFAULT_TOKEN, Devstore};

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

/// Runs a mutation that must not complain, and gives what it answers with.
pub async fn done(store: &Devstore, name: &str, document: &str, variables: Value) -> Value {
    let data = graphql(store, document, variables).await;
    assert_eq!(data[name]["userErrors"], json!([]), "{data}");
    data[name].clone()
}
