//! Shopify Payments: what orders bring to the account, and how it is paid out.

use axum::http::StatusCode;
use devstore::{Adjustment, PaymentsSettings, PayoutChange};
use rstest::rstest;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::refunds::REFUND;
use crate::shop::{Shop, kroner, line};

const TRANSACTION: &str =
    "id type test amount { amount currencyCode } fee { amount } net { amount } sourceId sourceType
  sourceOrderTransactionId transactionDate associatedOrder { id name } associatedPayout { id status } adjustmentReason
  adjustmentsOrders { name net { amount } }";

const SUMMARY: &str =
    "adjustmentsFee { amount } adjustmentsGross { amount } advanceFees { amount } advanceGross { amount }
  chargesFee { amount } chargesGross { amount } refundsFee { amount } refundsFeeGross { amount }
  reservedFundsFee { amount } reservedFundsGross { amount } retriedPayoutsFee { amount }
  retriedPayoutsGross { amount } usdcRebateCreditAmount { amount }";

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

async fn payouts(shop: &Shop) -> Vec<Value> {
    let query = format!(
        "{{ shopifyPaymentsAccount {{ payouts(first: 250, sortKey: ID) {{ nodes {{
            id legacyResourceId status transactionType issuedAt externalTraceId net {{ amount currencyCode }}
            gross {{ amount }} businessEntity {{ displayName primary }} summary {{ {SUMMARY} }} }} }} }} }}"
    );
    nodes(&shop.data(&query).await["shopifyPaymentsAccount"]["payouts"])
}

fn nodes(connection: &Value) -> Vec<Value> {
    connection["nodes"].as_array().unwrap().clone()
}

fn amount(money: &Value) -> Decimal {
    money["amount"].as_str().unwrap().parse().unwrap()
}

/// A type with amount, fee and net.
pub fn figures(transaction: &Value) -> [String; 4] {
    let money = |field: &str| amount(&transaction[field]).normalize().to_string();
    [transaction["type"].as_str().unwrap().to_owned(), money("amount"), money("fee"), money("net")]
}

fn figure(kind: &str, amount: &str, fee: &str, net: &str) -> [String; 4] {
    [kind, amount, fee, net].map(str::to_owned)
}

/// Every payout is what its summary says, and what its transactions come to, its own transfer aside.
async fn adds_up(shop: &Shop) {
    let moved = moved(shop).await;
    for payout in payouts(shop).await {
        let net = amount(&payout["net"]);
        let sum = |is: fn(&str) -> bool| -> Decimal {
            let fields = payout["summary"].as_object().unwrap().iter();
            fields.filter(|(name, _)| is(name)).map(|(_, money)| amount(money)).sum()
        };
        let gross = sum(|name| name.ends_with("Gross") || name == "usdcRebateCreditAmount");
        let fees = sum(|name| name.ends_with("Fee") || name.ends_with("Fees"));
        assert_eq!((gross - fees, gross), (net, amount(&payout["gross"])), "{payout:#}");
        let mine = moved.iter().filter(|one| one["associatedPayout"]["id"] == payout["id"]);
        let (transfers, others): (Vec<&Value>, Vec<&Value>) = mine.partition(|one| one["type"] == "TRANSFER");
        assert_eq!(others.iter().map(|one| amount(&one["net"])).sum::<Decimal>(), net, "{payout:#}");
        assert_eq!(transfers.iter().map(|one| amount(&one["net"])).collect::<Vec<_>>(), [-net]);
    }
}

