use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, kroner, line};

async fn shop() -> Shop {
    let shop = Shop::new();
    shop.create_order(json!({
        "lineItems": [line("Kopp", 1, "10")], "email": "a.b+c@example.com", "tags": ["VIP"],
        "transactions": [{ "amountSet": kroner("10"), "gateway": "vipps" }],
    }))
    .await;
    shop.pass(3600);
    shop.create_order(json!({ "lineItems": [line("Fat", 1, "20")], "financialStatus": "PENDING", "test": true })).await;
    shop.pass(3600);
    let mut third = line("Skje", 4, "5");
    third["sku"] = "AB:12".into();
    shop.create_order(json!({ "lineItems": [third], "fulfillmentStatus": "FULFILLED", "poNumber": "PO-7" })).await;
    shop
}

const SEARCH: &str = "query($query: String) { orders(first: 10, query: $query) { nodes { name } } }";

async fn found(shop: &Shop, query: &str) -> Vec<String> {
    let data = shop.data_with(SEARCH, json!({ "query": query })).await;
    let nodes = data["orders"]["nodes"].as_array().unwrap();
    nodes.iter().map(|order| order["name"].as_str().unwrap().to_owned()).collect()
}

#[rstest]
#[case("", &["#1001", "#1002", "#1003"])]
#[case("financial_status:paid", &["#1001"])]
#[case("financial_status:pending,paid", &["#1001", "#1002", "#1003"])]
#[case("-financial_status:paid", &["#1002", "#1003"])]
#[case("NOT test:true AND fulfillment_status:unfulfilled", &["#1001"])]
#[case("financial_status:paid OR fulfillment_status:shipped", &["#1001", "#1003"])]
#[case("(financial_status:paid OR test:true) status:open", &["#1001", "#1002"])]
#[case("email:\"a.b+c@example.com\"", &["#1001"])]
#[case("sku:'AB\\:12'", &["#1003"])]
#[case("name:1002", &["#1002"])]
#[case("name:#1002", &["#1002"])]
#[case("tag:vip", &["#1001"])]
#[case("tag_not:vip", &["#1002", "#1003"])]
#[case("po_number:PO*", &["#1003"])]
#[case("po_number:*", &["#1003"])]
#[case("gateway:vipps", &["#1001"])]
#[case("current_total_price:>=20", &["#1002", "#1003"])]
#[case("created_at:>='2026-11-02T09:30:00Z'", &["#1002", "#1003"])]
#[case("created_at:>'2026-11-02T09:30:00Z' created_at:<='2026-11-02T10:30:00Z'", &["#1003"])]
#[case("created_at:2026-11-02", &["#1001", "#1002", "#1003"])]
#[case("created_at:<2026-11-02", &[])]
#[case("Kopp", &["#1001"])]
#[case("status:closed", &[])]
#[tokio::test]
async fn a_search_finds_what_it_says(#[case] query: &str, #[case] expected: &[&str]) {
    assert_eq!(found(&shop().await, query).await, expected, "{query}");
}

#[tokio::test]
async fn a_search_by_id_takes_numbers() {
    let shop = shop().await;
    let data = shop.data("{ orders(first: 10) { nodes { legacyResourceId } } }").await;
    let id = |place: usize| data["orders"]["nodes"][place]["legacyResourceId"].as_str().unwrap();
    assert_eq!(found(&shop, &format!("id:{},{}", id(0), id(2))).await, ["#1001", "#1003"]);
    assert_eq!(found(&shop, &format!("id:>={}", id(1))).await, ["#1002", "#1003"]);
}

#[tokio::test]
async fn a_date_without_a_zone_is_the_shops() {
    let shop = shop().await;
    // 08:30, 09:30 and 10:30 in UTC are 09:30, 10:30 and 11:30 in Oslo.
    assert_eq!(found(&shop, "created_at:>='2026-11-02T10:00:00'").await, ["#1002", "#1003"]);
    assert_eq!(found(&shop, "created_at:>='2026-11-02T10:00:00Z'").await, ["#1003"]);
}

#[tokio::test]
async fn a_time_stamp_without_quotes_is_misread_and_the_answer_says_so() {
    let shop = shop().await;
    let answer = shop.ask_with(SEARCH, json!({ "query": "updated_at:>=2026-11-02T10:00:00Z" })).await;
    assert_eq!(answer["data"]["orders"]["nodes"], json!([{ "name": "#1002" }, { "name": "#1003" }]));
    assert_eq!(
        answer["extensions"]["search"],
        json!([{
            "path": ["orders"],
            "query": "updated_at:>=2026-11-02T10:00:00Z",
            "parsed": { "and": [
                { "field": "updated_at", "range_gte": "2026-11-02T10" },
                { "field": "00", "match_all": "00Z" },
            ] },
            "warnings": [{ "field": "00", "message": "Invalid search field for this query.", "code": "invalid_field" }],
        }])
    );
}

#[tokio::test]
async fn an_unknown_field_is_left_out_and_reported_under_the_alias() {
    let shop = shop().await;
    let answer = shop.ask("{ mine: orders(first: 5, query: \"made_up:value tag:vip\") { nodes { name } } }").await;
    assert_eq!(answer["data"]["mine"]["nodes"], json!([{ "name": "#1001" }]));
    assert_eq!(answer["extensions"]["search"][0]["path"], json!(["mine"]));
    assert_eq!(answer["extensions"]["search"][0]["warnings"][0]["field"], "made_up");
    let silent = shop.ask("{ orders(first: 5, query: \"tag:vip\") { nodes { name } } }").await;
    assert_eq!(silent["extensions"].get("search"), None);
}

#[tokio::test]
async fn a_date_that_is_none_is_a_bad_request() {
    let answer = shop().await.ask_with(SEARCH, json!({ "query": "created_at:>='soon'" })).await;
    assert_eq!(answer["errors"][0]["message"], "Invalid timestamp for query filter `created_at`.");
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_REQUEST");
}

#[tokio::test]
async fn products_variants_and_customers_are_searched_too() {
    let shop = Shop::new();
    shop.devstore.seed(20, 3).unwrap();
    let item = &devstore::catalog()[0];
    let document = "query($products: String, $variants: String, $customers: String) {
      products(first: 5, query: $products) { nodes { title } }
      productVariants(first: 5, query: $variants) { nodes { sku barcode product { title } } }
      customers(first: 5, query: $customers) { nodes { email } }
    }";
    let customer = &devstore::customers(1, 3)[0];
    let data = shop
        .data_with(
            document,
            json!({
                "products": format!("sku:{}", item.number),
                "variants": format!("sku:'{}'", item.number),
                "customers": format!("email:'{}'", customer.email),
            }),
        )
        .await;
    assert_eq!(data["products"]["nodes"], json!([{ "title": item.title }]));
    let variant: &Value = &data["productVariants"]["nodes"][0];
    assert_eq!(*variant, json!({ "sku": item.number, "barcode": item.gtin, "product": { "title": item.title } }));
    assert_eq!(data["customers"]["nodes"], json!([{ "email": customer.email }]));
}
