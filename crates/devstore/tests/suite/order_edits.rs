use serde_json::{Value, json};

use crate::fulfilment::{SEND, all_of, waiting};
use crate::shop::{Shop, kroner, line, payment};

pub const BEGIN: &str = "mutation($id: ID!) {
  orderEditBegin(id: $id) {
    calculatedOrder { id lineItems(first: 5) { nodes { id quantity editableQuantity } } shippingLines { id stagedStatus } }
    orderEditSession { id }
    userErrors { field message }
  }
}";

pub const SET_QUANTITY: &str = "mutation($id: ID!, $line: ID!, $quantity: Int!, $restock: Boolean) {
  orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: $restock) {
    calculatedLineItem { quantity restocking }
    calculatedOrder { totalPriceSet { shopMoney { amount } } subtotalLineItemsQuantity }
    userErrors { field message }
  }
}";

pub const ADD_VARIANT: &str = "mutation($id: ID!, $variant: ID!, $quantity: Int!, $again: Boolean) {
  orderEditAddVariant(id: $id, variantId: $variant, quantity: $quantity, allowDuplicates: $again) {
    calculatedLineItem { id title quantity sku editableQuantity editableQuantityBeforeChanges }
    calculatedOrder { addedLineItems(first: 5) { nodes { title } } totalOutstandingSet { shopMoney { amount } } }
    userErrors { field message }
  }
}";

const ADD_CUSTOM: &str = "mutation($id: ID!, $title: String!, $price: MoneyInput!, $quantity: Int!) {
  orderEditAddCustomItem(id: $id, title: $title, price: $price, quantity: $quantity) {
    calculatedLineItem { id }
    userErrors { field message }
  }
}";

pub const DISCOUNT: &str = "mutation($id: ID!, $line: ID!, $discount: OrderEditAppliedDiscountInput!) {
  orderEditAddLineItemDiscount(id: $id, lineItemId: $line, discount: $discount) {
    addedDiscountStagedChange { id description value { ... on PricingPercentageValue { percentage } } }
    calculatedLineItem {
      hasStagedLineItemDiscount discountedUnitPriceSet { shopMoney { amount } }
      calculatedDiscountAllocations { allocatedAmountSet { shopMoney { amount } } discountApplication { id } }
    }
    userErrors { field message }
  }
}";

pub const REMOVE_DISCOUNT: &str = "mutation($id: ID!, $discount: ID!) {
  orderEditRemoveDiscount(id: $id, discountApplicationId: $discount) {
    calculatedOrder { totalPriceSet { shopMoney { amount } } }
    userErrors { field message code }
  }
}";

const ADD_SHIPPING: &str = "mutation($id: ID!, $line: OrderEditAddShippingLineInput!) {
  orderEditAddShippingLine(id: $id, shippingLine: $line) {
    calculatedShippingLine { id title stagedStatus price { shopMoney { amount } } }
    userErrors { field message code }
  }
}";

const UPDATE_SHIPPING: &str = "mutation($id: ID!, $shipping: ID!, $line: OrderEditUpdateShippingLineInput!) {
  orderEditUpdateShippingLine(id: $id, shippingLineId: $shipping, shippingLine: $line) {
    calculatedOrder { shippingLines { title stagedStatus price { shopMoney { amount } } } }
    userErrors { field message code }
  }
}";

const REMOVE_SHIPPING: &str = "mutation($id: ID!, $shipping: ID!) {
  orderEditRemoveShippingLine(id: $id, shippingLineId: $shipping) {
    calculatedOrder { shippingLines { stagedStatus } totalPriceSet { shopMoney { amount } } }
    userErrors { field message code }
  }
}";

pub const COMMIT: &str = "mutation($id: ID!) {
  orderEditCommit(id: $id, notifyCustomer: false) {
    order { id edited updatedAt }
    successMessages
    userErrors { field message }
  }
}";

const MONEY: &str = "displayFinancialStatus edited
  originalTotalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } }
  currentTotalPriceSet { shopMoney { amount } } currentTotalTaxSet { shopMoney { amount } }
  totalOutstandingSet { shopMoney { amount } }";

fn kr(amount: &str) -> Value {
    json!({ "shopMoney": { "amount": amount } })
}

fn nok(amount: &str) -> Value {
    json!({ "amount": amount, "currencyCode": "NOK" })
}

/// 2 caps of 100 with a quarter of tax on top, 40 for shipping with tax, paid.
async fn order(shop: &Shop) -> Value {
    let taxes = json!([{ "title": "MVA", "rate": 0.25 }]);
    let mut caps = line("Lue", 2, "100");
    caps["taxLines"] = taxes.clone();
    shop.create_order(json!({
        "lineItems": [caps],
        "shippingLines": [{ "title": "Hjem", "priceSet": kroner("40"), "taxLines": taxes }],
        "transactions": [payment("300", "SALE")],
    }))
    .await
}

