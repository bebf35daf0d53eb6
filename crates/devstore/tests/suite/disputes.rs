//! Disputes: what a buyer's bank wants back, and what comes of it.

use axum::http::StatusCode;
use devstore::{DisputeChange, NewDispute, PaymentsSettings};
use rstest::rstest;
use serde_json::{Value, json};

use crate::account::{figures, moved, sold};
use crate::shop::{Shop, line};
use crate::webhooks::{HOOK, Listening, body};

const DISPUTE: &str = "query($id: ID!) { dispute(id: $id) {
  id legacyResourceId status type amount { amount currencyCode } reasonDetails { reason networkReasonCode }
  order { name disputes { id initiatedAs status } } initiatedAt evidenceDueBy evidenceSentOn finalizedOn } }";

fn open(shop: &Shop, order: &Value, kind: &str) -> String {
    let new = NewDispute {
        order: order["id"].as_str().map(str::to_owned),
        kind: Some(kind.to_owned()),
        network_reason_code: Some("4837".to_owned()),
        ..NewDispute::default()
    };
    shop.handle().open_dispute(&new).unwrap()
}

fn decide(shop: &Shop, dispute: &str, status: &str) {
    let change =
        DisputeChange { dispute: dispute.to_owned(), status: Some(status.to_owned()), ..DisputeChange::default() };
    shop.handle().change_dispute(&change).unwrap();
}

async fn told(shop: &Shop, dispute: &str) -> Value {
    shop.one(DISPUTE, json!({ "id": dispute })).await
}

/// What has moved since the sale, as `TYPE net`.
async fn since_the_sale(shop: &Shop) -> Vec<String> {
    moved(shop).await.iter().skip(1).map(|one| format!("{} {}", figures(one)[0], figures(one)[3])).collect()
}

#[tokio::test]
async fn a_chargeback_takes_the_amount_and_a_fee_and_tells_everything() {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    let id = open(&shop, &order, "CHARGEBACK");
    let dispute = told(&shop, &id).await;
    let number = dispute["legacyResourceId"].as_str().unwrap();
    assert_eq!(id, format!("gid://shopify/ShopifyPaymentsDispute/{number}"));
    assert_eq!(
        dispute,
        json!({
            "id": id,
            "legacyResourceId": number,
            "status": "NEEDS_RESPONSE",
            "type": "CHARGEBACK",
            "amount": { "amount": "100.0", "currencyCode": "NOK" },
            "reasonDetails": { "reason": "FRAUDULENT", "networkReasonCode": "4837" },
            "order": { "name": "#1001", "disputes": [{
                "id": format!("gid://shopify/OrderDisputeSummary/{number}"),
                "initiatedAs": "CHARGEBACK",
                "status": "NEEDS_RESPONSE",
            }] },
            "initiatedAt": "2026-11-02T08:30:00Z",
            "evidenceDueBy": "2026-11-12T08:30:00Z",
            "evidenceSentOn": null,
            "finalizedOn": null,
        })
    );
    assert_eq!(since_the_sale(&shop).await, ["DISPUTE_WITHDRAWAL -100", "CHARGEBACK_FEE -15"]);
    let moved = moved(&shop).await;
    assert!(moved[1..].iter().all(|one| one["sourceType"] == "DISPUTE" && one["sourceId"] == number));
    assert_eq!(moved[1]["sourceOrderTransactionId"], moved[0]["sourceOrderTransactionId"]);
}

#[rstest]
#[case("CHARGEBACK", "WON", &["DISPUTE_WITHDRAWAL -100", "CHARGEBACK_FEE -15", "DISPUTE_REVERSAL 100", "CHARGEBACK_FEE_REFUND 15"])]
#[case("CHARGEBACK", "LOST", &["DISPUTE_WITHDRAWAL -100", "CHARGEBACK_FEE -15"])]
#[case("CHARGEBACK", "ACCEPTED", &["DISPUTE_WITHDRAWAL -100", "CHARGEBACK_FEE -15"])]
#[case("CHARGEBACK", "PREVENTED", &["DISPUTE_WITHDRAWAL -100", "CHARGEBACK_FEE -15", "CHARGEBACK_FEE_REFUND 15"])]
#[case("INQUIRY", "WON", &[])]
#[case("INQUIRY", "CHARGE_REFUNDED", &[])]
#[tokio::test]
async fn what_a_decision_brings_back(#[case] kind: &str, #[case] status: &str, #[case] wanted: &[&str]) {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    let id = open(&shop, &order, kind);
    // The fee is what it was when it was taken.
    let settings = PaymentsSettings { chargeback_fee: Some(20.into()), ..PaymentsSettings::default() };
    shop.handle().set_payments(&settings).unwrap();
    shop.pass(60);
    decide(&shop, &id, status);
    let dispute = told(&shop, &id).await;
    assert_eq!((&dispute["status"], &dispute["finalizedOn"]), (&json!(status), &json!("2026-11-02T08:31:00Z")));
    assert_eq!(since_the_sale(&shop).await, wanted);
    let again = DisputeChange { dispute: id, status: Some("LOST".to_owned()), ..DisputeChange::default() };
    let error = shop.handle().change_dispute(&again).unwrap_err().to_string();
    assert_eq!(error, format!("the dispute is decided, as {status}: nothing more comes of it"));
}

