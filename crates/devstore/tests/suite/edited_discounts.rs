use serde_json::{Value, json};

use crate::order_edits::{BEGIN, COMMIT, DISCOUNT, REMOVE_DISCOUNT};
use crate::refunds::REFUND;
use crate::shop::{Shop, kroner, line};

const MONEY: &str = "currentTotalPriceSet { shopMoney { amount } } currentTotalTaxSet { shopMoney { amount } }
  currentTotalDiscountsSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } }";

/// 2 caps of 100 with a quarter of tax on top, 40 for shipping with tax, less a discount.
async fn order(shop: &Shop, discount: Value) -> Value {
    let taxes = json!([{ "title": "MVA", "rate": 0.25 }]);
    let mut caps = line("Lue", 2, "100");
    caps["taxLines"] = taxes.clone();
    shop.create_order(json!({
        "lineItems": [caps],
        "shippingLines": [{ "title": "Hjem", "priceSet": kroner("40"), "taxLines": taxes }],
        "discountCode": discount,
    }))
    .await["id"]
        .clone()
}

/// Opens an edit: its id, that of its first line, and the numbers of the discounts that the line bears.
async fn begin(shop: &Shop, order: &Value) -> (Value, Value, Vec<u64>) {
    let begun = shop.done(BEGIN, json!({ "id": order })).await["calculatedOrder"].clone();
    let borne = "query($id: ID!) { node(id: $id) { ... on CalculatedOrder { lineItems(first: 1) { nodes {
      calculatedDiscountAllocations { discountApplication { id } } } } } } }";
    let node = shop.one(borne, json!({ "id": begun["id"] })).await;
    let allocations = &node["lineItems"]["nodes"][0]["calculatedDiscountAllocations"];
    let number = |allocation: &Value| {
        let id = allocation["discountApplication"]["id"].as_str().unwrap().to_owned();
        id.rsplit('/').next().unwrap().parse().unwrap()
    };
    let discounts = allocations.as_array().unwrap().iter().map(number).collect();
    (begun["id"].clone(), begun["lineItems"]["nodes"][0]["id"].clone(), discounts)
}

/// Takes a discount away by an edit of its own.
async fn remove(shop: &Shop, edit: &Value, discount: u64) {
    let discount = format!("gid://shopify/CalculatedDiscountCodeApplication/{discount}");
    shop.done(REMOVE_DISCOUNT, json!({ "id": edit, "discount": discount })).await;
    shop.done(COMMIT, json!({ "id": edit })).await;
}

async fn refund_one(shop: &Shop, order: &Value) {
    let lines = shop.order(order, "lineItems(first: 1) { nodes { id } }").await;
    let pieces = json!([{ "lineItemId": lines["lineItems"]["nodes"][0]["id"], "quantity": 1 }]);
    shop.done(REFUND, json!({ "input": { "orderId": order, "refundLineItems": pieces }, "key": "1" })).await;
}

/// What is left to pay, the tax and the discounts in it, and what the order cost with all that was ever on it.
async fn money(shop: &Shop, order: &Value) -> [String; 4] {
    let order = shop.order(order, MONEY).await;
    ["currentTotalPriceSet", "currentTotalTaxSet", "currentTotalDiscountsSet", "totalPriceSet"]
        .map(|field| order[field]["shopMoney"]["amount"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn the_part_of_a_discount_that_refunded_pieces_bear_stays_with_them() {
    let shop = Shop::new();
    let twenty = json!({ "itemFixedDiscountCode": { "code": "TJUE", "amountSet": kroner("20") } });
    let order = order(&shop, twenty).await;
    refund_one(&shop, &order).await;
    assert_eq!(money(&shop, &order).await, ["162.5", "32.5", "10.0", "275.0"]);
    let (edit, _, discounts) = begin(&shop, &order).await;
    remove(&shop, &edit, discounts[0]).await;
    assert_eq!(money(&shop, &order).await, ["175.0", "35.0", "0.0", "287.5"]);
    let (edit, _, discounts) = begin(&shop, &order).await;
    assert_eq!(discounts, [] as [u64; 0]);
    let gone = json!({ "id": edit, "discount": "gid://shopify/CalculatedDiscountCodeApplication/1" });
    assert_eq!(shop.one(REMOVE_DISCOUNT, gone).await["userErrors"][0]["code"], "INVALID");
}

#[tokio::test]
async fn a_discount_that_came_after_a_refund_is_borne_by_what_was_left() {
    let shop = Shop::new();
    let twenty = json!({ "itemFixedDiscountCode": { "code": "TJUE", "amountSet": kroner("20") } });
    let order = order(&shop, twenty).await;
    refund_one(&shop, &order).await;
    let (edit, line, discounts) = begin(&shop, &order).await;
    let ten = json!({ "fixedValue": { "amount": "10", "currencyCode": "NOK" } });
    shop.done(DISCOUNT, json!({ "id": edit, "line": line, "discount": ten })).await;
    shop.done(COMMIT, json!({ "id": edit })).await;
    assert_eq!(money(&shop, &order).await, ["150.0", "30.0", "20.0", "262.5"]);
    let (edit, ..) = begin(&shop, &order).await;
    remove(&shop, &edit, discounts[0]).await;
    assert_eq!(money(&shop, &order).await, ["162.5", "32.5", "10.0", "275.0"]);
}

#[tokio::test]
async fn what_was_given_away_is_taxed_by_its_rates_once_it_costs_something() {
    let shop = Shop::new();
    let order = order(&shop, json!({ "itemPercentageDiscountCode": { "code": "ALT", "percentage": 100 } })).await;
    assert_eq!(money(&shop, &order).await, ["50.0", "10.0", "200.0", "50.0"]);
    let (edit, _, discounts) = begin(&shop, &order).await;
    remove(&shop, &edit, discounts[0]).await;
    assert_eq!(money(&shop, &order).await, ["300.0", "60.0", "0.0", "300.0"]);
}

#[tokio::test]
async fn shipping_that_is_no_longer_free_is_taxed() {
    let shop = Shop::new();
    let codes = json!({
        "itemPercentageDiscountCode": { "code": "TI", "percentage": 10 },
        "freeShippingDiscountCode": { "code": "FRIFRAKT" },
    });
    let order = order(&shop, codes).await;
    assert_eq!(money(&shop, &order).await, ["225.0", "45.0", "60.0", "225.0"]);
    let (edit, _, discounts) = begin(&shop, &order).await;
    // The second code of an order has the next number.
    remove(&shop, &edit, discounts[0] + 32_768).await;
    assert_eq!(money(&shop, &order).await, ["275.0", "55.0", "20.0", "275.0"]);
}
