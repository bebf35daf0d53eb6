use serde_json::{Value, json};

use crate::fulfilment::{SEND, all_of, waiting};
use crate::shop::{LOCATION, Shop, kroner, line, payment};

pub const REFUND: &str = "mutation($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund {
      id note totalRefundedSet { shopMoney { amount } }
      refundLineItems(first: 5) {
        nodes {
          quantity restockType restocked location { id }
          subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } priceSet { shopMoney { amount } }
        }
      }
      refundShippingLines(first: 5) { nodes { subtotalAmountSet { shopMoney { amount } } taxAmountSet { shopMoney { amount } } } }
      orderAdjustments(first: 5) { nodes { reason amountSet { shopMoney { amount } } } }
      transactions(first: 5) { nodes { kind status amountSet { shopMoney { amount } } parentTransaction { kind } } }
    }
    order { id }
    userErrors { field message }
  }
}";

const SUGGESTED: &str = "query($id: ID!, $lines: [RefundLineItemInput!], $all: Boolean, $shipping: Money) {
  order(id: $id) {
    suggestedRefund(refundLineItems: $lines, suggestFullRefund: $all, shippingAmount: $shipping) {
      amountSet { shopMoney { amount } }
      subtotalSet { shopMoney { amount } }
      totalTaxSet { shopMoney { amount } }
      maximumRefundableSet { shopMoney { amount } }
      shipping { amountSet { shopMoney { amount } } taxSet { shopMoney { amount } } maximumRefundableSet { shopMoney { amount } } }
      refundLineItems { id quantity }
      suggestedTransactions { kind gateway amountSet { shopMoney { amount } } parentTransaction { id } }
    }
  }
}";

const MONEY: &str = "displayFinancialStatus
  totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } }
  currentTotalTaxSet { shopMoney { amount } } totalRefundedSet { shopMoney { amount } }
  totalOutstandingSet { shopMoney { amount } } netPaymentSet { shopMoney { amount } }";

fn kr(amount: &str) -> Value {
    json!({ "shopMoney": { "amount": amount } })
}

/// 3 caps of 100, 79 for shipping, a quarter of tax in the prices, paid.
async fn paid(shop: &Shop) -> Value {
    let taxes = json!([{ "title": "MVA", "rate": 0.25 }]);
    let mut caps = line("Lue", 3, "100");
    caps["taxLines"] = taxes.clone();
    shop.create_order(json!({
        "taxesIncluded": true,
        "lineItems": [caps],
        "shippingLines": [{ "title": "Hjem", "priceSet": kroner("79"), "taxLines": taxes }],
        "transactions": [payment("379", "SALE")],
    }))
    .await
}

async fn parts(shop: &Shop, order: &Value) -> (Value, Value) {
    let parts = shop.order(&order["id"], "lineItems(first: 5) { nodes { id } } transactions(first: 5) { id }").await;
    (parts["lineItems"]["nodes"][0]["id"].clone(), parts["transactions"][0]["id"].clone())
}

fn back(order: &Value, parent: &Value, amount: &str) -> Value {
    json!([{ "orderId": order["id"], "parentId": parent, "kind": "REFUND", "gateway": "vipps", "amount": amount }])
}

#[tokio::test]
async fn a_refund_without_a_key_is_not_run() {
    let shop = Shop::new();
    let order = paid(&shop).await;
    let plain =
        "mutation($input: RefundInput!) { refundCreate(input: $input) { refund { id } userErrors { message } } }";
    let answer = shop.ask_with(plain, json!({ "input": { "orderId": order["id"], "note": "x" } })).await;
    let error = &answer["errors"][0];
    assert_eq!(error["message"], "The @idempotent directive is required for this mutation but was not provided.");
    assert_eq!(error["extensions"]["code"], "BAD_REQUEST");
    assert_eq!(answer["data"], json!({ "refundCreate": null }));
    assert_eq!(answer["extensions"]["cost"]["requestedQueryCost"], 20);
    assert_eq!(shop.order(&order["id"], "refunds { id }").await["refunds"], json!([]));
}

