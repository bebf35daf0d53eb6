use axum::http::StatusCode;
use rstest::rstest;
use serde_json::json;

use crate::shop::{Shop, line};

#[tokio::test]
async fn the_journal_tells_every_request_and_its_sums() {
    let shop = Shop::new();
    shop.ask("query Names { customers(first: 100) { nodes { legacyResourceId } } }").await;
    shop.pass(5);
    shop.ask("{ shop { name } }").await;
    shop.ask("{ shop { nope } }").await;
    let journal = shop.get("/_devstore/journal").await.json();
    assert_eq!(
        journal["value"][0],
        json!({
            "time": "2026-11-02T08:30:00Z",
            "store": "devstore.myshopify.com",
            "operation": "Names",
            "kind": "query",
            "requestedQueryCost": 11,
            "actualQueryCost": 2,
            "status": 200,
            "outcome": "done",
        })
    );
    assert_eq!(journal["value"][2]["kind"], "invalid");
    assert_eq!(journal["value"][2]["outcome"], "refused");
    let summary = shop.get("/_devstore/journal/summary").await.json();
    assert_eq!(summary["calls"], 3);
    assert_eq!(summary["points"], 12);
    assert_eq!(summary["throttled"], 0);
    assert_eq!(summary["byOperation"]["Names"], json!({ "calls": 1, "points": 11, "throttled": 0 }));
    assert_eq!(summary["byOperation"]["shop"]["points"], 1);
}

#[tokio::test]
async fn a_snapshot_brings_back_what_was_there() {
    let shop = Shop::new();
    let orders = || shop.handle().holds(None).unwrap().orders;
    shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    assert_eq!(shop.post("/_devstore/snapshot", None, r#"{"name": "one"}"#).await.status, StatusCode::OK);
    shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    assert_eq!(orders(), 2);
    assert_eq!(shop.post("/_devstore/restore", None, r#"{"name": "one"}"#).await.status, StatusCode::OK);
    assert_eq!(orders(), 1);
    assert_eq!(shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await["name"], "#1002");
    let missing = shop.post("/_devstore/restore", None, r#"{"name": "two"}"#).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert_eq!(missing.json()["error"], "there is no snapshot 'two': take it first with POST /_devstore/snapshot");
}

#[tokio::test]
async fn a_reset_empties_everything_or_the_named_parts() {
    let shop = Shop::new();
    shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    shop.post("/_devstore/reset", None, r#"{"only": ["journal"]}"#).await;
    assert_eq!(shop.handle().summary().calls, 0);
    assert_eq!(shop.handle().holds(None).unwrap().orders, 1);
    shop.post("/_devstore/reset", None, "").await;
    assert_eq!(shop.handle().holds(None).unwrap().orders, 0);
}

#[tokio::test]
async fn the_time_of_the_stores_is_moved_on() {
    let shop = Shop::new();
    let answer = shop.post("/_devstore/clock", None, r#"{"advanceSeconds": 90}"#).await.json();
    assert_eq!(answer, json!({ "now": "2026-11-02T08:31:30Z" }));
    let answer = shop.post("/_devstore/clock", None, r#"{"at": "2026-12-24T17:00:00Z"}"#).await.json();
    assert_eq!(answer, json!({ "now": "2026-12-24T17:00:00Z" }));
    shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    let data = shop.data("{ orders(first: 1) { nodes { createdAt } } }").await;
    assert_eq!(data["orders"]["nodes"][0]["createdAt"], "2026-12-24T17:00:00Z");
    let back = shop.post("/_devstore/clock", None, r#"{"at": "2026-12-24T16:00:00Z"}"#).await;
    assert_eq!(back.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn limits_are_changed_one_by_one() {
    let shop = Shop::new();
    let answer = shop.post("/_devstore/limits", None, r#"{"bucket": 40, "restoreRate": 2}"#).await.json();
    assert_eq!(
        answer,
        json!({ "bucket": 40.0, "restoreRate": 2.0, "latencyMs": 0, "bulkStartMs": 200, "bulkObjectUs": 100,
            "mediaMs": 1000, "manyVariants": 50_000, "newVariantsPerDay": 1_000, "loopbackWebhooks": false })
    );
    let cost = shop.ask("{ shop { name } }").await["extensions"]["cost"].clone();
    assert_eq!(
        cost["throttleStatus"],
        json!({ "maximumAvailable": 40.0, "currentlyAvailable": 39, "restoreRate": 2.0 })
    );
}

#[rstest]
#[case("/_devstore/limits", r#"{"bucket": 0}"#, "bucket is 0: it must be a number above 0")]
#[case(
    "/_devstore/limits",
    r#"{"size": 1}"#,
    "the body can't be read: unknown field `size`, expected one of `bucket`, `restoreRate`, `latencyMs`, `bulkStartMs`, `bulkObjectUs`, `mediaMs`, `manyVariants`, `newVariantsPerDay`, `loopbackWebhooks` at line 1 column 7"
)]
#[case(
    "/_devstore/faults",
    r#"{"faults": [{"kind": "reset", "probability": 2}]}"#,
    "a probability is between 0 and 1, and 2 is not"
)]
#[case(
    "/_devstore/faults",
    r#"{"faults": [{"kind": "status", "status": 200}]}"#,
    "the status of a fault is one of an error, from 400 to 599"
)]
#[case("/_devstore/orders", r#"{"count": 10001}"#, "10001 orders are too many at once: the limit is 10000")]
#[tokio::test]
async fn a_wrong_word_to_the_control_is_told_in_a_sentence(
    #[case] path: &str,
    #[case] body: &str,
    #[case] sentence: &str,
) {
    let answer = Shop::new().post(path, None, body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.json(), json!({ "error": sentence }));
}

#[tokio::test]
async fn an_unknown_store_is_not_found() {
    let answer = Shop::new().post("/_devstore/orders", None, r#"{"store": "other.myshopify.com"}"#).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_store_has_the_plan_that_it_is_given() {
    let shop = Shop::new();
    let plan = async || {
        let told = shop.data("{ shop { plan { publicDisplayName partnerDevelopment shopifyPlus } } }").await;
        told["shop"]["plan"].clone()
    };
    let called = |name: &str, development: bool, plus: bool| json!({ "publicDisplayName": name, "partnerDevelopment": development, "shopifyPlus": plus });
    assert_eq!(plan().await, called("Development", true, false));
    for (name, plus) in [("Basic", false), ("Plus", true)] {
        let given = shop.post("/_devstore/plan", None, &json!({ "plan": name }).to_string()).await;
        assert_eq!((given.status, plan().await), (StatusCode::OK, called(name, false, plus)));
    }
    assert_eq!(shop.post("/_devstore/plan", None, r#"{"plan": " "}"#).await.status, StatusCode::BAD_REQUEST);
    shop.post("/_devstore/reset", None, r#"{"only": ["data"]}"#).await;
    assert_eq!(plan().await, called("Development", true, false));
}
