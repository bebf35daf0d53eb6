//! Shopify Payments: what orders bring to the account.

use axum::http::StatusCode;
use devstore::PaymentsSettings;
use rstest::rstest;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::payouts::{adds_up, payouts};
use crate::refunds::REFUND;
use crate::shop::{Shop, kroner, line};

const TRANSACTION: &str =
    "id type test amount { amount currencyCode } fee { amount } net { amount } sourceId sourceType
  sourceOrderTransactionId transactionDate associatedOrder { id name } associatedPayout { id status } adjustmentReason
  adjustmentsOrders { name net { amount } }";

/// An order of a line that costs `amount`, paid by Shopify Payments.
pub async fn sold(shop: &Shop, amount: &str) -> Value {
    let payment = json!({ "amountSet": kroner(amount), "kind": "SALE", "gateway": "shopify_payments" });
    shop.create_order(json!({ "lineItems": [line("A", 1, amount)], "transactions": [payment] })).await
}

/// Pays `amount` of an order back.
async fn paid_back(shop: &Shop, order: &Value, amount: &str) {
    let payments = shop.order(&order["id"], "transactions(first: 5) { id }").await;
    let transaction = json!({ "orderId": order["id"], "parentId": payments["transactions"][0]["id"], "kind": "REFUND",
        "gateway": "shopify_payments", "amount": amount });
    let variables = json!({ "input": { "orderId": order["id"], "transactions": [transaction] }, "key": amount });
    shop.done(REFUND, variables).await;
}

/// What has moved on the account, by id.
pub async fn moved(shop: &Shop) -> Vec<Value> {
    let query = format!(
        "{{ shopifyPaymentsAccount {{ balanceTransactions(first: 250, sortKey: ID) {{ nodes {{ {TRANSACTION} }} }} }} }}"
    );
    nodes(&shop.data(&query).await["shopifyPaymentsAccount"]["balanceTransactions"])
}

pub fn nodes(connection: &Value) -> Vec<Value> {
    connection["nodes"].as_array().unwrap().clone()
}

pub fn amount(money: &Value) -> Decimal {
    money["amount"].as_str().unwrap().parse().unwrap()
}

/// A type with amount, fee and net.
pub fn figures(transaction: &Value) -> [String; 4] {
    let money = |field: &str| amount(&transaction[field]).normalize().to_string();
    [transaction["type"].as_str().unwrap().to_owned(), money("amount"), money("fee"), money("net")]
}

pub fn figure(kind: &str, amount: &str, fee: &str, net: &str) -> [String; 4] {
    [kind, amount, fee, net].map(str::to_owned)
}

#[tokio::test]
async fn a_sale_is_booked_with_its_fee_and_has_no_payout_at_first() {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    let moved = moved(&shop).await;
    assert_eq!(moved.len(), 1);
    assert_eq!(figures(&moved[0]), figure("CHARGE", "100", "3.2", "96.8"));
    assert_eq!(moved[0]["associatedPayout"], json!({ "id": null, "status": "PENDING" }));
    assert_eq!(moved[0]["associatedOrder"], json!({ "id": order["id"], "name": "#1001" }));
    assert_eq!((&moved[0]["test"], &moved[0]["sourceType"]), (&json!(false), &json!("CHARGE")));
    let paid = shop.order(&order["id"], "transactions(first: 1) { id }").await;
    let payment = moved[0]["sourceOrderTransactionId"].as_str().unwrap();
    assert_eq!(paid["transactions"][0]["id"], format!("gid://shopify/OrderTransaction/{payment}"));
    let account = shop.data(
        "{ shopifyPaymentsAccount { id activated country defaultCurrency
        balance { amount currencyCode } payoutSchedule { interval weeklyAnchor monthlyAnchor } } }",
    );
    let account = account.await["shopifyPaymentsAccount"].clone();
    assert_eq!(account["balance"], json!([{ "amount": "96.8", "currencyCode": "NOK" }]));
    assert_eq!(account["payoutSchedule"], json!({ "interval": "DAILY", "weeklyAnchor": null, "monthlyAnchor": null }));
    let node = shop.one("query($id: ID!) { node(id: $id) { id } }", json!({ "id": account["id"] })).await;
    assert_eq!(node["id"], account["id"]);
}