#[tokio::test]
async fn a_refund_is_made_once_under_its_key_and_another_one_is_refused_under_it() {
    let shop = Shop::new();
    let order = paid(&shop).await;
    let (_, payment) = parts(&shop, &order).await;
    let refund = |amount: &str| json!({ "input": { "orderId": order["id"], "transactions": back(&order, &payment, amount) }, "key": "1" });
    let made = shop.done(REFUND, refund("30")).await;
    assert_eq!(shop.done(REFUND, refund("30")).await, made);
    let mismatch = shop.one(REFUND, refund("40")).await;
    let message = "The idempotency key was already used with different parameters.";
    assert_eq!(
        mismatch,
        json!({ "refund": null, "order": null, "userErrors": [{ "field": null, "message": message }] })
    );
    let after = shop.order(&order["id"], "refunds { id } totalRefundedSet { shopMoney { amount } }").await;
    assert_eq!(after, json!({ "refunds": [{ "id": made["refund"]["id"] }], "totalRefundedSet": kr("30.0") }));
}

#[tokio::test]
async fn a_suggestion_says_what_pieces_and_shipping_come_to_and_changes_nothing() {
    let shop = Shop::new();
    let order = paid(&shop).await;
    let (line, payment) = parts(&shop, &order).await;
    let variables = json!({ "id": order["id"], "lines": [{ "lineItemId": line, "quantity": 2 }], "shipping": "40" });
    let suggested = shop.one(SUGGESTED, variables).await["suggestedRefund"].clone();
    assert_eq!(
        suggested,
        json!({
            "amountSet": kr("240.0"),
            "subtotalSet": kr("200.0"),
            "totalTaxSet": kr("48.0"),
            "maximumRefundableSet": kr("379.0"),
            "shipping": { "amountSet": kr("40.0"), "taxSet": kr("8.0"), "maximumRefundableSet": kr("79.0") },
            "refundLineItems": [{ "id": null, "quantity": 2 }],
            "suggestedTransactions": [
                { "kind": "SUGGESTED_REFUND", "gateway": "vipps", "amountSet": kr("240.0"), "parentTransaction": { "id": payment } },
            ],
        })
    );
    let all = shop.one(SUGGESTED, json!({ "id": order["id"], "all": true })).await["suggestedRefund"].clone();
    assert_eq!(all["amountSet"], kr("379.0"));
    assert_eq!(shop.order(&order["id"], MONEY).await["currentTotalPriceSet"], kr("379.0"));
}

#[tokio::test]
async fn a_refund_takes_its_pieces_and_its_money_out_to_the_cent() {
    let shop = Shop::new();
    let order = paid(&shop).await;
    let (line, payment) = parts(&shop, &order).await;
    shop.pass(60);
    let input = json!({
        "orderId": order["id"],
        "note": "Hull",
        "refundLineItems": [{ "lineItemId": line, "quantity": 1, "restockType": "CANCEL", "locationId": LOCATION }],
        "shipping": { "fullRefund": true },
        "transactions": back(&order, &payment, "179"),
    });
    let refund = shop.done(REFUND, json!({ "input": input, "key": "1" })).await["refund"].clone();
    assert_eq!((&refund["note"], &refund["totalRefundedSet"]), (&json!("Hull"), &kr("179.0")));
    assert_eq!(
        refund["refundLineItems"]["nodes"],
        json!([{
            "quantity": 1,
            "restockType": "CANCEL",
            "restocked": false,
            "location": { "id": LOCATION },
            "subtotalSet": kr("100.0"),
            "totalTaxSet": kr("20.0"),
            "priceSet": kr("100.0"),
        }])
    );
    assert_eq!(
        refund["refundShippingLines"]["nodes"],
        json!([{ "subtotalAmountSet": kr("79.0"), "taxAmountSet": kr("15.8") }])
    );
    assert_eq!(refund["orderAdjustments"]["nodes"], json!([]));
    assert_eq!(refund["transactions"]["nodes"][0]["parentTransaction"]["kind"], "SALE");
    assert_eq!(
        shop.order(&order["id"], MONEY).await,
        json!({
            "displayFinancialStatus": "PARTIALLY_REFUNDED",
            "totalPriceSet": kr("379.0"),
            "currentTotalPriceSet": kr("200.0"),
            "currentTotalTaxSet": kr("40.0"),
            "totalRefundedSet": kr("179.0"),
            "totalOutstandingSet": kr("0.0"),
            "netPaymentSet": kr("200.0"),
        })
    );
    let selection =
        "updatedAt lineItems(first: 1) { nodes { quantity currentQuantity refundableQuantity unfulfilledQuantity } }";
    let after = shop.order(&order["id"], selection).await;
    assert_eq!(after["updatedAt"], "2026-11-02T08:31:00Z");
    assert_eq!(
        after["lineItems"]["nodes"][0],
        json!({ "quantity": 3, "currentQuantity": 2, "refundableQuantity": 2, "unfulfilledQuantity": 2 })
    );
}

