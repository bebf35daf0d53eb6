use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, line, payment};

pub const CAPTURE: &str = "mutation($input: OrderCaptureInput!) {
  orderCapture(input: $input) {
    transaction { kind status gateway amountSet { shopMoney { amount } } parentTransaction { id kind } }
    userErrors { field message }
  }
}";

const VOID: &str = "mutation($id: ID!) {
  transactionVoid(parentTransactionId: $id) {
    transaction { kind status amountSet { shopMoney { amount } } }
    userErrors { field message code }
  }
}";

pub const PAY: &str = "mutation($id: ID!, $amount: MoneyInput, $processedAt: DateTime) {
  orderCreateManualPayment(id: $id, amount: $amount, paymentMethodName: \"Faktura\", processedAt: $processedAt) {
    order { displayFinancialStatus totalOutstandingSet { shopMoney { amount } } transactions(first: 5) { gateway } }
    userErrors { field message code }
  }
}";

async fn authorized(shop: &Shop) -> (Value, Value) {
    let order = shop
        .create_order(json!({ "lineItems": [line("A", 1, "100")], "transactions": [payment("100", "AUTHORIZATION")] }))
        .await;
    let transactions = shop.order(&order["id"], "transactions(first: 5) { id manuallyCapturable }").await;
    assert_eq!(transactions["transactions"][0]["manuallyCapturable"], true);
    (order["id"].clone(), transactions["transactions"][0]["id"].clone())
}

async fn status(shop: &Shop, id: &Value) -> (String, String, String) {
    let selection =
        "displayFinancialStatus totalReceivedSet { shopMoney { amount } } totalCapturableSet { shopMoney { amount } }";
    let order = shop.order(id, selection).await;
    let amount = |field: &str| order[field]["shopMoney"]["amount"].as_str().unwrap().to_owned();
    let status = order["displayFinancialStatus"].as_str().unwrap().to_owned();
    (status, amount("totalReceivedSet"), amount("totalCapturableSet"))
}

fn told(status: &str, received: &str, capturable: &str) -> (String, String, String) {
    (status.to_owned(), received.to_owned(), capturable.to_owned())
}

#[tokio::test]
async fn an_authorisation_is_captured_in_parts_and_the_final_one_lets_the_rest_go() {
    let shop = Shop::new();
    let (id, parent) = authorized(&shop).await;
    assert_eq!(status(&shop, &id).await, told("AUTHORIZED", "0.0", "100.0"));
    let capture = |amount: &str, last: bool| json!({ "input": { "id": id, "parentTransactionId": parent, "amount": amount, "finalCapture": last } });
    let first = shop.done(CAPTURE, capture("30.00", false)).await;
    assert_eq!(
        first["transaction"],
        json!({
            "kind": "CAPTURE",
            "status": "SUCCESS",
            "gateway": "vipps",
            "amountSet": { "shopMoney": { "amount": "30.0" } },
            "parentTransaction": { "id": parent, "kind": "AUTHORIZATION" },
        })
    );
    assert_eq!(status(&shop, &id).await, told("PARTIALLY_PAID", "30.0", "70.0"));
    let refused = shop.refused(CAPTURE, capture("70.01", false)).await;
    assert_eq!(refused, "Amount must be less than or equal to the authorized amount");
    assert_eq!(shop.refused(CAPTURE, capture("0", false)).await, "Amount must be greater than zero");
    shop.done(CAPTURE, capture("20", true)).await;
    assert_eq!(status(&shop, &id).await, told("PARTIALLY_PAID", "50.0", "0.0"));
}

#[tokio::test]
async fn capturing_everything_pays_the_order() {
    let shop = Shop::new();
    let (id, parent) = authorized(&shop).await;
    shop.pass(10);
    shop.done(CAPTURE, json!({ "input": { "id": id, "parentTransactionId": parent, "amount": "100" } })).await;
    assert_eq!(status(&shop, &id).await, told("PAID", "100.0", "0.0"));
    assert_eq!(shop.order(&id, "updatedAt").await["updatedAt"], "2026-11-02T08:30:10Z");
}

#[tokio::test]
async fn a_capture_costs_twenty() {
    let shop = Shop::new();
    let (id, parent) = authorized(&shop).await;
    let variables = json!({ "input": { "id": id, "parentTransactionId": parent, "amount": "1" } });
    let plain = "mutation($input: OrderCaptureInput!) { orderCapture(input: $input) { transaction { id } userErrors { message } } }";
    let answer = shop.ask_with(plain, variables).await;
    assert_eq!(answer["extensions"]["cost"]["requestedQueryCost"], 20);
}