async fn pass_days(shop: &Shop, days: u64) {
    shop.pass(days * 86_400);
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
async fn money_is_paid_out_on_the_next_working_day_after_two_and_arrives_a_day_later() {
    let shop = Shop::new();
    // A Monday.
    sold(&shop, "100").await;
    shop.pass(60);
    sold(&shop, "50.55").await;
    pass_days(&shop, 2).await;
    assert_eq!(payouts(&shop).await, Vec::<Value>::new(), "Wednesday at 06:00 two days have not passed");
    pass_days(&shop, 1).await;
    let made = payouts(&shop).await;
    assert_eq!(made.len(), 1);
    assert_eq!(made[0]["net"], json!({ "amount": "145.58", "currencyCode": "NOK" }));
    assert_eq!((&made[0]["status"], &made[0]["issuedAt"]), (&json!("SCHEDULED"), &json!("2026-11-05T06:00:00Z")));
    assert_eq!((&made[0]["externalTraceId"], &made[0]["transactionType"]), (&Value::Null, &json!("DEPOSIT")));
    let on_it = moved(&shop).await;
    assert!(on_it.iter().all(|one| one["associatedPayout"] == json!({ "id": made[0]["id"], "status": "SCHEDULED" })));
    assert_eq!(on_it[2]["sourceId"], made[0]["legacyResourceId"]);
    pass_days(&shop, 1).await;
    let paid = payouts(&shop).await;
    assert_eq!(paid[0]["status"], "PAID");
    assert!(paid[0]["externalTraceId"].is_string());
    let balance = shop.data("{ shopifyPaymentsAccount { balance { amount } } }").await;
    assert_eq!(balance["shopifyPaymentsAccount"]["balance"], json!([{ "amount": "0.0" }]));
    adds_up(&shop).await;
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
async fn every_kind_of_adjustment_is_in_the_group_where_shopify_has_it() {
    let shop = Shop::new();
    sold(&shop, "1000").await;
    for (kind, amount, fee) in [
        ("ADJUSTMENT", "5", "0"),
        ("SHIPPING_LABEL", "-49", "0"),
        ("RESERVED_FUNDS", "-100", "0"),
        ("ADVANCE", "300", "12.5"),
        ("STRIPE_FEE", "0", "0.07"),
    ] {
        let booked = Adjustment {
            kind: Some(kind.to_owned()),
            amount: amount.parse().unwrap(),
            fee: fee.parse().unwrap(),
            ..Adjustment::default()
        };
        shop.handle().adjust_balance(&booked).unwrap();
    }
    let rebate = Adjustment {
        kind: Some("PROMOTION_CREDIT".to_owned()),
        amount: "0.5".parse().unwrap(),
        rebate: true,
        ..Adjustment::default()
    };
    shop.handle().adjust_balance(&rebate).unwrap();
    shop.handle().pay_out(None).unwrap();
    let summary = payouts(&shop).await[0]["summary"].clone();
    let told: Vec<(String, String)> = summary
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, money)| (name.clone(), amount(money).normalize().to_string()))
        .filter(|(_, amount)| amount != "0")
        .collect();
    let wanted = [
        ("adjustmentsFee", "0.07"),
        ("adjustmentsGross", "-44"),
        ("advanceFees", "12.5"),
        ("advanceGross", "300"),
        ("chargesFee", "29.3"),
        ("chargesGross", "1000"),
        ("reservedFundsGross", "-100"),
        ("usdcRebateCreditAmount", "0.5"),
    ];
    assert_eq!(told, wanted.map(|(name, amount)| (name.to_owned(), amount.to_owned())));
    adds_up(&shop).await;
}

#[tokio::test]
async fn what_a_payout_that_fails_was_to_bring_is_paid_out_again() {
    let shop = Shop::new();
    sold(&shop, "100").await;
    let handle = shop.handle();
    let payout = handle.pay_out(None).unwrap().remove(0);
    let change = |payout: &str, status: &str| PayoutChange {
        payout: payout.to_owned(),
        status: status.to_owned(),
        ..PayoutChange::default()
    };
    handle.change_payout(&change(&payout, "PAID")).unwrap();
    handle.change_payout(&change(&payout, "FAILED")).unwrap();
    sold(&shop, "10").await;
    let second = handle.pay_out(None).unwrap().remove(0);
    handle.change_payout(&change(&second, "CANCELED")).unwrap();
    let made = payouts(&shop).await;
    let told: Vec<_> = made.iter().map(|one| (one["status"].clone(), one["net"]["amount"].clone())).collect();
    assert_eq!(told, [(json!("FAILED"), json!("96.8")), (json!("CANCELED"), json!("106.21"))]);
    assert_eq!(amount(&made[1]["summary"]["retriedPayoutsGross"]), Decimal::new(9_680, 2));
    let waits: Vec<_> = moved(&shop).await.into_iter().filter(|one| one["associatedPayout"]["id"].is_null()).collect();
    assert_eq!(waits.iter().map(figures).collect::<Vec<_>>(), [figure("TRANSFER_CANCEL", "106.21", "0", "106.21")]);
    adds_up(&shop).await;
    let error = handle.change_payout(&change(&payout, "PAID")).unwrap_err();
    assert_eq!(error.to_string(), "a payout that is FAILED does not become PAID");
}