#[tokio::test]
async fn refunds_piece_by_piece_add_up_to_the_line() {
    let shop = Shop::new();
    let order = shop
        .create_order(json!({
            "taxesIncluded": true,
            "lineItems": [{ "title": "A", "quantity": 3, "priceSet": kroner("33.33"), "taxLines": [{ "title": "MVA", "rate": 0.25 }] }],
            "discountCode": { "itemFixedDiscountCode": { "code": "TI", "amountSet": kroner("10") } },
            "transactions": [payment("89.99", "SALE")],
        }))
        .await;
    let (line, payment) = parts(&shop, &order).await;
    for (key, amount, tax) in [("1", "30.0", "6.0"), ("2", "30.0", "6.0"), ("3", "29.99", "6.0")] {
        let input = json!({
            "orderId": order["id"],
            "refundLineItems": [{ "lineItemId": line, "quantity": 1 }],
            "transactions": back(&order, &payment, amount),
        });
        let refund = shop.done(REFUND, json!({ "input": input, "key": key })).await["refund"].clone();
        let line = &refund["refundLineItems"]["nodes"][0];
        assert_eq!((&line["subtotalSet"], &line["totalTaxSet"]), (&kr(amount), &kr(tax)), "{key}");
        assert_eq!(refund["orderAdjustments"]["nodes"], json!([]), "{key}");
    }
    let after = shop.order(&order["id"], MONEY).await;
    assert_eq!((&after["currentTotalPriceSet"], &after["currentTotalTaxSet"]), (&kr("0.0"), &kr("0.0")));
    assert_eq!(after["displayFinancialStatus"], "REFUNDED");
}

#[tokio::test]
async fn more_or_less_money_than_the_pieces_are_worth_is_an_adjustment() {
    let shop = Shop::new();
    let order = paid(&shop).await;
    let (line, payment) = parts(&shop, &order).await;
    let goodwill =
        json!({ "orderId": order["id"], "transactions": back(&order, &payment, "30"), "discrepancyReason": "DAMAGE" });
    let refund = shop.done(REFUND, json!({ "input": goodwill, "key": "1" })).await["refund"].clone();
    assert_eq!(refund["orderAdjustments"]["nodes"], json!([{ "reason": "DAMAGE", "amountSet": kr("-30.0") }]));
    assert_eq!(shop.order(&order["id"], MONEY).await["currentTotalPriceSet"], kr("349.0"));
    let nothing = json!({ "orderId": order["id"], "refundLineItems": [{ "lineItemId": line, "quantity": 1 }] });
    let refund = shop.done(REFUND, json!({ "input": nothing, "key": "2" })).await["refund"].clone();
    assert_eq!(refund["totalRefundedSet"], kr("0.0"));
    assert_eq!(
        refund["orderAdjustments"]["nodes"],
        json!([{ "reason": "REFUND_DISCREPANCY", "amountSet": kr("100.0") }])
    );
    let after = shop.order(&order["id"], MONEY).await;
    assert_eq!((&after["netPaymentSet"], &after["totalOutstandingSet"]), (&kr("349.0"), &kr("0.0")));
}

#[tokio::test]
async fn pieces_of_an_unpaid_order_are_taken_out_without_money() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 2, "50")] })).await;
    let line =
        shop.order(&order["id"], "lineItems(first: 1) { nodes { id } }").await["lineItems"]["nodes"][0]["id"].clone();
    let input = json!({ "orderId": order["id"], "refundLineItems": [{ "lineItemId": line, "quantity": 1 }] });
    let refund = shop.done(REFUND, json!({ "input": input, "key": "1" })).await["refund"].clone();
    assert_eq!(refund["orderAdjustments"]["nodes"], json!([]));
    let after = shop.order(&order["id"], MONEY).await;
    assert_eq!((&after["totalOutstandingSet"], &after["displayFinancialStatus"]), (&kr("50.0"), &json!("PENDING")));
}

