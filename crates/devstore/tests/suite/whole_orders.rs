use serde_json::{Value, json};

use crate::fulfilment::{SEND, all_of, waiting};
use crate::shop::{Shop, line, payment};

pub const CANCEL: &str = "mutation($id: ID!, $method: OrderCancelRefundMethodInput, $restock: Boolean!) {
  orderCancel(orderId: $id, reason: CUSTOMER, restock: $restock, refundMethod: $method, staffNote: \"Angret\") {
    job { id done }
    orderCancelUserErrors { field message code }
  }
}";

const JOB: &str = "query($id: ID!) { job(id: $id) { id done } }";

const STATE: &str = "displayFinancialStatus displayFulfillmentStatus cancelledAt cancelReason cancellation { staffNote } closed
  currentTotalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } netPaymentSet { shopMoney { amount } }
  fulfillmentOrders(first: 5) { nodes { status } }";

fn kr(amount: &str) -> Value {
    json!({ "shopMoney": { "amount": amount } })
}

#[tokio::test]
async fn an_order_that_is_cancelled_is_paid_back_and_the_job_is_done_a_second_later() {
    let shop = Shop::new();
    let variant = shop.product("Lue", "100", 5).await;
    let order = shop
        .create_order(
            json!({ "lineItems": [{ "variantId": variant, "quantity": 2 }], "transactions": [payment("200", "SALE")] }),
        )
        .await;
    let method = json!({ "originalPaymentMethodsRefund": true });
    let job = shop.done(CANCEL, json!({ "id": order["id"], "method": method, "restock": true })).await["job"].clone();
    assert_eq!(job["done"], false);
    shop.pass(1);
    assert_eq!(shop.one(JOB, json!({ "id": job["id"] })).await["done"], true);
    assert_eq!(
        shop.order(&order["id"], STATE).await,
        json!({
            "displayFinancialStatus": "REFUNDED",
            "displayFulfillmentStatus": "UNFULFILLED",
            "cancelledAt": "2026-11-02T08:30:00Z",
            "cancelReason": "CUSTOMER",
            "cancellation": { "staffNote": "Angret" },
            "closed": true,
            "currentTotalPriceSet": kr("0.0"),
            "totalOutstandingSet": kr("0.0"),
            "netPaymentSet": kr("0.0"),
            "fulfillmentOrders": { "nodes": [{ "status": "CANCELLED" }] },
        })
    );
    assert_eq!(shop.stock(&variant).await, 7);
    let again = shop.refused(CANCEL, json!({ "id": order["id"], "restock": true })).await;
    assert_eq!(again, "Order has already been cancelled");
}

#[tokio::test]
async fn an_unpaid_order_that_is_cancelled_is_void_and_has_lines_refunded_for_nothing() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 2, "50")] })).await;
    shop.done(CANCEL, json!({ "id": order["id"], "restock": false })).await;
    let after = shop.order(&order["id"], STATE).await;
    assert_eq!((&after["displayFinancialStatus"], &after["totalOutstandingSet"]), (&json!("VOIDED"), &kr("0.0")));
    let refunds = shop
        .order(
            &order["id"],
            "refunds { totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity } } }",
        )
        .await;
    assert_eq!(
        refunds["refunds"],
        json!([{ "totalRefundedSet": kr("0.0"), "refundLineItems": { "nodes": [{ "quantity": 2 }] } }])
    );
}

#[tokio::test]
async fn an_authorisation_is_let_go_when_its_order_is_cancelled() {
    let shop = Shop::new();
    let order = shop
        .create_order(json!({ "lineItems": [line("A", 1, "50")], "transactions": [payment("50", "AUTHORIZATION")] }))
        .await;
    shop.done(CANCEL, json!({ "id": order["id"], "restock": false })).await;
    let after = shop.order(&order["id"], "displayFinancialStatus transactions(first: 5) { kind }").await;
    assert_eq!(
        after,
        json!({ "displayFinancialStatus": "VOIDED", "transactions": [{ "kind": "AUTHORIZATION" }, { "kind": "VOID" }] })
    );
}

#[tokio::test]
async fn an_order_of_which_something_was_sent_is_not_cancelled() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 2, "50")] })).await;
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    let payload = shop.one(CANCEL, json!({ "id": order["id"], "restock": false })).await;
    assert_eq!(
        payload,
        json!({ "job": null, "orderCancelUserErrors": [{
            "field": ["orderId"],
            "message": "Cannot cancel an order that has outstanding fulfillments",
            "code": "INVALID",
        }] })
    );
    let missing = shop.one(CANCEL, json!({ "id": "gid://shopify/Order/1", "restock": false })).await;
    assert_eq!(missing["orderCancelUserErrors"][0]["code"], "NOT_FOUND");
    assert_eq!(shop.one(JOB, json!({ "id": "gid://shopify/Job/1" })).await, Value::Null);
}