#[tokio::test]
async fn each_currency_has_payouts_of_its_own_and_a_debt_is_taken_from_the_bank() {
    let shop = Shop::new();
    sold(&shop, "100").await;
    let debt = Adjustment { amount: (-20).into(), currency: Some("EUR".to_owned()), ..Adjustment::default() };
    shop.handle().adjust_balance(&debt).unwrap();
    shop.handle().pay_out(None).unwrap();
    let data = shop
        .data(
            "{ shopifyPaymentsAccount {
            deposits: payouts(first: 5, transactionType: DEPOSIT) { nodes { net { amount currencyCode } } }
            withdrawals: payouts(first: 5, transactionType: WITHDRAWAL) { nodes { net { amount currencyCode } } } } }",
        )
        .await;
    let account = &data["shopifyPaymentsAccount"];
    assert_eq!(account["deposits"]["nodes"], json!([{ "net": { "amount": "96.8", "currencyCode": "NOK" } }]));
    assert_eq!(account["withdrawals"]["nodes"], json!([{ "net": { "amount": "-20.0", "currencyCode": "EUR" } }]));
    adds_up(&shop).await;
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
async fn an_order_that_is_a_test_is_never_paid_out() {
    let shop = Shop::new();
    let payment = json!({ "amountSet": kroner("10"), "kind": "SALE", "gateway": "shopify_payments", "test": true });
    shop.create_order(json!({ "lineItems": [line("A", 1, "10")], "transactions": [payment], "test": true })).await;
    pass_days(&shop, 10).await;
    let moved = moved(&shop).await;
    assert_eq!((&moved[0]["test"], &moved[0]["associatedPayout"]["id"]), (&json!(true), &Value::Null));
    assert_eq!(shop.handle().pay_out(None).unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn nothing_is_paid_out_by_itself_where_the_merchant_wants_to_do_it() {
    let shop = Shop::new();
    let settings = PaymentsSettings { interval: Some("MANUAL".to_owned()), ..PaymentsSettings::default() };
    shop.handle().set_payments(&settings).unwrap();
    sold(&shop, "10").await;
    pass_days(&shop, 30).await;
    assert_eq!(payouts(&shop).await, Vec::<Value>::new());
    let weekly = PaymentsSettings {
        interval: Some("WEEKLY".to_owned()),
        weekly_anchor: Some("FRIDAY".to_owned()),
        ..PaymentsSettings::default()
    };
    shop.handle().set_payments(&weekly).unwrap();
    pass_days(&shop, 7).await;
    // 2 December 2026 is a Wednesday.
    assert_eq!(payouts(&shop).await[0]["issuedAt"], "2026-12-04T06:00:00Z");
    let schedule = shop.data("{ shopifyPaymentsAccount { payoutSchedule { interval weeklyAnchor } } }").await;
    let schedule = &schedule["shopifyPaymentsAccount"]["payoutSchedule"];
    assert_eq!(*schedule, json!({ "interval": "WEEKLY", "weeklyAnchor": "FRIDAY" }));
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

#[rstest]
#[case("balanceTransactions", "id:>=<3>", 2)]
#[case("balanceTransactions", "id:<1> OR id:<2>", 2)]
#[case("balanceTransactions", "id:<1>,<2>,<4>", 3)]
#[case("balanceTransactions", "transaction_type:charge", 3)]
#[case("balanceTransactions", "payout_status:paid", 3)]
#[case("balanceTransactions", "payout_status:pending", 1)]
#[case("balanceTransactions", "payments_transfer_id:<payout>", 3)]
#[case("balanceTransactions", "processed_at:>'2026-11-03T00:00:00Z'", 1)]
#[case("balanceTransactions", "currency:EUR", 0)]
#[case("payouts", "status:paid", 1)]
#[case("payouts", "status:scheduled", 0)]
#[case("payouts", "id:<payout>", 1)]
#[case("payouts", "id:><payout>", 0)]
#[case("payouts", "issued_at:2026-11-02", 1)]
#[case("payouts", "amount:>100 ledger_type:deposit", 1)]
#[tokio::test]
async fn the_account_is_searched_as_shopify_says(#[case] field: &str, #[case] query: &str, #[case] found: usize) {
    let shop = Shop::new();
    sold(&shop, "100").await;
    sold(&shop, "100").await;
    let payout = shop.handle().pay_out(None).unwrap().remove(0);
    pass_days(&shop, 1).await;
    sold(&shop, "100").await;
    let number = |id: &str| id.rsplit('/').next().unwrap().to_owned();
    let mut query = query.replace("<payout>", &number(&payout));
    for (place, one) in moved(&shop).await.iter().enumerate() {
        query = query.replace(&format!("<{}>", place + 1), &number(one["id"].as_str().unwrap()));
    }
    let document = format!(
        "query($query: String) {{ shopifyPaymentsAccount {{ {field}(first: 50, query: $query) {{ nodes {{ id }} }} }} }}"
    );
    let answer = shop.ask_with(&document, json!({ "query": query })).await;
    assert!(answer["extensions"].get("search").is_none(), "{answer:#}");
    assert_eq!(answer["data"]["shopifyPaymentsAccount"][field]["nodes"].as_array().unwrap().len(), found, "{query}");
}

#[rstest]
#[case("AMOUNT", &["TRANSFER", "CHARGE", "CHARGE"])]
#[case("FEE", &["TRANSFER", "CHARGE", "CHARGE"])]
#[case("NET", &["TRANSFER", "CHARGE", "CHARGE"])]
#[case("ORDER_NAME", &["TRANSFER", "CHARGE", "CHARGE"])]
#[case("TRANSACTION_TYPE", &["CHARGE", "CHARGE", "TRANSFER"])]
#[case("PAYOUT_DATE", &["CHARGE", "CHARGE", "TRANSFER"])]
#[case("PAYOUT_STATUS", &["CHARGE", "CHARGE", "TRANSFER"])]
#[case("PROCESSED_AT", &["CHARGE", "CHARGE", "TRANSFER"])]
#[tokio::test]
async fn transactions_are_sorted_by_what_is_asked_for(#[case] key: &str, #[case] wanted: &[&str]) {
    let shop = Shop::new();
    sold(&shop, "100").await;
    sold(&shop, "200").await;
    shop.handle().pay_out(None).unwrap();
    let document = format!(
        "{{ shopifyPaymentsAccount {{ balanceTransactions(first: 5, sortKey: {key}) {{ nodes {{ type }} }}
            shown: balanceTransactions(first: 5, hideTransfers: true) {{ nodes {{ type }} }} }} }}"
    );
    let account = shop.data(&document).await["shopifyPaymentsAccount"].clone();
    let types: Vec<&str> = account["balanceTransactions"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["type"].as_str().unwrap())
        .collect();
    assert_eq!(types, wanted);
    assert_eq!(account["shown"]["nodes"].as_array().unwrap().len(), 2);
}

#[rstest]
#[case("/_devstore/payments", json!({ "feePercent": 101 }), "feePercent is 101: a fee is between 0 and 100 percent")]
#[case("/_devstore/payments", json!({ "feeFixed": -1 }), "feeFixed is -1: a fee is not below 0")]
#[case("/_devstore/payments", json!({ "delayDays": 400 }), "delayDays is 400: give at most 366 days")]
#[case("/_devstore/payments", json!({ "currency": "KR" }), "there is no 'KR': the values are those of CurrencyCode")]
#[case("/_devstore/payments", json!({ "interval": "NEVER" }), "there is no interval 'NEVER': there are DAILY, MANUAL, MONTHLY and WEEKLY")]
#[case("/_devstore/payments", json!({ "weeklyAnchor": "X" }), "there is no day 'X': write it as MONDAY")]
#[case("/_devstore/payments", json!({ "monthlyAnchor": 32 }), "monthlyAnchor is 32: a day of a month is from 1 to 31")]
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
