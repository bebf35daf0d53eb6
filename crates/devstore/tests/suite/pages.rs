use std::collections::HashSet;

use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, line};

async fn shop_of_five() -> Shop {
    let shop = Shop::new();
    for number in 1..=5 {
        shop.create_order(json!({ "lineItems": [line("A", 1, &format!("{}", 60 - number * 10))] })).await;
        shop.pass(60);
    }
    shop
}

fn names(data: &Value) -> Vec<&str> {
    data["orders"]["nodes"].as_array().unwrap().iter().map(|order| order["name"].as_str().unwrap()).collect()
}

const PAGE: &str =
    "query($first: Int, $after: String, $last: Int, $before: String, $reverse: Boolean, $sortKey: OrderSortKeys) {
  orders(first: $first, after: $after, last: $last, before: $before, reverse: $reverse, sortKey: $sortKey) {
    nodes { name }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}";

#[tokio::test]
async fn cursors_lead_through_a_connection_and_back() {
    let shop = shop_of_five().await;
    let first = shop.data_with(PAGE, json!({ "first": 2 })).await;
    assert_eq!(names(&first), ["#1001", "#1002"]);
    let info = &first["orders"]["pageInfo"];
    assert_eq!((&info["hasNextPage"], &info["hasPreviousPage"]), (&json!(true), &json!(false)));
    assert_eq!(info["endCursor"], first["orders"]["edges"][1]["cursor"]);
    let second = shop.data_with(PAGE, json!({ "first": 2, "after": info["endCursor"] })).await;
    assert_eq!(names(&second), ["#1003", "#1004"]);
    let info = &second["orders"]["pageInfo"];
    assert_eq!((&info["hasNextPage"], &info["hasPreviousPage"]), (&json!(true), &json!(true)));
    let third = shop.data_with(PAGE, json!({ "first": 2, "after": info["endCursor"] })).await;
    assert_eq!(names(&third), ["#1005"]);
    assert_eq!(third["orders"]["pageInfo"]["hasNextPage"], false);
    let back = shop.data_with(PAGE, json!({ "last": 2, "before": info["startCursor"] })).await;
    assert_eq!(names(&back), ["#1001", "#1002"]);
}

#[tokio::test]
async fn an_order_that_changes_moves_behind_the_cursor_of_its_update() {
    let shop = shop_of_five().await;
    let page = shop.data_with(PAGE, json!({ "first": 3, "sortKey": "UPDATED_AT" })).await;
    assert_eq!(names(&page), ["#1001", "#1002", "#1003"]);
    let id = shop.data("{ orders(first: 1) { nodes { id } } }").await["orders"]["nodes"][0]["id"].clone();
    let mark = "mutation($id: ID!) { orderMarkAsPaid(input: {id: $id}) { userErrors { message } } }";
    shop.data_with(mark, json!({ "id": id })).await;
    let after = &page["orders"]["pageInfo"]["endCursor"];
    let rest = shop.data_with(PAGE, json!({ "first": 3, "sortKey": "UPDATED_AT", "after": after })).await;
    assert_eq!(names(&rest), ["#1004", "#1005", "#1001"]);
}

#[rstest]
#[case(json!({ "first": 5, "reverse": true }), &["#1005", "#1004", "#1003", "#1002", "#1001"])]
#[case(json!({ "first": 2, "sortKey": "TOTAL_PRICE" }), &["#1005", "#1004"])]
#[case(json!({ "last": 2, "sortKey": "ID" }), &["#1004", "#1005"])]
#[case(json!({ "first": 2, "sortKey": "CREATED_AT", "reverse": true }), &["#1005", "#1004"])]
#[tokio::test]
async fn a_page_is_sorted_as_it_was_asked(#[case] variables: Value, #[case] expected: &[&str]) {
    let shop = shop_of_five().await;
    assert_eq!(names(&shop.data_with(PAGE, variables).await), expected);
}

#[rstest]
#[case("{ orders { nodes { id } } }", "you must provide one of first or last")]
#[case("{ orders(first: 1, last: 1) { nodes { id } } }", "providing both first and last is not supported")]
#[case("{ orders(first: 251) { nodes { id } } }", "first must be between 1 and 250; 251 was given")]
#[case("{ orders(first: 1, after: \"nonsense\") { nodes { id } } }", "Invalid cursor: nonsense")]
#[tokio::test]
async fn a_page_that_cannot_be_is_a_bad_request(#[case] document: &str, #[case] message: &str) {
    let answer = Shop::new().ask(document).await;
    assert_eq!(answer["errors"][0]["message"], message);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_REQUEST");
    assert_eq!(answer["errors"][0]["path"], json!(["orders"]));
    assert_eq!(answer["data"], Value::Null);
}

const CHANGED: &str = "query($after: String) {
  orders(first: 90, after: $after, sortKey: UPDATED_AT, query: \"updated_at:>='2026-01-01T00:00:00Z'\") {
    nodes {
      id name createdAt updatedAt email currencyCode taxesIncluded displayFinancialStatus
      totalPriceSet { shopMoney { amount } presentmentMoney { amount } }
      totalTaxSet { shopMoney { amount } }
      customer { id email } shippingAddress { name address1 zip city countryCodeV2 }
      lineItems(first: 2) { nodes { id title sku quantity originalUnitPriceSet { shopMoney { amount } }
        taxLines { title rate priceSet { shopMoney { amount } } } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}";

#[tokio::test]
async fn every_order_of_a_larger_shop_is_read_once_page_by_page() {
    let shop = Shop::new();
    shop.devstore.seed(1_000, 1).unwrap();
    let mut after = Value::Null;
    let mut names = HashSet::new();
    let mut pages = 0;
    loop {
        let page = shop.data_with(CHANGED, json!({ "after": after })).await;
        for order in page["orders"]["nodes"].as_array().unwrap() {
            assert!(names.insert(order["name"].as_str().unwrap().to_owned()));
        }
        pages += 1;
        shop.pass(20);
        if page["orders"]["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = page["orders"]["pageInfo"]["endCursor"].clone();
    }
    assert_eq!((names.len(), pages), (1_000, 12));
}
