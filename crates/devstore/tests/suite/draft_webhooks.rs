//! What a store tells of drafts.

use serde_json::json;

use crate::drafts::{DELETE, UPDATE, completed, custom, draft};
use crate::webhooks::{HOOK, Listening, body};

#[tokio::test]
async fn what_becomes_of_a_draft_is_told_from_its_first_line_to_its_order() {
    let listening = Listening::new();
    for topic in ["DRAFT_ORDERS_CREATE", "DRAFT_ORDERS_UPDATE", "DRAFT_ORDERS_DELETE", "ORDERS_CREATE", "ORDERS_PAID"] {
        listening.subscribe(topic, json!({ "uri": HOOK })).await;
    }
    let shop = &listening.shop;
    let topics = async || -> Vec<String> {
        listening
            .deliver()
            .await
            .into_iter()
            .map(|webhook| webhook.header("X-Shopify-Topic").unwrap().to_owned())
            .collect()
    };
    let made = draft(shop, json!({ "lineItems": [custom("Kopp", 2, "99.50")], "tags": ["faktura"] })).await;
    let told = listening.deliver().await;
    assert_eq!(told.len(), 1);
    let payload = body(&told[0]);
    assert_eq!(payload["admin_graphql_api_id"], made["id"]);
    assert_eq!((&payload["name"], &payload["status"]), (&json!("#D1"), &json!("open")));
    assert_eq!((&payload["total_price"], &payload["tags"]), (&json!("199.00"), &json!("faktura")));
    assert_eq!(payload["line_items"][0]["title"], "Kopp");
    shop.done(UPDATE, json!({ "id": made["id"], "input": { "note": "x" } })).await;
    assert_eq!(topics().await, ["draft_orders/update"]);
    completed(shop, &made, json!({})).await;
    assert_eq!(topics().await, ["orders/create", "orders/paid", "draft_orders/update"]);
    let other = draft(shop, json!({ "lineItems": [custom("Fat", 1, "1")] })).await;
    assert_eq!(topics().await, ["draft_orders/create"]);
    shop.done(DELETE, json!({ "id": other["id"] })).await;
    let told = listening.deliver().await;
    let number = other["id"].as_str().unwrap().rsplit('/').next().unwrap();
    assert_eq!(body(&told[0]).to_string(), format!("{{\"id\":{number}}}"));
}
