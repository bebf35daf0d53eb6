//! Clients that nobody here has written, over a real socket.

use std::path::{Path, PathBuf};
use std::process::Command;

use devstore::{DEFAULT_TOKEN, Devstore, Fault, FaultKind, Options};
use runtime::{Clock, Random, Scope};
use serde_json::{Value, json};

/// A devstore that listens, for as long as this is kept.
struct Listening {
    port: u16,
    _scope: Scope,
}

async fn listen() -> Listening {
    let (clock, _manual) = Clock::manual("2026-11-02T08:30:00Z".parse().unwrap());
    let devstore = Devstore::new(Options::new(clock, Random::seeded(1))).unwrap();
    devstore.seed(10, 1).unwrap();
    let throttled = Fault { operation: Some("Throttled".to_owned()), ..Fault::of(FaultKind::Throttled) };
    devstore.handle().set_faults(vec![throttled], 1);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut scope = Scope::new();
    let router = devstore.router();
    scope.spawn(async move {
        let _ended = axum::serve(listener, router).await;
    });
    Listening { port, _scope: scope }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients")
}

/// What a client prints.
async fn printed(mut command: Command) -> Value {
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn expect(met: &Value) {
    assert_eq!(
        met["order"],
        json!({
            "name": "#1011",
            "totalPriceSet": { "shopMoney": { "amount": "25.0", "currencyCode": "NOK" } },
            "lineItems": { "nodes": [{ "title": "Kopp", "quantity": 2 }] },
        })
    );
    let products = met["products"].as_u64().unwrap();
    assert!(products > 4, "{met}");
    assert_eq!(met["pages"], products.div_ceil(4));
    assert!(!met["userErrors"].as_array().unwrap().is_empty());
    assert_eq!(met["throttled"], "THROTTLED");
    assert_eq!(met["again"], "Fjellheim Friluft");
}

#[tokio::test(flavor = "multi_thread")]
async fn shopifys_client_for_javascript_gets_along_with_the_store() {
    if !folder().join("node_modules/@shopify/admin-api-client").exists() {
        eprintln!("SKIPPED: run `npm ci` in crates/devstore/tests/clients, so that Shopify's client is there");
        return;
    }
    let store = listen().await;
    let mut node = Command::new("node");
    node.arg("admin-api-client.js").arg(format!("http://127.0.0.1:{}", store.port)).arg(DEFAULT_TOKEN);
    node.current_dir(folder());
    expect(&printed(node).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn shopifys_library_for_python_gets_along_with_the_store() {
    let python = folder().join("../../../../target/clients/python/bin/python");
    if !python.exists() {
        eprintln!(
            "SKIPPED: `cargo xtask test` installs Shopify's library for Python where it can, and it is not there"
        );
        return;
    }
    let store = listen().await;
    let mut program = Command::new(python);
    program.arg("shopify_api.py").arg(store.port.to_string()).arg(DEFAULT_TOKEN).current_dir(folder());
    expect(&printed(program).await);
}
