use rstest::rstest;
use serde_json::{Value, json};

use crate::fulfilment::{SEND, all_of, waiting};
use crate::order_edits::{BEGIN, DISCOUNT};
use crate::payments::{CAPTURE, PAY};
use crate::refunds::REFUND;
use crate::returns::{PROCESS, RETURN};
use crate::shop::{Shop, payment};

/// In the shop's currency and, at 11.5 for one, in the buyer's.
fn money(nok: &str, eur: &str) -> Value {
    json!({
        "shopMoney": { "amount": nok, "currencyCode": "NOK" },
        "presentmentMoney": { "amount": eur, "currencyCode": "EUR" },
    })
}

/// One cap of 10 euros, with a payment of this kind: the order, and the payment.
async fn order(shop: &Shop, kind: &str) -> (Value, Value) {
    let paid = json!({ "amountSet": money("115", "10"), "kind": kind, "gateway": "vipps" });
    let cap = json!({ "title": "Lue", "quantity": 1, "priceSet": money("115", "10") });
    let order = shop.create_order(json!({ "lineItems": [cap], "transactions": [paid] })).await;
    let parts = shop.order(&order["id"], "transactions(first: 1) { id }").await;
    (order, parts["transactions"][0]["id"].clone())
}

#[rstest]
#[case(Some("NOK"), "1", "Currency must be EUR")]
#[case(None, "1", "Currency must be EUR")]
#[case(Some("EUR"), "0.004", "Amount must be greater than zero")]
#[tokio::test]
async fn a_capture_is_of_some_coins_of_the_buyers_currency(
    #[case] currency: Option<&str>,
    #[case] amount: &str,
    #[case] message: &str,
) {
    let shop = Shop::new();
    let (order, parent) = order(&shop, "AUTHORIZATION").await;
    let capture = |currency: Option<&str>, amount: &str| {
        let input = json!({ "id": order["id"], "parentTransactionId": parent, "amount": amount, "currency": currency });
        json!({ "input": input })
    };
    assert_eq!(shop.refused(CAPTURE, capture(currency, amount)).await, message);
    shop.done(CAPTURE, capture(Some("EUR"), "1")).await;
}

#[rstest]
#[case(Some("NOK"), "1", "Currency must be EUR")]
#[case(None, "1", "Currency must be EUR")]
#[case(Some("EUR"), "0.004", "Amount must be greater than zero")]
#[tokio::test]
async fn a_refund_is_of_some_coins_of_the_buyers_currency(
    #[case] currency: Option<&str>,
    #[case] amount: &str,
    #[case] message: &str,
) {
    let shop = Shop::new();
    let (order, parent) = order(&shop, "SALE").await;
    let refund = |currency: Option<&str>, amount: &str| {
        let back = json!({ "orderId": order["id"], "parentId": parent, "kind": "REFUND", "gateway": "vipps", "amount": amount });
        json!({ "input": { "orderId": order["id"], "currency": currency, "transactions": [back] }, "key": amount })
    };
    assert_eq!(shop.refused(REFUND, refund(currency, amount)).await, message);
    shop.done(REFUND, refund(Some("EUR"), "2")).await;
}

#[tokio::test]
async fn a_manual_payment_is_of_some_coins() {
    let shop = Shop::new();
    let cap = json!({ "title": "Lue", "quantity": 1, "priceSet": money("115", "10") });
    let order = shop.create_order(json!({ "lineItems": [cap] })).await;
    let none = json!({ "id": order["id"], "amount": { "amount": "0.004", "currencyCode": "EUR" } });
    assert_eq!(shop.one(PAY, none).await["userErrors"][0]["code"], "AMOUNT_NOT_POSITIVE");
}

#[tokio::test]
async fn a_discount_of_an_edit_is_of_some_coins() {
    let shop = Shop::new();
    let (order, _) = order(&shop, "SALE").await;
    let begun = shop.done(BEGIN, json!({ "id": order["id"] })).await["calculatedOrder"].clone();
    let none = json!({ "fixedValue": { "amount": "0.004", "currencyCode": "EUR" } });
    let line = &begun["lineItems"]["nodes"][0]["id"];
    let refused = shop.refused(DISCOUNT, json!({ "id": begun["id"], "line": line, "discount": none })).await;
    assert_eq!(refused, "must be greater than 0");
}

/// Three caps of 100 that were paid with 500 and sent, and one of them comes back: the order, its payment, the return.
async fn overpaid(shop: &Shop) -> (Value, Value, Value) {
    let variant = shop.product("Lue", "100", 5).await;
    let lines = json!([{ "variantId": variant, "quantity": 3 }]);
    let order = shop.create_order(json!({ "lineItems": lines, "transactions": [payment("500", "SALE")] })).await;
    let first = waiting(shop, &order).await.remove(0);
    let parcel = shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await["fulfillment"].clone();
    let sent = &parcel["fulfillmentLineItems"]["nodes"][0]["id"];
    let lines = json!([{ "fulfillmentLineItemId": sent, "quantity": 1, "returnReason": "OTHER" }]);
    let back = json!({ "input": { "orderId": order["id"], "returnLineItems": lines } });
    let back = shop.done(RETURN, back).await["return"].clone();
    let parts = shop.order(&order["id"], "transactions(first: 1) { id }").await;
    (order, parts["transactions"][0]["id"].clone(), back)
}

fn process(back: &Value, parent: &Value, currency: &str) -> Value {
    let paid = json!([{ "parentId": parent, "transactionAmount": { "amount": "100", "currencyCode": currency } }]);
    let lines = json!([{ "id": back["returnLineItems"]["nodes"][0]["id"], "quantity": 1 }]);
    let transfer = json!({ "issueRefund": { "orderTransactions": paid } });
    json!({ "input": { "returnId": back["id"], "returnLineItems": lines, "financialTransfer": transfer } })
}

#[tokio::test]
async fn a_return_gives_back_what_it_is_worth_and_not_what_was_paid_too_much_before() {
    let shop = Shop::new();
    let (order, parent, back) = overpaid(&shop).await;
    let processed = shop.done(PROCESS, process(&back, &parent, "NOK")).await["return"].clone();
    assert_eq!(processed["refunds"]["nodes"][0]["orderAdjustments"]["nodes"], json!([]));
    let after = shop.order(&order["id"], "currentTotalPriceSet { shopMoney { amount } }").await;
    assert_eq!(after["currentTotalPriceSet"]["shopMoney"]["amount"], "200.0");
}

#[tokio::test]
async fn a_return_pays_back_in_the_buyers_currency() {
    let shop = Shop::new();
    let (_, parent, back) = overpaid(&shop).await;
    let refused = shop.one(PROCESS, process(&back, &parent, "EUR")).await;
    let field = ["input", "financialTransfer", "issueRefund", "orderTransactions", "0", "transactionAmount"];
    let error = json!({ "field": field, "message": "Currency must be NOK", "code": "INVALID" });
    assert_eq!(refused["userErrors"], json!([error]));
}
