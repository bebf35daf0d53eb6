use serde_json::{Value, json};

use crate::fulfilment::{SEND, all_of, waiting};
use crate::refunds::REFUND;
use crate::shop::{LOCATION, Shop, payment};
use crate::whole_orders::CANCEL;

pub const RETURN: &str = "mutation($input: ReturnInput!) {
  returnCreate(returnInput: $input) {
    return {
      id name status totalQuantity
      returnLineItems(first: 5) { nodes { id quantity ... on ReturnLineItem { fulfillmentLineItem { lineItem { title } } returnReasonNote } returnReasonDefinition { handle } } }
      exchangeLineItems(first: 5) { nodes { id quantity title variantSku } }
      reverseFulfillmentOrders(first: 1) { nodes { id status lineItems(first: 5) { nodes { id totalQuantity } } } }
      order { id returnStatus }
    }
    userErrors { field message code }
  }
}";

const REQUEST: &str = "mutation($input: ReturnRequestInput!) {
  returnRequest(input: $input) { return { id status reverseFulfillmentOrders(first: 1) { nodes { id } } order { returnStatus } } userErrors { message code } }
}";

const APPROVE: &str = "mutation($input: ReturnApproveRequestInput!) {
  returnApproveRequest(input: $input) { return { status requestApprovedAt order { returnStatus } } userErrors { message code } }
}";

const DECLINE: &str = "mutation($input: ReturnDeclineRequestInput!) {
  returnDeclineRequest(input: $input) { return { status decline { reason note } order { returnStatus } } userErrors { message code } }
}";

pub const PROCESS: &str = "mutation($input: ReturnProcessInput!) {
  returnProcess(input: $input) {
    return {
      status
      returnLineItems(first: 5) { nodes { processedQuantity unprocessedQuantity } }
      exchangeLineItems(first: 5) { nodes { processedQuantity lineItems { title currentQuantity } } }
      refunds(first: 5) { nodes { return { id } totalRefundedSet { shopMoney { amount } } orderAdjustments(first: 1) { nodes { id } } refundLineItems(first: 5) { nodes { quantity restockType restocked } } } }
      reverseFulfillmentOrders(first: 1) { nodes { status lineItems(first: 5) { nodes { dispositions { type quantity location { id } } } } } }
    }
    userErrors { field message code }
  }
}";

const CLOSE: &str = "mutation($id: ID!) { returnClose(id: $id) { return { status closedAt order { returnStatus } } userErrors { message code } } }";
const REOPEN: &str =
    "mutation($id: ID!) { returnReopen(id: $id) { return { status closedAt } userErrors { message code } } }";
const CALL_OFF: &str = "mutation($id: ID!) { returnCancel(id: $id) { return { status order { returnStatus } } userErrors { message code } } }";

/// 3 caps of 100, paid and sent: the order, the variant and the line of the parcel.
async fn sent(shop: &Shop) -> (Value, Value, Value) {
    let variant = shop.product("Lue", "100", 5).await;
    let order = shop
        .create_order(
            json!({ "lineItems": [{ "variantId": variant, "quantity": 3 }], "transactions": [payment("300", "SALE")] }),
        )
        .await;
    let first = waiting(shop, &order).await.remove(0);
    let parcel = shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await["fulfillment"].clone();
    (order, variant, parcel["fulfillmentLineItems"]["nodes"][0]["id"].clone())
}

fn pieces(order: &Value, parcel_line: &Value, quantity: i64) -> Value {
    json!({ "orderId": order["id"], "returnLineItems": [
        { "fulfillmentLineItemId": parcel_line, "quantity": quantity, "returnReasonDefinitionId": "gid://shopify/ReturnReasonDefinition/6" },
    ] })
}