async fn begin(shop: &Shop, order: &Value) -> (Value, Value) {
    let begun = shop.done(BEGIN, json!({ "id": order["id"] })).await;
    let calculated = &begun["calculatedOrder"];
    (calculated["id"].clone(), calculated["lineItems"]["nodes"][0]["id"].clone())
}

#[tokio::test]
async fn an_edit_changes_nothing_until_it_is_committed_once() {
    let shop = Shop::new();
    let order = order(&shop).await;
    let (edit, line) = begin(&shop, &order).await;
    let fewer = json!({ "id": edit, "line": line, "quantity": 1, "restock": true });
    let staged = shop.done(SET_QUANTITY, fewer).await;
    assert_eq!(staged["calculatedLineItem"], json!({ "quantity": 1, "restocking": true }));
    assert_eq!(staged["calculatedOrder"], json!({ "totalPriceSet": kr("175.0"), "subtotalLineItemsQuantity": 1 }));
    let before = shop.order(&order["id"], MONEY).await;
    assert_eq!((&before["currentTotalPriceSet"], &before["edited"]), (&kr("300.0"), &json!(false)));
    shop.pass(60);
    let committed = shop.done(COMMIT, json!({ "id": edit })).await;
    assert_eq!(committed["order"]["updatedAt"], "2026-11-02T08:31:00Z");
    assert_eq!(committed["successMessages"], json!(["Order updated"]));
    assert_eq!(
        shop.order(&order["id"], MONEY).await,
        json!({
            "displayFinancialStatus": "PAID",
            "edited": true,
            "originalTotalPriceSet": kr("300.0"),
            "totalPriceSet": kr("300.0"),
            "currentTotalPriceSet": kr("175.0"),
            "currentTotalTaxSet": kr("35.0"),
            "totalOutstandingSet": kr("0.0"),
        })
    );
    assert_eq!(shop.refused(COMMIT, json!({ "id": edit })).await, "The calculated order does not exist.");
}

#[tokio::test]
async fn pieces_that_an_edit_takes_away_are_a_refund_without_money() {
    let shop = Shop::new();
    let order = order(&shop).await;
    let (edit, line) = begin(&shop, &order).await;
    shop.done(SET_QUANTITY, json!({ "id": edit, "line": line, "quantity": 0 })).await;
    shop.done(COMMIT, json!({ "id": edit })).await;
    let selection = "refunds { totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity restockType } } transactions(first: 1) { nodes { id } } }
      lineItems(first: 5) { nodes { quantity currentQuantity } }
      fulfillmentOrders(first: 5) { nodes { status } }";
    assert_eq!(
        shop.order(&order["id"], selection).await,
        json!({
            "refunds": [{
                "totalRefundedSet": kr("0.0"),
                "refundLineItems": { "nodes": [{ "quantity": 2, "restockType": "NO_RESTOCK" }] },
                "transactions": { "nodes": [] },
            }],
            "lineItems": { "nodes": [{ "quantity": 2, "currentQuantity": 0 }] },
            "fulfillmentOrders": { "nodes": [{ "status": "CLOSED" }] },
        })
    );
}

#[tokio::test]
async fn an_added_variant_is_taxed_like_the_rest_taken_from_the_stock_and_waits() {
    let shop = Shop::new();
    let variant = shop.product("Sokker", "50", 9).await;
    let order = order(&shop).await;
    let (edit, _) = begin(&shop, &order).await;
    let add =
        |quantity: i64, again: bool| json!({ "id": edit, "variant": variant, "quantity": quantity, "again": again });
    let added = shop.done(ADD_VARIANT, add(2, false)).await;
    let line = &added["calculatedLineItem"];
    assert_eq!((&line["title"], &line["sku"], &line["quantity"]), (&json!("Sokker"), &json!("Sokker"), &json!(2)));
    assert_eq!((&line["editableQuantity"], &line["editableQuantityBeforeChanges"]), (&json!(2), &json!(0)));
    assert_eq!(
        added["calculatedOrder"],
        json!({ "addedLineItems": { "nodes": [{ "title": "Sokker" }] }, "totalOutstandingSet": kr("125.0") })
    );
    assert_eq!(shop.refused(ADD_VARIANT, add(1, false)).await, "The variant already exists on the order.");
    assert_eq!(shop.refused(ADD_VARIANT, add(0, true)).await, "must be greater than 0");
    // A line of the same edit is changed where it stands.
    shop.done(SET_QUANTITY, json!({ "id": edit, "line": line["id"], "quantity": 3 })).await;
    assert_eq!(shop.stock(&variant).await, 9);
    shop.done(COMMIT, json!({ "id": edit })).await;
    assert_eq!(shop.stock(&variant).await, 6);
    let after = shop.order(&order["id"], MONEY).await;
    assert_eq!((&after["currentTotalPriceSet"], &after["totalPriceSet"]), (&kr("487.5"), &kr("487.5")));
    assert_eq!(
        (&after["originalTotalPriceSet"], &after["displayFinancialStatus"]),
        (&kr("300.0"), &json!("PARTIALLY_PAID"))
    );
    let nodes = waiting(&shop, &order).await;
    assert_eq!(nodes[1]["lineItems"]["nodes"][0]["remainingQuantity"], 3);
}