#[tokio::test]
async fn what_others_collect_comes_to_no_account() {
    let shop = Shop::new();
    for (gateway, kind, status) in [
        ("vipps", "SALE", "SUCCESS"),
        ("shopify_payments", "AUTHORIZATION", "SUCCESS"),
        ("shopify_payments", "SALE", "FAILURE"),
    ] {
        let payment = json!({ "amountSet": kroner("10"), "kind": kind, "status": status, "gateway": gateway });
        shop.create_order(json!({ "lineItems": [line("A", 1, "10")], "transactions": [payment] })).await;
    }
    assert_eq!(moved(&shop).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_refund_leaves_the_fee_with_shopify_unless_it_gives_it_back() {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    paid_back(&shop, &order, "40").await;
    let settings = PaymentsSettings { returns_fees: Some(true), ..PaymentsSettings::default() };
    shop.handle().set_payments(&settings).unwrap();
    let other = sold(&shop, "100").await;
    for part in ["33.33", "33.34", "33.33"] {
        shop.pass(1);
        let payments = shop.order(&other["id"], "transactions(first: 5) { id }").await;
        let transaction = json!({ "orderId": other["id"], "parentId": payments["transactions"][0]["id"],
            "kind": "REFUND", "gateway": "shopify_payments", "amount": part });
        let key = format!("{part} {}", shop.handle().journal().len());
        let input = json!({ "orderId": other["id"], "transactions": [transaction] });
        shop.done(REFUND, json!({ "input": input, "key": key })).await;
    }
    let moved = moved(&shop).await;
    assert_eq!(
        moved.iter().map(figures).collect::<Vec<_>>(),
        [
            figure("CHARGE", "100", "3.2", "96.8"),
            figure("REFUND", "-40", "0", "-40"),
            figure("CHARGE", "100", "3.2", "96.8"),
            figure("REFUND", "-33.33", "-1.07", "-32.26"),
            figure("REFUND", "-33.34", "-1.06", "-32.28"),
            figure("REFUND", "-33.33", "-1.07", "-32.26"),
        ]
    );
    shop.handle().pay_out(None).unwrap();
    let made = payouts(&shop).await;
    assert_eq!(amount(&made[0]["summary"]["refundsFeeGross"]), Decimal::from(-140));
    assert_eq!(amount(&made[0]["summary"]["refundsFee"]), Decimal::new(-320, 2));
    adds_up(&shop).await;
}

#[tokio::test]
async fn a_payment_that_is_pending_and_then_arrives_is_booked_once() {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    paid_back(&shop, &order, "100").await;
    for pending in [true, false] {
        let change = json!({ "order": order["id"], "pendingRefunds": pending });
        let answer = shop.post("/_devstore/orders/special", None, &change.to_string()).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    let types: Vec<Value> = moved(&shop).await.into_iter().map(|one| one["type"].clone()).collect();
    assert_eq!(types, ["CHARGE", "REFUND"]);
}

#[tokio::test]
async fn an_account_in_another_currency_gets_the_devstores_own_rate() {
    let shop = Shop::new();
    let settings = PaymentsSettings {
        currency: Some("USD".to_owned()),
        country: Some("US".to_owned()),
        ..PaymentsSettings::default()
    };
    shop.handle().set_payments(&settings).unwrap();
    sold(&shop, "1000").await;
    let moved = moved(&shop).await;
    assert_eq!(figures(&moved[0]), figure("CHARGE", "100", "3.2", "96.8"));
    assert_eq!(moved[0]["amount"]["currencyCode"], "USD");
}

#[tokio::test]
async fn a_store_without_shopify_payments_has_no_account() {
    let shop = Shop::new();
    let settings = PaymentsSettings { active: Some(false), ..PaymentsSettings::default() };
    shop.handle().set_payments(&settings).unwrap();
    sold(&shop, "10").await;
    assert_eq!(shop.data("{ shopifyPaymentsAccount { id } }").await, json!({ "shopifyPaymentsAccount": null }));
    let error = shop.handle().pay_out(None).unwrap_err().to_string();
    assert!(error.starts_with("devstore.myshopify.com does without Shopify Payments: switch it on"), "{error}");
    let account = shop.get("/_devstore/payments").await.json();
    assert_eq!((&account["active"], &account["waiting"]), (&json!(false), &json!(0)));
}

#[tokio::test]
async fn what_moves_while_a_store_does_without_shopify_payments_is_never_booked() {
    let shop = Shop::new();
    let active = |active| PaymentsSettings { active: Some(active), ..PaymentsSettings::default() };
    shop.handle().set_payments(&active(false)).unwrap();
    let order = sold(&shop, "100").await;
    shop.handle().set_payments(&active(true)).unwrap();
    let change = json!({ "order": order["id"], "channel": "Butikk" });
    let answer = shop.post("/_devstore/orders/special", None, &change.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK);
    sold(&shop, "50").await;
    let moved = moved(&shop).await;
    assert_eq!(moved.iter().map(figures).collect::<Vec<_>>(), [figure("CHARGE", "50", "1.75", "48.25")]);
}

#[rstest]
#[case("/_devstore/payments", json!({ "feePercent": 101 }), "feePercent is 101: a fee is between 0 and 100 percent")]
#[case("/_devstore/payments", json!({ "feeFixed": -1 }), "feeFixed is -1: a fee is not below 0")]
#[case("/_devstore/payments", json!({ "delayDays": 400 }), "delayDays is 400: give at most 366 days")]
#[case("/_devstore/payments", json!({ "currency": "KR" }), "there is no 'KR': the values are those of CurrencyCode")]
#[case("/_devstore/payments", json!({ "interval": "NEVER" }), "there is no interval 'NEVER': there are DAILY, MANUAL, MONTHLY and WEEKLY")]
#[case("/_devstore/payments", json!({ "weeklyAnchor": "X" }), "there is no day 'X': write it as MONDAY")]
#[case("/_devstore/payments", json!({ "monthlyAnchor": 32 }), "monthlyAnchor is 32: a day of a month is from 1 to 31")]
#[case("/_devstore/payments/adjust", json!({ "delayDays": 4_000_000_000_u32 }), "delayDays is 4000000000: give at most 366 days")]
#[case("/_devstore/payments/adjust", json!({ "type": "X" }), "there is no 'X': the values are those of ShopifyPaymentsTransactionType")]
#[case("/_devstore/payments/adjust", json!({ "type": "TRANSFER" }), "a transfer is made with its payout, by POST /_devstore/payouts")]
#[case("/_devstore/payments/adjust", json!({ "order": "gid://shopify/Order/1" }), "there is no Order 'gid://shopify/Order/1': give its global id, as gid://shopify/Order/1234567890")]
#[case("/_devstore/payouts/change", json!({ "payout": "1", "status": "PAID" }), "there is no ShopifyPaymentsPayout '1': give its global id, as gid://shopify/ShopifyPaymentsPayout/1234567890")]
#[case("/_devstore/payouts/change", json!({ "payout": "gid://shopify/ShopifyPaymentsPayout/1", "status": "LATE" }), "no payout becomes 'LATE': it becomes CANCELED, FAILED, IN_TRANSIT or PAID")]
#[tokio::test]
async fn what_the_account_can_not_be_is_told(#[case] path: &str, #[case] body: Value, #[case] told: &str) {
    let shop = Shop::new();
    let answer = shop.post(path, None, &body.to_string()).await;
    assert_eq!((answer.status, answer.json()["error"].as_str().unwrap()), (StatusCode::BAD_REQUEST, told));
}
