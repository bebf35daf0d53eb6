//! The list of drafts.

use rstest::rstest;
use serde_json::{Value, json};

use crate::drafts::{SEND, completed, custom, draft, names};
use crate::shop::Shop;

/// Four drafts: of Kari with a tag, of Ola and completed, of nobody and with an invoice, and one of another source.
async fn four(shop: &Shop) -> Value {
    let kari = draft(
        shop,
        json!({ "email": "kari@example.com", "tags": ["Faktura"], "lineItems": [custom("Kopp", 1, "40")] }),
    )
    .await;
    shop.pass(3_600);
    let ola = draft(shop, json!({ "email": "ola@example.com", "lineItems": [custom("Fat", 1, "10")] })).await;
    shop.pass(3_600);
    let nobody = draft(shop, json!({ "lineItems": [custom("Skje", 1, "30")] })).await;
    draft(shop, json!({ "sourceName": "kobling", "lineItems": [custom("Gaffel", 1, "20")] })).await;
    shop.pass(3_600);
    completed(shop, &ola, json!({})).await;
    shop.done(SEND, json!({ "id": nobody["id"], "email": { "to": "noen@example.com" } })).await;
    kari
}

#[rstest]
#[case("status:open", &["#D1", "#D4"])]
#[case("status:completed", &["#D2"])]
#[case("status:invoice_sent", &["#D3"])]
#[case("tag:faktura", &["#D1"])]
#[case("source:kobling", &["#D4"])]
#[case("created_at:>='2026-11-02T09:00:00Z' AND -status:completed", &["#D3", "#D4"])]
#[case("updated_at:>='2026-11-02T11:00:00Z'", &["#D2", "#D3"])]
#[case("fat", &["#D2"])]
#[case("D3 OR D4", &["#D3", "#D4"])]
#[tokio::test]
async fn drafts_are_searched_by_what_the_store_knows_of_them(#[case] query: &str, #[case] found: &[&str]) {
    let shop = Shop::new();
    four(&shop).await;
    assert_eq!(names(&shop, &format!("first: 9, query: {}", json!(query))).await, found);
    let count =
        shop.data_with("query($q: String) { draftOrdersCount(query: $q) { count } }", json!({ "q": query })).await;
    assert_eq!(count["draftOrdersCount"]["count"], found.len());
}

#[tokio::test]
async fn drafts_are_searched_by_their_customer_and_their_id() {
    let shop = Shop::new();
    let kari = four(&shop).await;
    let number = |id: &Value| id.as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let customer = format!("first: 9, query: \"customer_id:{}\"", number(&kari["customer"]["id"]));
    assert_eq!(names(&shop, &customer).await, ["#D1"]);
    assert_eq!(names(&shop, &format!("first: 9, query: \"id:{}\"", number(&kari["id"]))).await, ["#D1"]);
    let answer = shop.ask("{ draftOrders(first: 9, query: \"name:#D1\") { nodes { name } } }").await;
    assert_eq!(answer["data"]["draftOrders"]["nodes"].as_array().unwrap().len(), 4);
    assert_eq!(answer["extensions"]["search"][0]["warnings"][0]["code"], "invalid_field");
}

#[rstest]
#[case("sortKey: NUMBER, reverse: true", &["#D4", "#D3", "#D2", "#D1"])]
#[case("sortKey: TOTAL_PRICE", &["#D2", "#D4", "#D3", "#D1"])]
#[case("sortKey: STATUS", &["#D2", "#D3", "#D1", "#D4"])]
#[case("sortKey: UPDATED_AT", &["#D1", "#D4", "#D2", "#D3"])]
#[case("sortKey: CUSTOMER_NAME", &["#D3", "#D4", "#D1", "#D2"])]
#[tokio::test]
async fn drafts_are_sorted_as_it_is_asked(#[case] sort: &str, #[case] sorted: &[&str]) {
    let shop = Shop::new();
    four(&shop).await;
    assert_eq!(names(&shop, &format!("first: 9, {sort}")).await, sorted);
}

#[tokio::test]
async fn drafts_come_page_by_page() {
    let shop = Shop::new();
    four(&shop).await;
    let query = "query($after: String) {
      draftOrders(first: 3, after: $after) { edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } }
    }";
    let first = shop.one(query, json!({})).await;
    assert_eq!(first["edges"].as_array().unwrap().len(), 3);
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    let second = shop.one(query, json!({ "after": first["pageInfo"]["endCursor"] })).await;
    assert_eq!(second["edges"][0]["node"]["name"], "#D4");
    assert_eq!(
        (&second["pageInfo"]["hasNextPage"], &second["pageInfo"]["hasPreviousPage"]),
        (&json!(false), &json!(true))
    );
}