#[tokio::test]
async fn an_order_is_closed_and_opened_in_turns() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 2, "50")] })).await;
    let close = "mutation($input: OrderCloseInput!) { orderClose(input: $input) { order { closed closedAt updatedAt } userErrors { message } } }";
    let open =
        "mutation($input: OrderOpenInput!) { orderOpen(input: $input) { order { closed } userErrors { message } } }";
    let input = json!({ "input": { "id": order["id"] } });
    assert_eq!(shop.refused(open, input.clone()).await, "Order is already open");
    shop.pass(5);
    let time = "2026-11-02T08:30:05Z";
    let closed = shop.done(close, input.clone()).await;
    assert_eq!(closed["order"], json!({ "closed": true, "closedAt": time, "updatedAt": time }));
    assert_eq!(shop.refused(close, input.clone()).await, "Order is already closed");
    assert_eq!(shop.done(open, input).await["order"]["closed"], false);
}

#[tokio::test]
async fn what_an_update_leaves_out_stays() {
    let shop = Shop::new();
    let order = shop
        .create_order(
            json!({ "lineItems": [line("A", 2, "50")], "email": "kari@example.com", "note": "Gave", "tags": ["VIP"] }),
        )
        .await;
    let update = "mutation($input: OrderInput!) {
      orderUpdate(input: $input) {
        order { email note poNumber tags customAttributes { key value } shippingAddress { city } updatedAt }
        userErrors { field message }
      }
    }";
    shop.pass(5);
    let input = json!({
        "id": order["id"],
        "note": "",
        "poNumber": "PO-1",
        "customAttributes": [{ "key": "a", "value": "b" }],
        "shippingAddress": { "city": "Bergen", "countryCode": "NO" },
    });
    let updated = shop.done(update, json!({ "input": input })).await;
    assert_eq!(
        updated["order"],
        json!({
            "email": "kari@example.com",
            "note": null,
            "poNumber": "PO-1",
            "tags": ["VIP"],
            "customAttributes": [{ "key": "a", "value": "b" }],
            "shippingAddress": { "city": "Bergen" },
            "updatedAt": "2026-11-02T08:30:05Z",
        })
    );
    let wrong = json!({ "input": { "id": order["id"], "email": "kari" } });
    assert_eq!(shop.refused(update, wrong).await, "Email is invalid");
}

#[tokio::test]
async fn tags_are_added_once_and_removed_whatever_their_case() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 2, "50")], "tags": ["VIP"] })).await;
    let add = "mutation($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id ... on Order { tags updatedAt } } userErrors { message } } }";
    let remove = "mutation($id: ID!, $tags: [String!]!) { tagsRemove(id: $id, tags: $tags) { node { id ... on Order { tags } } userErrors { message } } }";
    shop.pass(5);
    let same = shop.done(add, json!({ "id": order["id"], "tags": ["vip"] })).await;
    assert_eq!(same["node"]["updatedAt"], "2026-11-02T08:30:00Z");
    let more = shop.done(add, json!({ "id": order["id"], "tags": ["Ny", " Ny "] })).await;
    assert_eq!(
        (&more["node"]["tags"], &more["node"]["updatedAt"]),
        (&json!(["Ny", "VIP"]), &json!("2026-11-02T08:30:05Z"))
    );
    let fewer = shop.done(remove, json!({ "id": order["id"], "tags": ["VIp", "annet"] })).await;
    assert_eq!(fewer["node"]["tags"], json!(["Ny"]));
    let missing = json!({ "id": "gid://shopify/Order/1", "tags": ["a"] });
    assert_eq!(shop.refused(add, missing).await, "The object does not exist");
}

#[tokio::test]
async fn a_risk_assessment_makes_a_recommendation() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("A", 2, "50")] })).await;
    let assess = "mutation($input: OrderRiskAssessmentCreateInput!) {
      orderRiskAssessmentCreate(orderRiskAssessmentInput: $input) {
        orderRiskAssessment { riskLevel facts { description sentiment } provider { title } }
        userErrors { field message code }
      }
    }";
    let input = |level: &str| {
        let facts = json!([{ "description": "Kortet er stjålet", "sentiment": "NEGATIVE" }]);
        json!({ "input": { "orderId": order["id"], "riskLevel": level, "facts": facts } })
    };
    shop.done(assess, input("LOW")).await;
    shop.done(assess, input("HIGH")).await;
    let risk = shop.order(&order["id"], "risk { recommendation assessments { riskLevel facts { sentiment } } }").await;
    assert_eq!(
        risk["risk"],
        json!({ "recommendation": "CANCEL", "assessments": [{ "riskLevel": "HIGH", "facts": [{ "sentiment": "NEGATIVE" }] }] })
    );
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert_eq!(shop.one(assess, input("LOW")).await["userErrors"][0]["code"], "ORDER_ALREADY_FULFILLED");
}
