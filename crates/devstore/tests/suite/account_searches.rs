//! Shopify Payments: how what is on the account is found, and in which order.

use devstore::{Adjustment, PayoutChange};
use rstest::rstest;
use serde_json::json;

use crate::account::{amount, moved, nodes, sold};
use crate::payouts::pass_days;
use crate::shop::{Shop, kroner, line};

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

/// The transactions are, in the order in which they were booked, a test that is never paid out, a sale of the day before,
/// an adjustment, and the transfer of the payout: no key leaves them as they are.
#[rstest]
#[case("AMOUNT", ["-173.9", "-20", "50", "200"])]
#[case("FEE", ["-20", "-173.9", "50", "200"])]
#[case("NET", ["-173.9", "-20", "50", "200"])]
#[case("ORDER_NAME", ["-20", "-173.9", "50", "200"])]
#[case("TRANSACTION_TYPE", ["-20", "50", "200", "-173.9"])]
#[case("PAYOUT_DATE", ["200", "-20", "-173.9", "50"])]
#[case("PAYOUT_STATUS", ["200", "-20", "-173.9", "50"])]
#[case("PROCESSED_AT", ["200", "50", "-20", "-173.9"])]
#[tokio::test]
async fn transactions_are_sorted_by_what_is_asked_for(#[case] key: &str, #[case] wanted: [&str; 4]) {
    let shop = Shop::new();
    for (paid, test, at) in [("50", true, "2026-11-02T08:30:00Z"), ("200", false, "2026-11-01T08:30:00Z")] {
        let payment = json!({ "amountSet": kroner(paid), "kind": "SALE", "gateway": "shopify_payments", "test": test,
            "processedAt": at });
        shop.create_order(json!({ "lineItems": [line("A", 1, paid)], "transactions": [payment], "test": test })).await;
    }
    let handle = shop.handle();
    handle.adjust_balance(&Adjustment { amount: (-20).into(), ..Adjustment::default() }).unwrap();
    let payout = handle.pay_out(None).unwrap().remove(0);
    handle.change_payout(&PayoutChange { payout, status: "PAID".to_owned(), ..PayoutChange::default() }).unwrap();
    let document = format!(
        "{{ shopifyPaymentsAccount {{
            balanceTransactions(first: 5, sortKey: {key}) {{ nodes {{ amount {{ amount }} }} }}
            shown: balanceTransactions(first: 5, hideTransfers: true) {{ nodes {{ type }} }} }} }}"
    );
    let account = shop.data(&document).await["shopifyPaymentsAccount"].clone();
    let sorted = nodes(&account["balanceTransactions"]);
    let amounts: Vec<String> = sorted.iter().map(|one| amount(&one["amount"]).normalize().to_string()).collect();
    assert_eq!(amounts, wanted);
    assert_eq!(nodes(&account["shown"]).len(), 3);
}