#[tokio::test]
async fn a_return_says_what_comes_back_and_why() {
    let shop = Shop::new();
    let (order, _, parcel_line) = sent(&shop).await;
    let back = shop.done(RETURN, json!({ "input": pieces(&order, &parcel_line, 2) })).await["return"].clone();
    assert_eq!(
        (&back["name"], &back["status"], &back["totalQuantity"]),
        (&json!("#1001-R1"), &json!("OPEN"), &json!(2))
    );
    assert_eq!(back["order"], json!({ "id": order["id"], "returnStatus": "IN_PROGRESS" }));
    let line = &back["returnLineItems"]["nodes"][0];
    assert_eq!(line["fulfillmentLineItem"]["lineItem"]["title"], "Lue");
    assert_eq!(line["returnReasonDefinition"]["handle"], "defective");
    let reverse = &back["reverseFulfillmentOrders"]["nodes"][0];
    assert_eq!((&reverse["status"], &reverse["lineItems"]["nodes"][0]["totalQuantity"]), (&json!("OPEN"), &json!(2)));
    let query = "query($id: ID!) { order(id: $id) { returns(first: 5) { nodes { name } } } }";
    assert_eq!(
        shop.one(query, json!({ "id": order["id"] })).await["returns"]["nodes"],
        json!([{ "name": "#1001-R1" }])
    );
    let more = shop.one(RETURN, json!({ "input": pieces(&order, &parcel_line, 2) })).await;
    assert_eq!(more["userErrors"][0]["message"], "Return line item has an invalid quantity.");
    assert_eq!(more["userErrors"][0]["field"], json!(["returnInput", "returnLineItems", "0", "quantity"]));
    let none = shop.one(RETURN, json!({ "input": { "orderId": order["id"], "returnLineItems": [] } })).await;
    assert_eq!(none["userErrors"][0]["code"], "BLANK");
}

#[tokio::test]
async fn the_reasons_are_found_by_their_handles() {
    let shop = Shop::new();
    let data = shop
        .data("{ returnReasonDefinitions(first: 5, handles: [\"defective\"]) { nodes { id handle name deleted } } }")
        .await;
    assert_eq!(
        data["returnReasonDefinitions"]["nodes"],
        json!([{ "id": "gid://shopify/ReturnReasonDefinition/6", "handle": "defective", "name": "Damaged or defective", "deleted": false }])
    );
}

#[tokio::test]
async fn a_request_is_approved_or_declined_once() {
    let shop = Shop::new();
    let (order, _, parcel_line) = sent(&shop).await;
    let asked = shop.done(REQUEST, json!({ "input": pieces(&order, &parcel_line, 1) })).await["return"].clone();
    assert_eq!((&asked["status"], &asked["order"]["returnStatus"]), (&json!("REQUESTED"), &json!("RETURN_REQUESTED")));
    assert_eq!(asked["reverseFulfillmentOrders"]["nodes"], json!([]));
    let approved = shop.done(APPROVE, json!({ "input": { "id": asked["id"] } })).await["return"].clone();
    assert_eq!(
        approved,
        json!({ "status": "OPEN", "requestApprovedAt": "2026-11-02T08:30:00Z", "order": { "returnStatus": "IN_PROGRESS" } })
    );
    let late = json!({ "input": { "id": asked["id"], "declineReason": "OTHER" } });
    assert_eq!(shop.one(DECLINE, late).await["userErrors"][0]["code"], "INVALID_STATE");
    let second = shop.done(REQUEST, json!({ "input": pieces(&order, &parcel_line, 2) })).await["return"].clone();
    let decline = json!({ "input": { "id": second["id"], "declineReason": "FINAL_SALE", "declineNote": "Salg" } });
    let declined = shop.done(DECLINE, decline).await["return"].clone();
    assert_eq!(
        (&declined["status"], &declined["decline"]),
        (&json!("DECLINED"), &json!({ "reason": "FINAL_SALE", "note": "Salg" }))
    );
    // What was declined may be asked for again.
    shop.done(REQUEST, json!({ "input": pieces(&order, &parcel_line, 2) })).await;
}

