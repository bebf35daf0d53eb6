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
