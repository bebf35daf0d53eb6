//! The reference implementation of GraphQL on the devstore's schema, and on every document that can be sent.

use std::path::Path;
use std::process::Command;

use axum::body::Body;
use axum::http::Request;
use devstore::{DEFAULT_TOKEN, Devstore, Options};
use http_body_util::BodyExt;
use runtime::{Clock, Random};
use serde_json::{Value, json};
use tower::ServiceExt;

#[tokio::test]
async fn graphql_js_reads_the_schema_of_the_store_and_finds_every_document_valid() {
    let clients = Path::new(env!("CARGO_MANIFEST_DIR")).join("../devstore/tests/clients");
    if !clients.join("node_modules/graphql").exists() {
        eprintln!("SKIPPED: run `npm ci` in crates/devstore/tests/clients, so that graphql-js is there");
        return;
    }
    let node = |script: &str, arguments: &[&Path]| {
        let output = Command::new("node").arg(script).args(arguments).current_dir(&clients).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let introspection = ask(&node("introspection.js", &[])).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("introspection.json");
    std::fs::write(&file, introspection["data"].to_string()).unwrap();
    let documents = shopify::documents::all();
    for document in &documents {
        std::fs::write(folder.path().join(format!("{}.graphql", document.name)), document.text).unwrap();
    }
    let found: Value = serde_json::from_str(&node("validate.js", &[&file, folder.path()])).unwrap();
    assert_eq!(found["errors"], json!([]));
    assert_eq!(found["documents"], documents.len());
    assert!(found["types"].as_u64().unwrap() > 100, "{found}");
}

async fn ask(query: &str) -> Value {
    let (clock, _manual) = Clock::manual("2026-11-02T08:30:00Z".parse().unwrap());
    let devstore = Devstore::new(Options::new(clock, Random::seeded(1))).unwrap();
    let request = Request::post("/admin/api/2026-10/graphql.json")
        .header("X-Shopify-Access-Token", DEFAULT_TOKEN)
        .body(Body::from(json!({ "query": query }).to_string()))
        .unwrap();
    let body = devstore.router().oneshot(request).await.unwrap().into_body().collect().await.unwrap();
    let answer: Value = serde_json::from_slice(&body.to_bytes()).unwrap();
    assert!(answer.get("errors").is_none(), "{answer:#}");
    answer
}
