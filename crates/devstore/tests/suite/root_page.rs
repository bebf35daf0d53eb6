//! The page at the root, and the way by which it acts as the merchant.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use devstore::{DEFAULT_DOMAIN, Fault, FaultKind, StoreOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Answer, Shop, kroner, line};

const MERCHANT: &str = "/_devstore/stores/devstore.myshopify.com/graphql.json";

const CREATE: &str = "mutation($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) { order { id name } userErrors { message } }
}";

async fn as_merchant(shop: &Shop, query: &str, variables: Value) -> Value {
    let body = json!({ "query": query, "variables": variables }).to_string();
    let answer = shop.post(MERCHANT, None, &body).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.json()
}

async fn pulse(shop: &Shop) -> Value {
    shop.get("/_devstore/stores/devstore.myshopify.com/pulse").await.json()
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone().unwrap()).unwrap()
}

#[tokio::test]
async fn the_page_may_do_nothing_but_what_is_of_the_devstore() {
    let answer = Shop::new().get("/").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers["content-type"], "text/html; charset=utf-8");
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    let page = text(&answer);
    assert!(!page.contains("<style") && !page.contains("style=") && !page.contains("onclick"), "{page}");
}

#[tokio::test]
async fn every_file_that_the_page_names_is_served() {
    let shop = Shop::new();
    let mut names = vec![];
    let mut waiting: Vec<String> = quoted(&text(&shop.get("/").await), "/_devstore/page/");
    while let Some(name) = waiting.pop() {
        let answer = shop.get(&format!("/_devstore/page/{name}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert!(answer.headers.contains_key("content-security-policy"), "{name}");
        for other in quoted(&text(&answer), "from './") {
            if !names.contains(&other) && !waiting.contains(&other) {
                waiting.push(other);
            }
        }
        names.push(name);
    }
    assert!(names.len() > 10, "{names:?}");
    assert_eq!(shop.get("/_devstore/page/other.js").await.status, StatusCode::NOT_FOUND);
}

/// What follows `before`, up to the next quotation mark.
fn quoted(text: &str, before: &str) -> Vec<String> {
    let parts = text.split(before).skip(1);
    parts.map(|part| part.split(['"', '\'']).next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_document_of_the_page_is_one_that_the_store_understands() {
    let shop = Shop::new();
    let mut documents = 0;
    for name in
        ["budget", "cancel", "catalog", "drafts", "edit", "order", "orders", "place", "products", "refund", "webhooks"]
    {
        let script = text(&shop.get(&format!("/_devstore/page/{name}.js")).await);
        for document in script.split('`').filter(|text| text.starts_with("query ") || text.starts_with("mutation ")) {
            let answer = as_merchant(&shop, document, json!({ "first": 1 })).await;
            // Variables that are missing are told when the document itself is right.
            let message = answer["errors"][0]["message"].as_str().unwrap_or_default();
            assert!(message.is_empty() || message.starts_with("Variable $"), "{name}: {answer:#}");
            documents += 1;
        }
    }
    assert!(documents >= 15, "{documents}");
}

#[tokio::test]
async fn what_the_merchant_does_costs_nothing_and_is_no_call_of_an_app() {
    let shop = Shop::new();
    shop.handle().set_faults(vec![Fault::of(FaultKind::Reset)], 0);
    let before = pulse(&shop).await;
    let input = json!({ "lineItems": [line("A", 1, "1")], "currency": "NOK" });
    let answer = as_merchant(&shop, CREATE, json!({ "order": input })).await;
    assert_eq!(answer["data"]["orderCreate"]["order"]["name"], "#1001", "{answer:#}");
    let after = pulse(&shop).await;
    assert_eq!(after["budget"]["currentlyAvailable"], 2_000);
    assert_eq!(after["calls"], 0);
    assert_eq!(after["faults"], before["faults"]);
    assert_ne!(after["revision"], before["revision"]);
    assert_eq!(shop.handle().holds(None).unwrap().orders, 1);
}

#[tokio::test]
async fn the_merchant_may_do_what_the_app_may_not_and_breaks_no_rule() {
    let shop = Shop::new();
    shop.handle().grant_scopes(None, &["read_products"]).unwrap();
    let wrong = json!({ "order": { "lineItems": [{ "quantity": 0, "title": "A", "priceSet": kroner("1") }] } });
    let answer = as_merchant(&shop, CREATE, wrong).await;
    let errors = &answer["data"]["orderCreate"]["userErrors"];
    assert_eq!(*errors, json!([{ "message": "Quantity must be greater than 0" }]));
}

#[tokio::test]
async fn a_pulse_is_the_same_until_something_happens() {
    let shop = Shop::new();
    let first = pulse(&shop).await;
    assert_eq!(pulse(&shop).await, first);
    shop.ask("{ shop { name } }").await;
    let second = pulse(&shop).await;
    assert_eq!((&second["calls"], &second["revision"]), (&json!(1), &first["revision"]));
    shop.handle().place_orders(1, None).unwrap();
    assert_ne!(pulse(&shop).await["revision"], first["revision"]);
}

#[tokio::test]
async fn each_store_has_a_merchant_of_its_own() {
    let shop = Shop::with(|mut options| {
        options.stores.push(StoreOptions::new("other.myshopify.com", "shpat_other"));
        options
    });
    let stores = shop.get("/_devstore/stores").await.json();
    assert_eq!(stores, json!({ "value": [DEFAULT_DOMAIN, "other.myshopify.com"] }));
    shop.handle().place_orders(1, Some("other.myshopify.com")).unwrap();
    let query = json!({ "query": "{ ordersCount { count } }" }).to_string();
    let counted = |path: &'static str| async { shop.post(path, None, &query).await.json()["data"].clone() };
    assert_eq!(counted(MERCHANT).await["ordersCount"]["count"], 0);
    let other = counted("/_devstore/stores/other.myshopify.com/graphql.json").await;
    assert_eq!(other["ordersCount"]["count"], 1);
    let missing = shop.post("/_devstore/stores/third.myshopify.com/graphql.json", None, &query).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_journal_is_told_of_one_store_and_from_its_end() {
    let shop = Shop::with(|mut options| {
        options.stores.push(StoreOptions::new("other.myshopify.com", "shpat_other"));
        options
    });
    for name in ["One", "Two", "Three"] {
        shop.ask(&format!("query {name} {{ shop {{ name }} }}")).await;
    }
    let journal = shop.get("/_devstore/journal?store=devstore.myshopify.com&last=2").await.json();
    let names: Vec<&Value> = journal["value"].as_array().unwrap().iter().map(|entry| &entry["operation"]).collect();
    assert_eq!(names, ["Two", "Three"]);
    let other = shop.get("/_devstore/journal?store=other.myshopify.com").await.json();
    assert_eq!(other, json!({ "value": [] }));
}

#[rstest]
#[case::its_own_page("127.0.0.1:8081", Some("http://127.0.0.1:8081"), true)]
#[case::a_program("localhost:8081", None, true)]
#[case::a_page_of_the_internet("127.0.0.1:8081", Some("https://example.com"), false)]
#[case::a_page_of_another_port("127.0.0.1:8081", Some("http://127.0.0.1:8080"), false)]
#[case::a_page_without_an_origin("127.0.0.1:8081", Some("null"), false)]
#[case::a_name_that_points_here("example.com:8081", Some("http://example.com:8081"), false)]
#[tokio::test]
async fn a_page_of_somewhere_else_steers_nothing(
    #[case] host: &str,
    #[case] origin: Option<&str>,
    #[case] allowed: bool,
) {
    let shop = Shop::new();
    let input = json!({ "order": { "lineItems": [line("A", 1, "1")] } });
    let create = json!({ "query": CREATE, "variables": input }).to_string();
    for (path, body) in [(MERCHANT, create.as_str()), ("/_devstore/orders", "{}")] {
        let mut request = Request::post(path).header("host", host);
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        let answer = shop.send(request.body(Body::from(body.to_owned())).unwrap()).await;
        let expected = if allowed { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(answer.status, expected, "{path}");
    }
    assert_eq!(shop.handle().holds(None).unwrap().orders, if allowed { 2 } else { 0 });
}

#[tokio::test]
async fn whoever_asks_by_another_name_is_no_merchant() {
    let request = Request::post(MERCHANT).header("host", "shop.example.com");
    let answer = Shop::new().send(request.body(Body::from("{}")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