#[tokio::test]
async fn what_is_restocked_is_in_the_stock_again() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "100", 5).await;
    let order = shop
        .create_order(
            json!({ "lineItems": [{ "variantId": variant, "quantity": 3 }], "transactions": [payment("300", "SALE")] }),
        )
        .await;
    let (line, _) = parts(&shop, &order).await;
    let refund = |restock: &str, key: &str| {
        let lines = json!([{ "lineItemId": line, "quantity": 1, "restockType": restock, "locationId": LOCATION }]);
        json!({ "input": { "orderId": order["id"], "refundLineItems": lines }, "key": key })
    };
    assert_eq!(
        shop.refused(REFUND, refund("RETURN", "1")).await,
        "Refund line items quantity cannot return more items than were fulfilled"
    );
    shop.done(REFUND, refund("CANCEL", "2")).await;
    assert_eq!(shop.stock(&variant).await, 6);
    shop.done(REFUND, refund("NO_RESTOCK", "3")).await;
    assert_eq!(shop.stock(&variant).await, 6);
    let waiting = waiting(&shop, &order).await;
    assert_eq!(waiting[0]["lineItems"]["nodes"][0]["remainingQuantity"], 1);
    shop.done(SEND, json!({ "fulfillment": all_of(&waiting[0]) })).await;
    assert_eq!(
        shop.refused(REFUND, refund("CANCEL", "4")).await,
        "Refund line items quantity cannot cancel more items than are unfulfilled"
    );
    shop.done(REFUND, refund("RETURN", "5")).await;
    assert_eq!(shop.stock(&variant).await, 7);
}

#[tokio::test]
async fn a_refund_that_breaks_a_rule_changes_nothing() {
    let shop = Shop::new();
    let order = paid(&shop).await;
    let (line, payment) = parts(&shop, &order).await;
    let cases = [
        (
            json!({ "transactions": back(&order, &json!(null), "10") }),
            "Transactions require a parent_id associated with the order",
        ),
        (
            json!({ "transactions": back(&order, &payment, "379.01") }),
            "Refund amount cannot be more than the amount of the payment that is left",
        ),
        (json!({ "transactions": back(&order, &payment, "0") }), "Amount must be greater than zero"),
        (
            json!({ "refundLineItems": [{ "lineItemId": line, "quantity": 4 }] }),
            "Refund line items quantity cannot refund more items than were purchased",
        ),
        (
            json!({ "refundLineItems": [{ "lineItemId": line, "quantity": 1, "restockType": "CANCEL" }] }),
            "Refund line items location can't be blank when restocking",
        ),
        (json!({ "shipping": { "amount": "79.01" } }), "Shipping amount cannot be more than the refundable shipping"),
        (json!({}), "Refund must have at least one line item, shipping or transaction"),
    ];
    for (change, message) in cases {
        let mut input = json!({ "orderId": order["id"] });
        input.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        assert_eq!(shop.refused(REFUND, json!({ "input": input, "key": message })).await, message);
    }
    let missing = json!({ "input": { "orderId": "gid://shopify/Order/1" }, "key": "m" });
    assert_eq!(shop.refused(REFUND, missing).await, "Order does not exist");
    assert_eq!(shop.order(&order["id"], "refunds { id }").await["refunds"], json!([]));
}

#[tokio::test]
async fn taxes_of_the_whole_order_are_refunded_with_the_lines_that_bear_them() {
    let shop = Shop::new();
    let order = shop
        .create_order(json!({
            "lineItems": [line("A", 1, "100"), line("B", 1, "300")],
            "taxLines": [{ "title": "MVA", "rate": 0.25 }],
            "transactions": [payment("500", "SALE")],
        }))
        .await;
    let (line, payment) = parts(&shop, &order).await;
    let input = json!({
        "orderId": order["id"],
        "refundLineItems": [{ "lineItemId": line, "quantity": 1 }],
        "transactions": back(&order, &payment, "125"),
    });
    let refund = shop.done(REFUND, json!({ "input": input, "key": "1" })).await["refund"].clone();
    assert_eq!(refund["refundLineItems"]["nodes"][0]["totalTaxSet"], kr("25.0"));
    assert_eq!(refund["orderAdjustments"]["nodes"], json!([]));
    let after = shop.order(&order["id"], MONEY).await;
    assert_eq!((&after["currentTotalPriceSet"], &after["currentTotalTaxSet"]), (&kr("375.0"), &kr("75.0")));
}