#[tokio::test]
async fn only_an_authorisation_of_which_nothing_was_captured_is_voided() {
    let shop = Shop::new();
    let (id, parent) = authorized(&shop).await;
    let voided = shop.done(VOID, json!({ "id": parent })).await;
    assert_eq!(
        voided["transaction"],
        json!({ "kind": "VOID", "status": "SUCCESS", "amountSet": { "shopMoney": { "amount": "100.0" } } })
    );
    assert_eq!(status(&shop, &id).await, told("VOIDED", "0.0", "0.0"));
    assert_eq!(shop.one(VOID, json!({ "id": parent })).await["userErrors"][0]["code"], "AUTH_NOT_VOIDABLE");
    let (id, parent) = authorized(&shop).await;
    shop.done(CAPTURE, json!({ "input": { "id": id, "parentTransactionId": parent, "amount": "1" } })).await;
    assert_eq!(shop.one(VOID, json!({ "id": parent })).await["userErrors"][0]["code"], "AUTH_NOT_VOIDABLE");
    let missing = shop.one(VOID, json!({ "id": "gid://shopify/OrderTransaction/1" })).await;
    assert_eq!(missing["userErrors"][0]["code"], "TRANSACTION_NOT_FOUND");
}

#[tokio::test]
async fn a_manual_payment_pays_a_part_or_the_rest() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "100")] })).await;
    let some = json!({ "amount": "40", "currencyCode": "NOK" });
    let paid = shop.done(PAY, json!({ "id": order["id"], "amount": some })).await["order"].clone();
    assert_eq!(paid["displayFinancialStatus"], "PARTIALLY_PAID");
    assert_eq!(paid["totalOutstandingSet"]["shopMoney"]["amount"], "60.0");
    assert_eq!(paid["transactions"], json!([{ "gateway": "Faktura" }]));
    let paid = shop.done(PAY, json!({ "id": order["id"] })).await["order"].clone();
    assert_eq!(paid["displayFinancialStatus"], "PAID");
    assert_eq!(shop.one(PAY, json!({ "id": order["id"] })).await["userErrors"][0]["code"], "AMOUNT_EXCEEDS_BALANCE");
}

#[rstest]
#[case(json!({ "amount": { "amount": "100.01", "currencyCode": "NOK" } }), "AMOUNT_EXCEEDS_BALANCE")]
#[case(json!({ "amount": { "amount": "0", "currencyCode": "NOK" } }), "AMOUNT_NOT_POSITIVE")]
#[case(json!({ "amount": { "amount": "1", "currencyCode": "EUR" } }), "CURRENCY_MISMATCH")]
#[case(json!({ "processedAt": "2026-11-03T00:00:00Z" }), "PROCESSED_AT_INVALID")]
#[case(json!({ "id": "gid://shopify/Order/1" }), "ORDER_NOT_FOUND")]
#[tokio::test]
async fn a_manual_payment_that_cannot_be_is_refused(#[case] change: Value, #[case] code: &str) {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "100")] })).await;
    let mut variables = json!({ "id": order["id"] });
    variables.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    assert_eq!(shop.one(PAY, variables).await["userErrors"][0]["code"], code);
}

#[tokio::test]
async fn a_payment_in_the_buyers_currency_is_counted_in_both() {
    let shop = Shop::new();
    let money = |nok: &str, eur: &str| {
        json!({
            "shopMoney": { "amount": nok, "currencyCode": "NOK" },
            "presentmentMoney": { "amount": eur, "currencyCode": "EUR" },
        })
    };
    let order = shop
        .create_order(json!({ "lineItems": [{ "title": "A", "quantity": 1, "priceSet": money("115", "10") }] }))
        .await;
    shop.done(PAY, json!({ "id": order["id"], "amount": { "amount": "4", "currencyCode": "EUR" } })).await;
    let received =
        shop.order(&order["id"], "totalReceivedSet { shopMoney { amount } presentmentMoney { amount } }").await;
    assert_eq!(
        received["totalReceivedSet"],
        json!({ "shopMoney": { "amount": "46.0" }, "presentmentMoney": { "amount": "4.0" } })
    );
}