#[tokio::test]
async fn processing_takes_pieces_out_restocks_them_and_pays_back() {
    let shop = Shop::new();
    let (order, variant, parcel_line) = sent(&shop).await;
    let back = shop.done(RETURN, json!({ "input": pieces(&order, &parcel_line, 2) })).await["return"].clone();
    let reverse = &back["reverseFulfillmentOrders"]["nodes"][0]["lineItems"]["nodes"][0]["id"];
    let parent = shop.order(&order["id"], "transactions(first: 1) { id }").await["transactions"][0]["id"].clone();
    let dispose = |kind: &str| json!({ "dispositionType": kind, "locationId": LOCATION, "quantity": 1, "reverseFulfillmentOrderLineItemId": reverse });
    let input = json!({
        "returnId": back["id"],
        "returnLineItems": [{
            "id": back["returnLineItems"]["nodes"][0]["id"],
            "quantity": 2,
            "dispositions": [dispose("RESTOCKED"), dispose("MISSING")],
        }],
        "financialTransfer": { "issueRefund": { "orderTransactions": [
            { "parentId": parent, "transactionAmount": { "amount": "200", "currencyCode": "NOK" } },
        ] } },
    });
    let processed = shop.done(PROCESS, json!({ "input": input.clone() })).await["return"].clone();
    assert_eq!(processed["status"], "OPEN");
    assert_eq!(processed["returnLineItems"]["nodes"], json!([{ "processedQuantity": 2, "unprocessedQuantity": 0 }]));
    assert_eq!(
        processed["refunds"]["nodes"],
        json!([{
            "return": { "id": back["id"] },
            "totalRefundedSet": { "shopMoney": { "amount": "200.0" } },
            "orderAdjustments": { "nodes": [] },
            "refundLineItems": { "nodes": [
                { "quantity": 1, "restockType": "RETURN", "restocked": true },
                { "quantity": 1, "restockType": "NO_RESTOCK", "restocked": false },
            ] },
        }])
    );
    let reverse = &processed["reverseFulfillmentOrders"]["nodes"][0];
    assert_eq!(reverse["status"], "CLOSED");
    assert_eq!(reverse["lineItems"]["nodes"][0]["dispositions"][1]["type"], "MISSING");
    assert_eq!(shop.stock(&variant).await, 6);
    let after = shop
        .order(
            &order["id"],
            "displayFinancialStatus displayFulfillmentStatus currentTotalPriceSet { shopMoney { amount } }",
        )
        .await;
    assert_eq!(
        after,
        json!({
            "displayFinancialStatus": "PARTIALLY_REFUNDED",
            "displayFulfillmentStatus": "FULFILLED",
            "currentTotalPriceSet": { "shopMoney": { "amount": "100.0" } },
        })
    );
    let again = shop.one(PROCESS, json!({ "input": input })).await;
    assert_eq!(again["userErrors"][0]["message"], "Return line item has an invalid quantity.");
    assert_eq!(shop.one(CALL_OFF, json!({ "id": back["id"] })).await["userErrors"][0]["code"], "INVALID_STATE");
}

#[tokio::test]
async fn an_exchange_adds_what_the_buyer_gets_instead_and_pays_back_the_difference() {
    let shop = Shop::new();
    let (order, _, parcel_line) = sent(&shop).await;
    let socks = shop.product("Sokker", "65", 9).await;
    let mut input = pieces(&order, &parcel_line, 1);
    input["exchangeLineItems"] = json!([{ "variantId": socks, "quantity": 1 }]);
    let back = shop.done(RETURN, json!({ "input": input })).await["return"].clone();
    let exchange = &back["exchangeLineItems"]["nodes"][0];
    assert_eq!((&exchange["title"], &exchange["variantSku"]), (&json!("Sokker"), &json!("Sokker")));
    let parent = shop.order(&order["id"], "transactions(first: 1) { id }").await["transactions"][0]["id"].clone();
    let input = json!({
        "returnId": back["id"],
        "returnLineItems": [{ "id": back["returnLineItems"]["nodes"][0]["id"], "quantity": 1 }],
        "exchangeLineItems": [{ "id": exchange["id"], "quantity": 1 }],
        "financialTransfer": { "issueRefund": { "orderTransactions": [
            { "parentId": parent, "transactionAmount": { "amount": "35", "currencyCode": "NOK" } },
        ] } },
    });
    let processed = shop.done(PROCESS, json!({ "input": input })).await["return"].clone();
    assert_eq!(
        processed["exchangeLineItems"]["nodes"],
        json!([{ "processedQuantity": 1, "lineItems": [{ "title": "Sokker", "currentQuantity": 1 }] }])
    );
    assert_eq!(processed["refunds"]["nodes"][0]["orderAdjustments"]["nodes"], json!([]));
    assert_eq!(shop.stock(&socks).await, 8);
    let after = shop.order(&order["id"], "displayFulfillmentStatus totalOutstandingSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } }").await;
    assert_eq!(
        after,
        json!({
            "displayFulfillmentStatus": "PARTIALLY_FULFILLED",
            "totalOutstandingSet": { "shopMoney": { "amount": "0.0" } },
            "currentTotalPriceSet": { "shopMoney": { "amount": "265.0" } },
        })
    );
}

