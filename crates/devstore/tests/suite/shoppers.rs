//! People who buy while an app is at something else.

use devstore::{Error, Fault, FaultKind, Purchase};
use serde_json::{Value, json};

use crate::idempotency::SET;
use crate::inventory::set;
use crate::levels::{at, bergen, item, oslo, stock_up};
use crate::shop::{LOCATION, Shop};

fn before(operation: &str, purchase: Option<Purchase>, times: u32) -> Fault {
    Fault { operation: Some(operation.to_owned()), purchase, times, ..Fault::of(FaultKind::Purchase) }
}

#[tokio::test]
async fn a_shopper_buys_by_sku_and_pays() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let placed = shop.handle().buy(&Purchase { quantity: 2, ..Purchase::of("Lue") }).unwrap();
    assert!(placed.fully_paid);
    assert_eq!(bergen(&shop, &hat).await, (5, 2, 7));
    let order = shop
        .order(
            &json!(placed.id),
            "displayFinancialStatus totalPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }",
        )
        .await;
    assert_eq!(
        order,
        json!({ "displayFinancialStatus": "PAID", "totalPriceSet": { "shopMoney": { "amount": "200.0" } }, "totalTaxSet": { "shopMoney": { "amount": "40.0" } } })
    );
}

#[tokio::test]
async fn a_shopper_buys_at_a_location_what_it_has_and_no_more() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let oslo = oslo(&shop).await;
    let here = |quantity: u32| Purchase {
        location: Some(oslo.as_str().unwrap().to_owned()),
        quantity,
        ..Purchase::of(hat.as_str().unwrap())
    };
    assert!(matches!(shop.handle().buy(&here(1)), Err(Error::Rule(_))));
    stock_up(&shop, &hat, &oslo, 2).await;
    shop.handle().buy(&here(2)).unwrap();
    assert_eq!((at(&shop, &hat, "Butikk Oslo").await, bergen(&shop, &hat).await), ((0, 2, 2), (7, 0, 7)));
    let sold_out = shop.handle().buy(&here(1)).unwrap_err().to_string();
    assert!(sold_out.contains("0 are left"), "{sold_out}");
    let unknown = shop.handle().buy(&Purchase::of("Votter")).unwrap_err().to_string();
    assert!(unknown.contains("there is no item 'Votter'"), "{unknown}");
}

#[tokio::test]
async fn what_is_sold_out_is_not_sold() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 1).await;
    shop.handle().buy(&Purchase::of("Lue")).unwrap();
    assert!(matches!(shop.handle().buy(&Purchase::of("Lue")), Err(Error::Rule(_))));
    assert_eq!(bergen(&shop, &hat).await, (0, 1, 1));
    assert_eq!(shop.data("{ ordersCount { count } }").await["ordersCount"]["count"], 1);
}

#[tokio::test]
async fn a_shopper_comes_between_what_was_read_and_what_is_written() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let item = item(&shop, &hat).await;
    shop.handle().set_faults(vec![before("inventorySetQuantities", None, 1)], 1);
    let stale = shop.one(SET, set("available", &item, 10, json!(7))).await;
    assert_eq!(stale["userErrors"][0]["code"], "CHANGE_FROM_QUANTITY_STALE");
    assert_eq!(bergen(&shop, &hat).await, (6, 1, 7));
    shop.done(SET, set("available", &item, 9, json!(6))).await;
    assert_eq!(bergen(&shop, &hat).await, (9, 1, 10));
    assert!(shop.handle().faults().is_empty());
}

#[tokio::test]
async fn a_shopper_comes_before_the_nth_write_and_buys_what_was_said() {
    let shop = Shop::new();
    let (hat, socks) = (shop.product("Lue", "100", 7).await, shop.product("Sokker", "50", 5).await);
    let item = item(&shop, &hat).await;
    let purchase = Purchase { quantity: 3, location: Some(LOCATION.to_owned()), ..Purchase::of("Sokker") };
    shop.handle().set_faults(vec![Fault { after: 1, ..before("inventorySetQuantities", Some(purchase), 1) }], 1);
    shop.done(SET, set("available", &item, 8, json!(7))).await;
    assert_eq!(bergen(&shop, &socks).await, (5, 0, 5));
    shop.done(SET, set("available", &item, 9, json!(8))).await;
    assert_eq!(bergen(&shop, &socks).await, (2, 3, 5));
}

#[tokio::test]
async fn something_goes_wrong_with_a_write_that_a_shopper_has_come_before() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let item = item(&shop, &hat).await;
    let lost = Fault { operation: Some("inventorySetQuantities".to_owned()), ..Fault::of(FaultKind::LostResponse) };
    shop.handle().set_faults(vec![before("inventorySetQuantities", None, 1), lost], 1);
    let variables = set("available", &item, 10, Value::Null);
    let body = json!({ "query": SET, "variables": variables }).to_string();
    let answer = shop.post("/admin/api/2026-10/graphql.json", Some(devstore::DEFAULT_TOKEN), &body).await;
    assert!(answer.body.is_err());
    assert_eq!(bergen(&shop, &hat).await, (10, 1, 11));
}

#[tokio::test]
async fn a_shopper_is_sent_by_http_too() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let bought = shop.post("/_devstore/purchases", None, &json!({ "item": "Lue", "quantity": 2 }).to_string()).await;
    assert_eq!(bought.json()["order"]["name"], "#1001");
    assert_eq!(bergen(&shop, &hat).await, (5, 2, 7));
    let nothing = shop.post("/_devstore/purchases", None, "{}").await;
    assert_eq!(nothing.status, 400);
    assert!(nothing.json()["error"].as_str().unwrap().starts_with("there is nothing to buy"));
}
