use serde_json::{Value, json};

use crate::payouts::{adds_up, payouts};
use crate::shop::Shop;

const ALL: &str = "{ orders(first: 100) { nodes {
  id name createdAt email totalPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }
  subtotalPriceSet { shopMoney { amount } } totalShippingPriceSet { shopMoney { amount } }
  displayFinancialStatus taxesIncluded customer { email }
  lineItems(first: 4) { nodes { sku quantity variant { sku } } }
} } }";

#[tokio::test]
async fn the_same_seed_makes_the_same_shop() {
    let (one, two, three) = (Shop::new(), Shop::new(), Shop::new());
    one.devstore.seed(60, 5).unwrap();
    two.devstore.seed(60, 5).unwrap();
    three.devstore.seed(60, 6).unwrap();
    let first = one.data(ALL).await;
    assert_eq!(first, two.data(ALL).await);
    assert_ne!(first, three.data(ALL).await);
}

#[tokio::test]
async fn a_seeded_shop_is_one_that_could_be() {
    let shop = Shop::new();
    let seeded = shop.devstore.seed(100, 1).unwrap();
    assert_eq!((seeded.orders, seeded.customers), (100, devstore::customers_for(100)));
    assert_eq!(seeded.variants, devstore::catalog().len());
    let data = shop.data(ALL).await;
    let orders = data["orders"]["nodes"].as_array().unwrap();
    assert_eq!(orders.len(), 100);
    let numbers: Vec<&str> = devstore::catalog().iter().map(|item| item.number.as_str()).collect();
    let mut statuses = std::collections::BTreeSet::new();
    for order in orders {
        statuses.insert(order["displayFinancialStatus"].as_str().unwrap());
        assert_eq!(order["email"], order["customer"]["email"]);
        assert!(order["createdAt"].as_str().unwrap() < "2026-11-02T08:30:00Z");
        for line in order["lineItems"]["nodes"].as_array().unwrap() {
            assert_eq!(line["sku"], line["variant"]["sku"]);
            assert!(numbers.contains(&line["sku"].as_str().unwrap()));
        }
    }
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), ["PAID", "PENDING"]);
}

#[tokio::test]
async fn an_order_of_the_demo_is_placed_now_even_in_an_empty_store() {
    let shop = Shop::new();
    let answer = shop.post("/_devstore/orders", None, r#"{"count": 3}"#).await.json();
    assert_eq!(answer["orders"].as_array().unwrap().len(), 3);
    assert_eq!(answer["orders"][0]["name"], "#1001");
    let data: Value = shop.data("{ orders(first: 5) { nodes { createdAt } } }").await;
    assert_eq!(data["orders"]["nodes"][2], json!({ "createdAt": "2026-11-02T08:30:00Z" }));
}

#[test]
fn what_was_saved_is_loaded() {
    let folder = std::env::temp_dir().join(format!("devstore-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("stores.json");
    let (one, two) = (Shop::new(), Shop::new());
    let seeded = one.devstore.seed(10, 1).unwrap();
    one.devstore.save(&path).unwrap();
    two.devstore.load(&path).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(two.handle().holds(None).unwrap(), seeded);
    assert!(two.devstore.load(&path).unwrap_err().to_string().contains("can't be read or written"));
}

#[tokio::test]
async fn a_seeded_shop_has_weeks_of_payouts_and_a_dispute_that_waits_for_evidence() {
    let shop = Shop::new();
    shop.devstore.seed(100, 1).unwrap();
    let made = payouts(&shop).await;
    assert!(made.len() >= 12, "{}", made.len());
    assert!(made.iter().any(|payout| payout["status"] == "PAID"));
    let issued: Vec<&str> = made.iter().map(|payout| payout["issuedAt"].as_str().unwrap()).collect();
    assert!(issued.is_sorted(), "{issued:?}");
    adds_up(&shop).await;
    let data = shop.data("{ disputes(first: 5) { nodes { status evidenceDueBy order { name } } } }").await;
    let disputes = data["disputes"]["nodes"].as_array().unwrap();
    assert_eq!((disputes.len(), &disputes[0]["status"]), (1, &json!("NEEDS_RESPONSE")));
    assert!(disputes[0]["order"]["name"].is_string() && disputes[0]["evidenceDueBy"].as_str() > Some("2026-11-02"));
}
