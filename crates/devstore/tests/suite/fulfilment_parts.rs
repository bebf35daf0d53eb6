use serde_json::{Value, json};

use crate::fulfilment::{HOLD, MOVE, RELEASE, SEND, WAITING, all_of, waiting};
use crate::levels::oslo;
use crate::order_edits::{BEGIN, COMMIT, SET_QUANTITY};
use crate::refunds::REFUND;
use crate::shop::{LOCATION, Shop, line};

async fn caps(shop: &Shop) -> Value {
    shop.create_order(json!({ "lineItems": [line("Lue", 3, "100")] })).await
}

fn entry(waiting: &Value, quantity: i64) -> Value {
    let pieces = json!([{ "id": waiting["lineItems"]["nodes"][0]["id"], "quantity": quantity }]);
    json!({ "fulfillmentOrderId": waiting["id"], "fulfillmentOrderLineItems": pieces })
}

#[tokio::test]
async fn a_fulfilment_order_that_is_named_twice_is_counted_together() {
    let shop = Shop::new();
    let order = caps(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let send = |entries: [Value; 2]| json!({ "fulfillment": { "lineItemsByFulfillmentOrder": entries } });
    let refused = shop.refused(SEND, send([entry(&first, 2), entry(&first, 2)])).await;
    assert_eq!(refused, "Invalid fulfillment order line item quantity requested.");
    let parcel = shop.done(SEND, send([entry(&first, 1), entry(&first, 1)])).await["fulfillment"].clone();
    assert_eq!(parcel["totalQuantity"], 2);
    assert_eq!(parcel["fulfillmentLineItems"]["nodes"].as_array().unwrap().len(), 1);
    let rest = waiting(&shop, &order).await.remove(0);
    assert_eq!(rest["lineItems"]["nodes"][0]["remainingQuantity"], 1);
}

#[tokio::test]
async fn what_is_held_is_held_on_both_sides_of_a_move() {
    let shop = Shop::new();
    let oslo = oslo(&shop).await;
    let order = caps(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let hold = json!({ "reason": "INCORRECT_ADDRESS", "handle": "a" });
    shop.done(HOLD, json!({ "id": first["id"], "hold": hold })).await;
    let pieces = json!([{ "id": first["lineItems"]["nodes"][0]["id"], "quantity": 1 }]);
    shop.done(MOVE, json!({ "id": first["id"], "location": oslo, "pieces": pieces })).await;
    let selection = "fulfillmentOrders(first: 5) { nodes { id status fulfillmentHolds { id reason } } }";
    let after = shop.order(&order["id"], selection).await["fulfillmentOrders"]["nodes"].clone();
    for part in after.as_array().unwrap() {
        assert_eq!((&part["status"], &part["fulfillmentHolds"][0]["reason"]), (&json!("ON_HOLD"), &hold["reason"]));
    }
    assert_ne!(after[0]["fulfillmentHolds"][0]["id"], after[1]["fulfillmentHolds"][0]["id"]);
    let refused = shop.refused(SEND, json!({ "fulfillment": all_of(&after[1]) })).await;
    assert!(refused.ends_with("has an unfulfillable status= on_hold."), "{refused}");
}

#[tokio::test]
async fn what_was_begun_and_is_held_moves_with_holds_of_its_own_that_can_be_released() {
    let shop = Shop::new();
    let oslo = oslo(&shop).await;
    let order = caps(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": { "lineItemsByFulfillmentOrder": [entry(&first, 1)] } })).await;
    let hold = json!({ "reason": "INCORRECT_ADDRESS", "handle": "a" });
    let held = shop.done(HOLD, json!({ "id": first["id"], "hold": hold })).await["fulfillmentHold"].clone();
    shop.done(MOVE, json!({ "id": first["id"], "location": oslo })).await;
    let selection = "fulfillmentOrders(first: 5) { nodes { id status fulfillmentHolds { id } } }";
    let after = shop.order(&order["id"], selection).await["fulfillmentOrders"]["nodes"].clone();
    let (sent, moved) = (&after[0], &after[1]);
    assert_eq!((&sent["status"], &sent["fulfillmentHolds"]), (&json!("CLOSED"), &json!([])));
    assert_eq!(moved["status"], "ON_HOLD");
    assert_ne!(moved["fulfillmentHolds"][0]["id"], held["id"]);
    let refused = shop.refused(SEND, json!({ "fulfillment": all_of(moved) })).await;
    assert!(refused.ends_with("has an unfulfillable status= on_hold."), "{refused}");
    let holds = json!([moved["fulfillmentHolds"][0]["id"]]);
    let released = shop.done(RELEASE, json!({ "id": moved["id"], "holds": holds })).await;
    assert_eq!(released["fulfillmentOrder"]["status"], "OPEN");
    shop.done(SEND, json!({ "fulfillment": all_of(moved) })).await;
    assert_eq!(shop.order(&order["id"], WAITING).await["displayFulfillmentStatus"], "FULFILLED");
}

#[tokio::test]
async fn what_is_moved_of_an_order_that_was_begun_is_open_and_what_stays_is_in_progress() {
    let shop = Shop::new();
    let oslo = oslo(&shop).await;
    let order = caps(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": { "lineItemsByFulfillmentOrder": [entry(&first, 1)] } })).await;
    let pieces = json!([{ "id": first["lineItems"]["nodes"][0]["id"], "quantity": 1 }]);
    shop.done(MOVE, json!({ "id": first["id"], "location": oslo, "pieces": pieces })).await;
    let told: Vec<Value> = waiting(&shop, &order).await.into_iter().map(|one| one["status"].clone()).collect();
    assert_eq!(told, ["IN_PROGRESS", "OPEN"]);
}

#[tokio::test]
async fn pieces_that_are_added_after_others_came_back_wait_to_be_sent() {
    let shop = Shop::new();
    let order = caps(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    let lines = shop.order(&order["id"], "lineItems(first: 1) { nodes { id } }").await;
    let back = json!([{ "lineItemId": lines["lineItems"]["nodes"][0]["id"], "quantity": 2, "restockType": "RETURN", "locationId": LOCATION }]);
    shop.done(REFUND, json!({ "input": { "orderId": order["id"], "refundLineItems": back }, "key": "1" })).await;
    let begun = shop.done(BEGIN, json!({ "id": order["id"] })).await["calculatedOrder"].clone();
    let line = &begun["lineItems"]["nodes"][0]["id"];
    shop.done(SET_QUANTITY, json!({ "id": begun["id"], "line": line, "quantity": 3 })).await;
    shop.done(COMMIT, json!({ "id": begun["id"] })).await;
    let after = shop.order(&order["id"], WAITING).await;
    assert_eq!(after["displayFulfillmentStatus"], "PARTIALLY_FULFILLED");
    let added = &after["fulfillmentOrders"]["nodes"][1];
    assert_eq!((&added["status"], &added["lineItems"]["nodes"][0]["remainingQuantity"]), (&json!("OPEN"), &json!(2)));
}

#[tokio::test]
async fn an_order_may_be_sent_from_when_it_was_placed() {
    let shop = Shop::new();
    let order = caps(&shop).await;
    shop.pass(60);
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": { "lineItemsByFulfillmentOrder": [entry(&first, 1)] } })).await;
    let selection = "createdAt fulfillmentOrders(first: 5) { nodes { fulfillAt } }";
    let after = shop.order(&order["id"], selection).await;
    let placed = json!({ "fulfillAt": after["createdAt"] });
    assert_eq!(after["fulfillmentOrders"]["nodes"], json!([placed]));
}