#[tokio::test]
async fn a_return_is_closed_opened_again_and_called_off() {
    let shop = Shop::new();
    let (order, _, parcel_line) = sent(&shop).await;
    let back = shop.done(RETURN, json!({ "input": pieces(&order, &parcel_line, 1) })).await["return"]["id"].clone();
    let id = json!({ "id": back });
    let closed = shop.done(CLOSE, id.clone()).await["return"].clone();
    assert_eq!(
        closed,
        json!({ "status": "CLOSED", "closedAt": "2026-11-02T08:30:00Z", "order": { "returnStatus": "RETURNED" } })
    );
    assert_eq!(shop.one(CLOSE, id.clone()).await["userErrors"][0]["code"], "INVALID_STATE");
    assert_eq!(shop.done(REOPEN, id.clone()).await["return"], json!({ "status": "OPEN", "closedAt": null }));
    let off = shop.done(CALL_OFF, id).await["return"].clone();
    assert_eq!(off, json!({ "status": "CANCELED", "order": { "returnStatus": "NO_RETURN" } }));
    shop.done(RETURN, json!({ "input": pieces(&order, &parcel_line, 3) })).await;
}

#[tokio::test]
async fn an_order_with_an_open_return_is_not_cancelled_and_its_parcel_neither() {
    let shop = Shop::new();
    let (order, _, parcel_line) = sent(&shop).await;
    shop.done(RETURN, json!({ "input": pieces(&order, &parcel_line, 1) })).await;
    let parcels = shop.order(&order["id"], "fulfillments { id }").await;
    let cancel = "mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { id } userErrors { message } } }";
    let refused = shop.refused(cancel, json!({ "id": parcels["fulfillments"][0]["id"] })).await;
    assert_eq!(refused, "Cannot cancel a fulfillment that has returns.");
    let refused = shop.refused(CANCEL, json!({ "id": order["id"], "restock": false })).await;
    assert_eq!(refused, "Cannot cancel an order that has returns");
}

/// A refund of pieces that have come back without a return.
async fn refund(shop: &Shop, order: &Value, quantity: i64) {
    let lines = shop.order(&order["id"], "lineItems(first: 1) { nodes { id } }").await;
    let id = &lines["lineItems"]["nodes"][0]["id"];
    let pieces = json!([{ "lineItemId": id, "quantity": quantity, "restockType": "RETURN", "locationId": LOCATION }]);
    shop.done(REFUND, json!({ "input": { "orderId": order["id"], "refundLineItems": pieces }, "key": "1" })).await;
}

#[tokio::test]
async fn pieces_come_back_once() {
    let shop = Shop::new();
    let (order, variant, parcel_line) = sent(&shop).await;
    let back = shop.done(RETURN, json!({ "input": pieces(&order, &parcel_line, 2) })).await["return"].clone();
    refund(&shop, &order, 1).await;
    let third = shop.one(RETURN, json!({ "input": pieces(&order, &parcel_line, 1) })).await;
    assert_eq!(third["userErrors"][0]["message"], "Return line item has an invalid quantity.");
    let lines = shop.order(&order["id"], "lineItems(first: 1) { nodes { id } }").await;
    let again = json!([{ "lineItemId": lines["lineItems"]["nodes"][0]["id"], "quantity": 1, "restockType": "RETURN", "locationId": LOCATION }]);
    shop.done(REFUND, json!({ "input": { "orderId": order["id"], "refundLineItems": again }, "key": "2" })).await;
    let process = |quantity: i64| {
        let lines = json!([{ "id": back["returnLineItems"]["nodes"][0]["id"], "quantity": quantity }]);
        json!({ "input": { "returnId": back["id"], "returnLineItems": lines } })
    };
    let refused = shop.one(PROCESS, process(2)).await;
    assert_eq!(refused["userErrors"][0]["message"], "Return line item has an invalid quantity.");
    shop.done(PROCESS, process(1)).await;
    assert_eq!(shop.stock(&variant).await, 7);
    let after = shop.order(&order["id"], "lineItems(first: 1) { nodes { currentQuantity } }").await;
    assert_eq!(after["lineItems"]["nodes"][0]["currentQuantity"], 0);
}