#[tokio::test]
async fn an_inquiry_may_become_a_chargeback_and_only_then_costs_something() {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    let id = open(&shop, &order, "INQUIRY");
    assert_eq!(since_the_sale(&shop).await, Vec::<String>::new());
    let change = DisputeChange { dispute: id.clone(), kind: Some("CHARGEBACK".to_owned()), ..DisputeChange::default() };
    shop.handle().change_dispute(&change).unwrap();
    assert_eq!(since_the_sale(&shop).await, ["DISPUTE_WITHDRAWAL -100", "CHARGEBACK_FEE -15"]);
    let dispute = told(&shop, &id).await;
    assert_eq!(
        (&dispute["type"], &dispute["order"]["disputes"][0]["initiatedAs"]),
        (&json!("CHARGEBACK"), &json!("INQUIRY"))
    );
}

#[tokio::test]
async fn evidence_is_sent_when_it_is_due_whoever_has_seen_to_it() {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    let (forgotten, seen_to) = (open(&shop, &order, "CHARGEBACK"), open(&shop, &order, "INQUIRY"));
    shop.pass(86_400);
    let change = DisputeChange { dispute: seen_to.clone(), evidence_sent: true, ..DisputeChange::default() };
    shop.handle().change_dispute(&change).unwrap();
    shop.pass(9 * 86_400);
    for (id, sent) in [(forgotten, "2026-11-12T08:30:00Z"), (seen_to, "2026-11-03T08:30:00Z")] {
        let dispute = told(&shop, &id).await;
        assert_eq!((&dispute["status"], &dispute["evidenceSentOn"]), (&json!("UNDER_REVIEW"), &json!(sent)));
    }
}

#[tokio::test]
async fn disputes_are_searched_by_id_status_and_time() {
    let shop = Shop::new();
    let order = sold(&shop, "100").await;
    let ids: Vec<String> = (0..3).map(|_| open(&shop, &order, "INQUIRY")).collect();
    decide(&shop, &ids[1], "WON");
    let number = |place: usize| ids[place].rsplit('/').next().unwrap().to_owned();
    for (query, wanted) in [
        (format!("id:>={}", number(1)), vec![1, 2]),
        (format!("id:{} OR id:{}", number(0), number(2)), vec![0, 2]),
        (format!("id:>{} OR id:{}", number(1), number(0)), vec![0, 2]),
        ("status:won".to_owned(), vec![1]),
        ("initiated_at:>'2026-11-02T08:30:00Z'".to_owned(), vec![]),
    ] {
        let document =
            "query($query: String) { shopifyPaymentsAccount { disputes(first: 5, query: $query) { nodes { id } } } }";
        let found = shop.one(document, json!({ "query": query })).await["disputes"]["nodes"].clone();
        let wanted: Vec<Value> = wanted.into_iter().map(|place: usize| json!({ "id": ids[place] })).collect();
        assert_eq!(found, json!(wanted), "{query}");
    }
}

#[tokio::test]
async fn a_dispute_and_its_end_are_told() {
    let listening = Listening::new();
    for topic in ["DISPUTES_CREATE", "DISPUTES_UPDATE"] {
        listening.subscribe(topic, json!({ "uri": HOOK })).await;
    }
    let order = sold(&listening.shop, "100").await;
    let id = open(&listening.shop, &order, "CHARGEBACK");
    decide(&listening.shop, &id, "LOST");
    let arrived = listening.deliver().await;
    let told: Vec<_> = arrived
        .iter()
        .map(|one| (one.header("X-Shopify-Topic").unwrap().to_owned(), body(one)["status"].clone()))
        .collect();
    assert_eq!(
        told,
        [("disputes/create".to_owned(), json!("needs_response")), ("disputes/update".to_owned(), json!("lost"))]
    );
    assert_eq!(body(&arrived[0])["amount"], "100.00");
}

#[tokio::test]
async fn a_token_without_the_scope_sees_no_dispute_but_the_account() {
    let shop = Shop::new();
    let scopes = ["read_orders", "read_shopify_payments_accounts"];
    shop.handle().grant_scopes(None, &scopes).unwrap();
    let answer = shop.ask("{ shopifyPaymentsAccount { id disputes(first: 1) { nodes { id } } } }").await;
    let message = "Access denied for disputes field. Required access: `read_shopify_payments_disputes` access scope.";
    assert_eq!(answer["errors"][0]["message"], message);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "ACCESS_DENIED");
}

#[tokio::test]
async fn what_can_not_be_disputed_is_told() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "10")], "financialStatus": "PAID" })).await;
    for (path, change, told) in [
        (
            "",
            json!({ "order": order["id"] }),
            "#1001 was not paid with Shopify Payments, so no bank can want the money back",
        ),
        ("", json!({}), "a dispute without an order needs an amount"),
        ("", json!({ "amount": 5, "type": "QUESTION" }), "there is no 'QUESTION': the values are CHARGEBACK, INQUIRY"),
        (
            "/change",
            json!({ "dispute": "gid://shopify/ShopifyPaymentsDispute/1" }),
            "there is no ShopifyPaymentsDispute 'gid://shopify/ShopifyPaymentsDispute/1': give its global id, as \
             gid://shopify/ShopifyPaymentsDispute/1234567890",
        ),
    ] {
        let answer = shop.post(&format!("/_devstore/disputes{path}"), None, &change.to_string()).await;
        assert_eq!((answer.status, answer.json()["error"].as_str().unwrap()), (StatusCode::BAD_REQUEST, told));
    }
    let alone = shop.post("/_devstore/disputes", None, &json!({ "amount": 5, "currency": "USD" }).to_string()).await;
    let dispute = told(&shop, alone.json()["dispute"].as_str().unwrap()).await;
    assert_eq!((&dispute["order"], &dispute["amount"]["currencyCode"]), (&Value::Null, &json!("USD")));
}
