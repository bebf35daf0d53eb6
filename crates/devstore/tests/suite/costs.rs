use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, line};

fn cost(answer: &Value) -> (u64, u64) {
    let cost = &answer["extensions"]["cost"];
    (cost["requestedQueryCost"].as_u64().unwrap(), cost["actualQueryCost"].as_u64().unwrap())
}

fn available(answer: &Value) -> u64 {
    answer["extensions"]["cost"]["throttleStatus"]["currentlyAvailable"].as_u64().unwrap()
}

#[rstest]
#[case("{ customers(first: 100) { nodes { legacyResourceId } } }", 11)]
#[case("{ customers(first: 200) { edges { cursor node { id } } } }", 12)]
#[case("{ product(id: \"gid://shopify/Product/1\") { variants(first: 250) { nodes { inventoryItem { id } } } } }", 25)]
#[case("{ orders(first: 90) { nodes { id totalPriceSet { shopMoney { amount } } } pageInfo { hasNextPage } } }", 10)]
#[case("{ orders(first: 10) { nodes { id customer { id defaultAddress { city } } shippingAddress { city } } } }", 14)]
#[case("{ orders(first: 10) { nodes { lineItems(first: 10) { nodes { id taxLines { title } } } } } }", 46)]
#[case("{ ordersCount { count } }", 10)]
#[case("{ shop { name shopAddress { city } currencyFormats { moneyFormat } } }", 1)]
#[case("{ a: orders(first: 10) { nodes { id } } a: orders(first: 10) { nodes { name } } }", 6)]
#[case("{ node(id: \"gid://shopify/Order/1\") { id ... on Order { customer { id } } ... on Product { id } } }", 2)]
#[case("{ orders(first: 10) { nodes { ...F } } } fragment F on Order { customer { id } shippingLine { title } }", 14)]
#[tokio::test]
async fn a_document_costs_what_the_formula_says(#[case] document: &str, #[case] requested: u64) {
    let shop = Shop::new();
    assert_eq!(cost(&shop.ask(document).await).0, requested);
}

#[tokio::test]
async fn a_mutation_costs_ten_and_what_lies_below_its_objects() {
    let shop = Shop::new();
    let order = json!({ "order": { "lineItems": [line("A", 1, "1")] } });
    let bare =
        "mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } userErrors { field } } }";
    assert_eq!(cost(&shop.ask_with(bare, order.clone()).await), (10, 10));
    let deep = "mutation($order: OrderCreateOrderInput!) {
      orderCreate(order: $order) { order { id lineItems(first: 10) { nodes { id } } } userErrors { field } }
    }";
    assert_eq!(cost(&shop.ask_with(deep, order).await), (16, 16));
}

#[tokio::test]
async fn the_page_size_of_a_variable_counts() {
    let shop = Shop::new();
    let document = "query($n: Int!) { customers(first: $n) { nodes { id } } }";
    assert_eq!(cost(&shop.ask_with(document, json!({ "n": 250 })).await).0, 13);
    assert_eq!(cost(&shop.ask_with(document, json!({ "n": 1 })).await).0, 3);
}

#[tokio::test]
async fn what_was_not_needed_is_given_back() {
    let shop = Shop::new();
    let document = "{ orders(first: 250) { nodes { id customer { id } lineItems(first: 5) { nodes { id } } } } }";
    let answer = shop.ask(document).await;
    // 2 + 11 · (1 + 1 + 2 + 3 · 1), and an empty connection.
    assert_eq!(cost(&answer), (79, 2));
    assert_eq!(available(&answer), 1_998);
    for _ in 0..3 {
        shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    }
    shop.pass(60);
    // Three orders count twice: 2 + 2 · (1 + 1 + 2 + 1), of which a missing customer is still one.
    assert_eq!(cost(&shop.ask(document).await), (79, 12));
}

#[tokio::test]
async fn an_empty_bucket_throttles_and_fills_with_time() {
    let shop = Shop::new();
    let dear =
        "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id product { id } taxLines { title } } } } } }";
    // 2 + 11 · (1 + 2 + 11 · 3) = 398: given back when there is nothing.
    assert_eq!(cost(&shop.ask(dear).await), (398, 2));
    shop.handle()
        .set_limits(devstore::Limits {
            bucket: 400.0,
            restore_rate: 10.0,
            latency_ms: 0,
            ..devstore::Limits::default()
        })
        .unwrap();
    shop.ask("{ shop { name } }").await;
    shop.ask("{ ordersCount { count } }").await;
    let answer = shop.ask(dear).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "THROTTLED");
    assert_eq!(answer["errors"][0]["message"], "Throttled");
    assert!(answer.get("data").is_none());
    assert_eq!(answer["extensions"]["cost"]["requestedQueryCost"], 398);
    assert_eq!(answer["extensions"]["cost"]["actualQueryCost"], Value::Null);
    assert_eq!(available(&answer), 389);
    shop.pass(1);
    assert_eq!(cost(&shop.ask(dear).await), (398, 2));
    let summary = shop.handle().summary();
    assert_eq!((summary.calls, summary.throttled), (5, 1));
    assert_eq!(summary.points, 398 + 1 + 10 + 398);
}

#[tokio::test]
async fn more_than_a_thousand_points_are_refused_whatever_the_bucket_holds() {
    let shop = Shop::new();
    let document = "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id product { id }
      variant { id product { id } } taxLines { title } discountAllocations { discountApplication { index } }
      customAttributes { key } weight { value } } } } } }";
    let answer = shop.ask(document).await;
    let error = &answer["errors"][0];
    assert_eq!(error["extensions"]["code"], "MAX_COST_EXCEEDED");
    assert_eq!(error["extensions"]["maxCost"], 1_000);
    let cost = error["extensions"]["cost"].as_u64().unwrap();
    assert!(cost > 1_000);
    let start = format!("Query cost is {cost}, which exceeds the single query max cost limit (1000).");
    assert!(error["message"].as_str().unwrap().starts_with(&start));
    assert!(answer.get("extensions").is_none());
    assert!(answer.get("data").is_none());
    assert_eq!(shop.handle().summary().points, 0);
}

#[tokio::test]
async fn the_cost_of_each_field_is_told_when_it_is_asked_for() {
    let shop = Shop::new();
    let document = "{ shop { name } orders(first: 10) { nodes { id customer { id } } } }";
    assert!(shop.ask(document).await["extensions"]["cost"].get("fields").is_none());
    for header in ["Shopify-GraphQL-Cost-Debug", "X-GraphQL-Cost-Include-Fields"] {
        let answer = shop.ask_with_headers(document, &[(header, "1")]).await.json();
        let fields = answer["extensions"]["cost"]["fields"].as_array().unwrap();
        let told = |path: Value| fields.iter().find(|field| field["path"] == path).unwrap().clone();
        assert_eq!(
            told(json!(["orders"])),
            json!({ "path": ["orders"], "definedCost": 2, "requestedTotalCost": 10, "requestedChildrenCost": 8 })
        );
        let name = json!({ "path": ["shop", "name"], "definedCost": 0, "requestedTotalCost": 0, "requestedChildrenCost": null });
        assert_eq!(told(json!(["shop", "name"])), name);
        assert_eq!(told(json!(["orders", "nodes", "customer"]))["requestedTotalCost"], 1);
    }
}
