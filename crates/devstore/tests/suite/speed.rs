use serde_json::{Value, json};

use crate::shop::{Shop, line};

const ORDERS: &str = "query($after: String) {
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
    let mut names = std::collections::HashSet::new();
    let mut pages = 0;
    loop {
        let page = shop.data_with(ORDERS, json!({ "after": after })).await;
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

#[tokio::test]
async fn a_mutation_while_others_read_changes_nothing_for_them() {
    let shop = Shop::new();
    let create = shop.create_order(json!({ "lineItems": [line("A", 1, "1")] }));
    let read = shop.ask("{ orders(first: 10) { nodes { name } } }");
    let (order, answer) = tokio::join!(create, read);
    assert_eq!(order["name"], "#1001");
    assert!(answer["data"]["orders"]["nodes"].as_array().unwrap().len() <= 1);
}

#[test]
#[ignore = "prints times: run it in release with --ignored --nocapture"]
fn how_long_a_page_of_ninety_orders_takes() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let clock = runtime::Clock::system();
    let shop = Shop::new();
    let begin = clock.monotonic();
    shop.devstore.seed(10_000, 1).unwrap();
    eprintln!("seeding 10,000 orders: {:?}", clock.monotonic() - begin);
    runtime.block_on(async {
        for _ in 0..3 {
            shop.pass(60);
            let begin = clock.monotonic();
            let page = shop.data_with(ORDERS, json!({})).await;
            let bytes = page.to_string().len();
            eprintln!("90 of 10,000 orders, {bytes} bytes: {:?}", clock.monotonic() - begin);
        }
    });
}
