//! Shopify Payments: when what is on the account is paid out, and what a payout is made of.

use devstore::{Adjustment, PaymentsSettings, PayoutChange};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::account::{amount, figure, figures, moved, nodes, sold};
use crate::shop::{Shop, kroner, line};

const SUMMARY: &str =
    "adjustmentsFee { amount } adjustmentsGross { amount } advanceFees { amount } advanceGross { amount }
  chargesFee { amount } chargesGross { amount } refundsFee { amount } refundsFeeGross { amount }
  reservedFundsFee { amount } reservedFundsGross { amount } retriedPayoutsFee { amount }
  retriedPayoutsGross { amount } usdcRebateCreditAmount { amount }";

pub async fn payouts(shop: &Shop) -> Vec<Value> {
    let query = format!(
        "{{ shopifyPaymentsAccount {{ payouts(first: 250, sortKey: ID) {{ nodes {{
            id legacyResourceId status transactionType issuedAt externalTraceId net {{ amount currencyCode }}
            gross {{ amount }} businessEntity {{ displayName primary }} summary {{ {SUMMARY} }} }} }} }} }}"
    );
    nodes(&shop.data(&query).await["shopifyPaymentsAccount"]["payouts"])
}

/// Every payout is what its summary says, and what its transactions come to, its own transfer aside.
pub async fn adds_up(shop: &Shop) {
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

pub async fn pass_days(shop: &Shop, days: u64) {
    shop.pass(days * 86_400);
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