#[tokio::test]
async fn more_pieces_of_a_line_cost_more_and_wait_too() {
    let shop = Shop::new();
    let order = order(&shop).await;
    let (edit, line) = begin(&shop, &order).await;
    shop.done(SET_QUANTITY, json!({ "id": edit, "line": line, "quantity": 5 })).await;
    shop.done(SET_QUANTITY, json!({ "id": edit, "line": line, "quantity": 3 })).await;
    shop.done(COMMIT, json!({ "id": edit })).await;
    let after = shop.order(&order["id"], MONEY).await;
    assert_eq!((&after["currentTotalPriceSet"], &after["totalOutstandingSet"]), (&kr("425.0"), &kr("125.0")));
    let lines = shop.order(&order["id"], "lineItems(first: 1) { nodes { quantity unfulfilledQuantity } }").await;
    assert_eq!(lines["lineItems"]["nodes"][0], json!({ "quantity": 3, "unfulfilledQuantity": 3 }));
}

#[tokio::test]
async fn what_was_sent_is_not_taken_away() {
    let shop = Shop::new();
    let order = order(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let (late, line) = begin(&shop, &order).await;
    shop.done(SET_QUANTITY, json!({ "id": late, "line": line, "quantity": 0 })).await;
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert_eq!(shop.refused(COMMIT, json!({ "id": late })).await, "The order cannot be edited.");
    let (edit, line) = begin(&shop, &order).await;
    let refused = shop.refused(SET_QUANTITY, json!({ "id": edit, "line": line, "quantity": 1 })).await;
    assert_eq!(refused, "The quantity cannot be less than the fulfilled quantity.");
}

#[tokio::test]
async fn a_discount_of_a_person_lowers_price_and_tax_and_can_be_taken_away_again() {
    let shop = Shop::new();
    let order = order(&shop).await;
    let (edit, line) = begin(&shop, &order).await;
    let discount = json!({ "description": "Venn", "percentValue": 10 });
    let added = shop.done(DISCOUNT, json!({ "id": edit, "line": line, "discount": discount })).await;
    assert_eq!(added["addedDiscountStagedChange"]["description"], "Venn");
    assert_eq!(added["addedDiscountStagedChange"]["value"], json!({ "percentage": 10.0 }));
    let calculated = &added["calculatedLineItem"];
    assert_eq!(
        (&calculated["hasStagedLineItemDiscount"], &calculated["discountedUnitPriceSet"]),
        (&json!(true), &kr("90.0"))
    );
    let allocation = &calculated["calculatedDiscountAllocations"][0];
    assert_eq!(allocation["allocatedAmountSet"], kr("20.0"));
    let id = allocation["discountApplication"]["id"].clone();
    let each = json!({ "id": edit, "line": line, "discount": { "fixedValue": nok("5") } });
    shop.done(DISCOUNT, each).await;
    let removed = shop.done(REMOVE_DISCOUNT, json!({ "id": edit, "discount": id })).await;
    // 2 pieces less 5 each, a quarter on top, and the shipping of 50.
    assert_eq!(removed["calculatedOrder"]["totalPriceSet"], kr("287.5"));
    let again = shop.one(REMOVE_DISCOUNT, json!({ "id": edit, "discount": id })).await;
    assert_eq!(again["userErrors"][0]["code"], "INVALID");
    shop.done(COMMIT, json!({ "id": edit })).await;
    let selection = "currentTotalPriceSet { shopMoney { amount } } currentTotalDiscountsSet { shopMoney { amount } } currentTotalTaxSet { shopMoney { amount } }
      lineItems(first: 1) { nodes { discountAllocations { allocatedAmountSet { shopMoney { amount } } discountApplication { __typename targetSelection } } } }";
    assert_eq!(
        shop.order(&order["id"], selection).await,
        json!({
            "currentTotalPriceSet": kr("287.5"),
            "currentTotalDiscountsSet": kr("10.0"),
            "currentTotalTaxSet": kr("57.5"),
            "lineItems": { "nodes": [{ "discountAllocations": [{
                "allocatedAmountSet": kr("10.0"),
                "discountApplication": { "__typename": "ManualDiscountApplication", "targetSelection": "EXPLICIT" },
            }] }] },
        })
    );
}

#[tokio::test]
async fn shipping_lines_are_added_changed_and_removed() {
    let shop = Shop::new();
    let order = order(&shop).await;
    let begun = shop.done(BEGIN, json!({ "id": order["id"] })).await;
    let edit = begun["calculatedOrder"]["id"].clone();
    let old = begun["calculatedOrder"]["shippingLines"][0]["id"].clone();
    let express = json!({ "title": "Ekspress", "price": nok("80") });
    let added = shop.done(ADD_SHIPPING, json!({ "id": edit, "line": express })).await["calculatedShippingLine"].clone();
    assert_eq!((&added["stagedStatus"], &added["price"]), (&json!("ADDED"), &kr("80.0")));
    let update = |line: &Value| json!({ "id": edit, "shipping": line, "line": { "price": nok("60") } });
    let updated = shop.done(UPDATE_SHIPPING, update(&added["id"])).await;
    assert_eq!(
        updated["calculatedOrder"]["shippingLines"][1],
        json!({ "title": "Ekspress", "stagedStatus": "ADDED", "price": kr("60.0") })
    );
    assert_eq!(shop.one(UPDATE_SHIPPING, update(&old)).await["userErrors"][0]["code"], "INVALID");
    let removed = shop.done(REMOVE_SHIPPING, json!({ "id": edit, "shipping": old })).await;
    assert_eq!(
        removed["calculatedOrder"],
        json!({ "shippingLines": [{ "stagedStatus": "REMOVED" }, { "stagedStatus": "ADDED" }], "totalPriceSet": kr("325.0") })
    );
    shop.done(COMMIT, json!({ "id": edit })).await;
    let selection = "shippingLine { title } currentShippingPriceSet { shopMoney { amount } }
      shippingLines(first: 5) { nodes { title } }
      all: shippingLines(first: 5, includeRemovals: true) { nodes { title isRemoved } }";
    assert_eq!(
        shop.order(&order["id"], selection).await,
        json!({
            "shippingLine": { "title": "Ekspress" },
            "currentShippingPriceSet": kr("60.0"),
            "shippingLines": { "nodes": [{ "title": "Ekspress" }] },
            "all": { "nodes": [{ "title": "Hjem", "isRemoved": true }, { "title": "Ekspress", "isRemoved": false }] },
        })
    );
}

#[tokio::test]
async fn what_cannot_be_edited_is_refused_in_shopifys_words() {
    let shop = Shop::new();
    let order = order(&shop).await;
    assert_eq!(shop.refused(BEGIN, json!({ "id": "gid://shopify/Order/1" })).await, "The order does not exist.");
    let (edit, line) = begin(&shop, &order).await;
    let missing = "gid://shopify/CalculatedOrder/1";
    assert_eq!(shop.refused(COMMIT, json!({ "id": missing })).await, "The calculated order does not exist.");
    assert_eq!(shop.refused(COMMIT, json!({ "id": edit })).await, "There are no changes to commit.");
    let other = json!({ "id": edit, "line": "gid://shopify/CalculatedLineItem/1", "quantity": 1 });
    assert_eq!(shop.refused(SET_QUANTITY, other).await, "The line item does not exist on the order.");
    let variant = json!({ "id": edit, "variant": "gid://shopify/ProductVariant/1", "quantity": 1 });
    assert_eq!(shop.refused(ADD_VARIANT, variant).await, "The variant does not exist in the shop.");
    let item = |currency: &str, quantity: i64| {
        let price = json!({ "amount": "1", "currencyCode": currency });
        json!({ "id": edit, "title": "Gave", "price": price, "quantity": quantity })
    };
    assert_eq!(shop.refused(ADD_CUSTOM, item("CAD", 1)).await, "The price must be in NOK.");
    assert_eq!(shop.refused(ADD_CUSTOM, item("NOK", 0)).await, "must be greater than 0");
    let zero = json!({ "id": edit, "line": line, "discount": { "fixedValue": nok("0") } });
    assert_eq!(shop.refused(DISCOUNT, zero).await, "must be greater than 0");
}

#[tokio::test]
async fn the_session_and_the_calculated_order_name_the_same_edit() {
    let shop = Shop::new();
    let order = order(&shop).await;
    let session = shop.done(BEGIN, json!({ "id": order["id"] })).await["orderEditSession"]["id"].clone();
    shop.done(ADD_CUSTOM, json!({ "id": session, "title": "Gave", "price": nok("8"), "quantity": 1 })).await;
    shop.done(COMMIT, json!({ "id": session })).await;
    assert_eq!(shop.order(&order["id"], MONEY).await["currentTotalPriceSet"], kr("310.0"));
}
