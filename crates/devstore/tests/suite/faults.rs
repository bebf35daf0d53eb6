use axum::http::StatusCode;
use devstore::DEFAULT_TOKEN;
use serde_json::json;

use crate::shop::{Answer, Shop};

async fn plan(shop: &Shop, fault: serde_json::Value) {
    let answer = shop.post("/_devstore/faults", None, &json!({ "faults": [fault], "seed": 3 }).to_string()).await;
    assert_eq!(answer.status, StatusCode::OK, "{:?}", answer.body);
}

async fn create(shop: &Shop) -> Answer {
    let query = "mutation Create { orderCreate(order: {lineItems: [{title: \"A\", quantity: 1,
      priceSet: {shopMoney: {amount: \"1\", currencyCode: NOK}}}]}) { order { id } userErrors { message } } }";
    let body = json!({ "query": query }).to_string();
    shop.post("/admin/api/2026-10/graphql.json", Some(DEFAULT_TOKEN), &body).await
}

fn orders(shop: &Shop) -> usize {
    shop.handle().holds(None).unwrap().orders
}

#[tokio::test]
async fn a_status_comes_as_a_page_and_nothing_is_run() {
    let shop = Shop::new();
    plan(&shop, json!({ "operation": "orderCreate", "kind": "status", "status": 502 })).await;
    let answer = create(&shop).await;
    assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
    assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/html"));
    assert_eq!(orders(&shop), 0);
    assert_eq!(create(&shop).await.status, StatusCode::OK);
    assert_eq!(orders(&shop), 1);
}

#[tokio::test]
async fn a_lost_response_was_run_and_a_reset_connection_was_not() {
    let shop = Shop::new();
    plan(&shop, json!({ "operation": "Create", "kind": "lostResponse" })).await;
    assert!(create(&shop).await.body.is_err());
    assert_eq!(orders(&shop), 1);
    plan(&shop, json!({ "kind": "reset" })).await;
    assert!(create(&shop).await.body.is_err());
    assert_eq!(orders(&shop), 1);
}

#[tokio::test]
async fn half_an_answer_is_no_json() {
    let shop = Shop::new();
    plan(&shop, json!({ "kind": "truncated" })).await;
    let answer = create(&shop).await;
    assert!(serde_json::from_slice::<serde_json::Value>(&answer.body.unwrap()).is_err());
    assert_eq!(orders(&shop), 1);
}

#[tokio::test]
async fn a_burst_of_throttling_starts_and_ends_where_it_should() {
    let shop = Shop::new();
    plan(&shop, json!({ "kind": "throttled", "after": 1, "times": 2 })).await;
    let mut codes = Vec::new();
    for _ in 0..4 {
        codes.push(create(&shop).await.json()["errors"][0]["extensions"]["code"].as_str().map(str::to_owned));
    }
    let throttled = Some("THROTTLED".to_owned());
    assert_eq!(codes, [None, throttled.clone(), throttled, None]);
    assert_eq!(orders(&shop), 2);
    assert_eq!(shop.handle().summary().throttled, 2);
}

#[tokio::test]
async fn an_internal_error_names_the_request() {
    let shop = Shop::new();
    plan(&shop, json!({ "kind": "internalError" })).await;
    let answer = create(&shop).await;
    let json = answer.json();
    assert_eq!(json["errors"][0]["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    assert_eq!(json["errors"][0]["extensions"]["requestId"], answer.headers["x-request-id"].to_str().unwrap());
    assert_eq!(orders(&shop), 0);
}

#[tokio::test]
async fn faults_by_chance_are_the_same_for_the_same_seed() {
    let hits = async || {
        let shop = Shop::new();
        plan(&shop, json!({ "kind": "status", "times": 100, "probability": 0.4 })).await;
        let mut hits = Vec::new();
        for _ in 0..20 {
            hits.push(create(&shop).await.status != StatusCode::OK);
        }
        hits
    };
    let first = hits().await;
    assert_eq!(first, hits().await);
    assert!(first.contains(&true) && first.contains(&false));
}

#[tokio::test]
async fn a_status_comes_with_the_body_and_the_wait_that_were_asked_for() {
    let shop = Shop::new();
    plan(&shop, json!({ "kind": "status", "status": 402, "body": "text" })).await;
    let answer = create(&shop).await;
    assert_eq!((answer.status.as_u16(), answer.json()), (402, json!({ "errors": "Payment Required" })));
    plan(&shop, json!({ "kind": "status", "status": 423, "body": "list" })).await;
    let answer = create(&shop).await;
    assert_eq!((answer.status.as_u16(), answer.json()), (423, json!({ "errors": [{ "message": "Locked" }] })));
    plan(&shop, json!({ "kind": "status", "status": 429, "body": "empty", "retryAfter": 2.5 })).await;
    let answer = create(&shop).await;
    assert_eq!((answer.status.as_u16(), answer.body.unwrap().len()), (429, 0));
    assert_eq!(answer.headers["retry-after"], "2.5");
    plan(&shop, json!({ "kind": "status", "status": 430 })).await;
    assert_eq!(create(&shop).await.status.as_u16(), 430);
    assert_eq!(orders(&shop), 0);
}

#[tokio::test]
async fn a_connection_that_breaks_in_the_middle_of_an_answer_had_it_run() {
    let shop = Shop::new();
    plan(&shop, json!({ "kind": "cutOff" })).await;
    assert!(create(&shop).await.body.is_err());
    assert_eq!(orders(&shop), 1);
}

#[tokio::test]
async fn a_request_that_times_out_was_not_run() {
    let shop = Shop::new();
    plan(&shop, json!({ "kind": "timeout", "seconds": 90 })).await;
    let (answer, ()) = tokio::join!(biased; create(&shop), async {
        assert_eq!(shop.clock.sleepers(), 1);
        shop.pass(90);
    });
    assert!(answer.body.is_err());
    assert_eq!(orders(&shop), 0);
}

#[tokio::test]
async fn a_request_that_is_not_answered_was_run() {
    let shop = Shop::new();
    plan(&shop, json!({ "kind": "unanswered", "seconds": 90 })).await;
    let (answer, ()) = tokio::join!(biased; create(&shop), async {
        assert_eq!((shop.clock.sleepers(), orders(&shop)), (1, 1));
        shop.pass(90);
    });
    assert!(answer.body.is_err());
    assert_eq!(orders(&shop), 1);
}

#[tokio::test]
async fn an_answer_may_have_data_and_errors() {
    let shop = Shop::new();
    shop.devstore.seed(2, 1).unwrap();
    let document = "query Q { shop { name } orders(first: 2) { nodes { customer { id } } } }";
    plan(&shop, json!({ "kind": "partial", "path": ["orders", "nodes", 1, "customer"] })).await;
    let answer = shop.ask(document).await;
    assert_eq!(answer["data"]["orders"]["nodes"][1]["customer"], serde_json::Value::Null);
    assert!(answer["data"]["orders"]["nodes"][0]["customer"]["id"].is_string());
    assert_eq!(answer["errors"][0]["path"], json!(["orders", "nodes", 1, "customer"]));
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    plan(&shop, json!({ "kind": "denied", "path": ["orders"] })).await;
    let answer = shop.ask("{ shop { name } orders(first: 2) { nodes { id } } }").await;
    assert_eq!(answer["errors"][0]["path"], json!(["orders"]));
    assert_eq!(answer["errors"][0]["extensions"]["code"], "ACCESS_DENIED");
    plan(&shop, json!({ "kind": "nulled" })).await;
    let answer = shop.ask(document).await;
    assert_eq!(answer["data"]["shop"], serde_json::Value::Null);
    assert!(answer.get("errors").is_none());
}

#[tokio::test]
async fn an_enum_may_have_a_value_that_no_client_has_seen() {
    let shop = Shop::new();
    shop.devstore.seed(1, 1).unwrap();
    let document = "query Q { orders(first: 1) { nodes { ...F currencyCode } } }
      fragment F on Order { displayFinancialStatus displayFulfillmentStatus }";
    plan(&shop, json!({ "kind": "unknownEnum", "path": ["orders", "nodes", 0, "displayFinancialStatus"] })).await;
    let order = shop.ask(document).await["data"]["orders"]["nodes"][0].clone();
    assert_eq!(order["displayFinancialStatus"], "UNKNOWN_TO_EVERY_CLIENT");
    assert_eq!(order["currencyCode"], "NOK");
    plan(&shop, json!({ "kind": "unknownEnum" })).await;
    let order = shop.ask(document).await["data"]["orders"]["nodes"][0].clone();
    assert_eq!(order["displayFulfillmentStatus"], "UNKNOWN_TO_EVERY_CLIENT");
    assert_eq!(order["currencyCode"], "UNKNOWN_TO_EVERY_CLIENT");
}
