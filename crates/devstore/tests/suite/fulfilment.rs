use devstore::{Remainder, Sending};
use serde_json::{Value, json};

use crate::shop::{LOCATION, Shop, line};

pub const SEND: &str = "mutation($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) {
    fulfillment {
      id name status displayStatus totalQuantity createdAt
      trackingInfo { company number url }
      location { id }
      fulfillmentLineItems(first: 5) { nodes { id quantity lineItem { title } } }
    }
    userErrors { field message }
  }
}";

pub const HOLD: &str = "mutation($id: ID!, $hold: FulfillmentOrderHoldInput!) {
  fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
    fulfillmentHold { id reason handle displayReason }
    fulfillmentOrder { id status supportedActions { action } }
    remainingFulfillmentOrder { id status lineItems(first: 5) { nodes { totalQuantity } } }
    userErrors { field message code }
  }
}";

pub const RELEASE: &str = "mutation($id: ID!, $holds: [ID!]) {
  fulfillmentOrderReleaseHold(id: $id, holdIds: $holds) { fulfillmentOrder { status } userErrors { code message } }
}";

pub const MOVE: &str = "mutation($id: ID!, $location: ID!, $pieces: [FulfillmentOrderLineItemInput!]) {
  fulfillmentOrderMove(id: $id, newLocationId: $location, fulfillmentOrderLineItems: $pieces) {
    movedFulfillmentOrder { assignedLocation { name location { id } } }
    remainingFulfillmentOrder { assignedLocation { location { id } } lineItems(first: 5) { nodes { totalQuantity } } }
    userErrors { field message }
  }
}";

pub const WAITING: &str = "displayFulfillmentStatus updatedAt fulfillable
  fulfillmentOrders(first: 10) {
    nodes {
      id status supportedActions { action } assignedLocation { name }
      lineItems(first: 10) { nodes { id totalQuantity remainingQuantity lineItem { title } } }
    }
  }";

/// The fulfilment orders of an order.
pub async fn waiting(shop: &Shop, order: &Value) -> Vec<Value> {
    shop.order(&order["id"], WAITING).await["fulfillmentOrders"]["nodes"].as_array().unwrap().clone()
}

/// Everything of a fulfilment order.
pub fn all_of(waiting: &Value) -> Value {
    json!({ "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": waiting["id"] }] })
}

fn some_of(waiting: &Value, place: usize, quantity: i64) -> Value {
    let pieces = json!([{ "id": waiting["lineItems"]["nodes"][place]["id"], "quantity": quantity }]);
    json!({ "lineItemsByFulfillmentOrder": [
        { "fulfillmentOrderId": waiting["id"], "fulfillmentOrderLineItems": pieces },
    ] })
}

async fn two_lines(shop: &Shop) -> Value {
    shop.create_order(json!({ "lineItems": [line("Lue", 3, "100"), line("Sokker", 2, "50")] })).await
}

#[tokio::test]
async fn an_order_waits_at_the_shops_location_when_it_is_created() {
    let shop = Shop::new();
    let order = two_lines(&shop).await;
    let waiting = waiting(&shop, &order).await;
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0]["status"], "OPEN");
    assert_eq!(waiting[0]["assignedLocation"]["name"], "Lager Bergen");
    assert_eq!(
        waiting[0]["supportedActions"],
        json!([{ "action": "CREATE_FULFILLMENT" }, { "action": "MOVE" }, { "action": "HOLD" }])
    );
    let lines = waiting[0]["lineItems"]["nodes"].as_array().unwrap();
    assert_eq!((&lines[0]["remainingQuantity"], &lines[1]["totalQuantity"]), (&json!(3), &json!(2)));
    let query = "query($id: ID!) { fulfillmentOrder(id: $id) { orderName order { id } } }";
    let alone = shop.one(query, json!({ "id": waiting[0]["id"] })).await;
    assert_eq!(alone, json!({ "orderName": "#1001", "order": { "id": order["id"] } }));
}

#[tokio::test]
async fn the_rest_of_a_part_that_was_sent_waits_in_a_new_fulfilment_order_where_the_store_is_set_so() {
    let shop = Shop::new();
    shop.handle().change_sending(&Sending { remainder: Some(Remainder::WaitsAnew), ..Sending::default() }).unwrap();
    let order = two_lines(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    shop.pass(60);
    let mut input = some_of(&first, 0, 2);
    input["trackingInfo"] = json!({ "company": "PostNord", "numbers": ["AB1", "AB2"] });
    let parcel = shop.done(SEND, json!({ "fulfillment": input })).await["fulfillment"].clone();
    assert_eq!(
        (&parcel["name"], &parcel["status"], &parcel["totalQuantity"]),
        (&json!("#1001-F1"), &json!("SUCCESS"), &json!(2))
    );
    assert_eq!(parcel["trackingInfo"][1]["number"], "AB2");
    assert!(parcel["trackingInfo"][0]["url"].as_str().unwrap().ends_with("shipmentId=AB1"));
    let after = shop.order(&order["id"], WAITING).await;
    assert_eq!(after["displayFulfillmentStatus"], "PARTIALLY_FULFILLED");
    assert_eq!(after["updatedAt"], "2026-11-02T08:31:00Z");
    let nodes = after["fulfillmentOrders"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 2);
    assert_eq!((&nodes[0]["status"], &nodes[0]["supportedActions"]), (&json!("CLOSED"), &json!([])));
    assert_eq!(nodes[0]["lineItems"]["nodes"].as_array().unwrap().len(), 1);
    let rest = nodes[1]["lineItems"]["nodes"].as_array().unwrap();
    assert_eq!((&rest[0]["remainingQuantity"], &rest[1]["remainingQuantity"]), (&json!(1), &json!(2)));
    shop.done(SEND, json!({ "fulfillment": all_of(&nodes[1]) })).await;
    let selection = "displayFulfillmentStatus fulfillable fulfillments { name } lineItems(first: 5) { nodes { unfulfilledQuantity } }";
    assert_eq!(
        shop.order(&order["id"], selection).await,
        json!({
            "displayFulfillmentStatus": "FULFILLED",
            "fulfillable": false,
            "fulfillments": [{ "name": "#1001-F1" }, { "name": "#1001-F2" }],
            "lineItems": { "nodes": [{ "unfulfilledQuantity": 0 }, { "unfulfilledQuantity": 0 }] },
        })
    );
}

#[tokio::test]
async fn what_does_not_wait_is_not_sent() {
    let shop = Shop::new();
    let order = two_lines(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let refused = |input: Value| shop.refused(SEND, json!({ "fulfillment": input }));
    assert_eq!(refused(some_of(&first, 0, 4)).await, "Invalid fulfillment order line item quantity requested.");
    assert_eq!(refused(some_of(&first, 0, 0)).await, "Quantity must be greater than 0");
    assert_eq!(
        refused(
            json!({ "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": "gid://shopify/FulfillmentOrder/1" }] })
        )
        .await,
        "Fulfillment order does not exist."
    );
    let other = waiting(&shop, &two_lines(&shop).await).await.remove(0);
    let both = json!({ "lineItemsByFulfillmentOrder": [
        { "fulfillmentOrderId": first["id"] }, { "fulfillmentOrderId": other["id"] },
    ] });
    assert_eq!(refused(both).await, "All fulfillment orders must belong to the same order.");
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    let again = refused(all_of(&first)).await;
    assert!(again.ends_with("has an unfulfillable status= closed."), "{again}");
}

#[tokio::test]
async fn a_parcel_that_is_cancelled_waits_again_and_is_cancelled_once() {
    let shop = Shop::new();
    let order = two_lines(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let parcel = shop.done(SEND, json!({ "fulfillment": some_of(&first, 1, 1) })).await["fulfillment"].clone();
    let cancel = "mutation($id: ID!) {
      fulfillmentCancel(id: $id) { fulfillment { status displayStatus } userErrors { field message } }
    }";
    let id = json!({ "id": parcel["id"] });
    let cancelled = shop.done(cancel, id.clone()).await;
    assert_eq!(cancelled["fulfillment"], json!({ "status": "CANCELLED", "displayStatus": "CANCELED" }));
    let after = shop.order(&order["id"], WAITING).await;
    assert_eq!(after["displayFulfillmentStatus"], "UNFULFILLED");
    assert_eq!(after["fulfillmentOrders"]["nodes"][0]["lineItems"]["nodes"][1]["remainingQuantity"], 2);
    assert_eq!(shop.refused(cancel, id).await, "Fulfillment has already been cancelled.");
}

#[tokio::test]
async fn tracking_can_be_changed_until_the_parcel_is_cancelled() {
    let shop = Shop::new();
    let order = two_lines(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let parcel = shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await["fulfillment"].clone();
    shop.pass(30);
    let track = "mutation($id: ID!, $tracking: FulfillmentTrackingInput!) {
      fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $tracking) {
        fulfillment { updatedAt trackingInfo { company number url } order { updatedAt } } userErrors { field message }
      }
    }";
    let tracking = json!({ "company": "Sykkelbud", "number": "7", "url": "https://sykkelbud.example/7" });
    let tracked = shop.done(track, json!({ "id": parcel["id"], "tracking": tracking })).await;
    let later = "2026-11-02T08:30:30Z";
    assert_eq!(
        tracked["fulfillment"],
        json!({ "updatedAt": later, "trackingInfo": [tracking], "order": { "updatedAt": later } })
    );
    let missing = json!({ "id": "gid://shopify/Fulfillment/1", "tracking": {} });
    assert_eq!(shop.refused(track, missing).await, "Fulfillment does not exist.");
}

#[tokio::test]
async fn what_is_on_hold_is_not_sent_until_its_last_hold_is_released() {
    let shop = Shop::new();
    let order = two_lines(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let hold = |handle: &str| json!({ "id": first["id"], "hold": { "reason": "INCORRECT_ADDRESS", "handle": handle } });
    let held = shop.done(HOLD, hold("a")).await;
    assert_eq!(held["fulfillmentHold"]["displayReason"], "Incorrect address");
    assert_eq!(held["fulfillmentOrder"]["status"], "ON_HOLD");
    assert_eq!(held["remainingFulfillmentOrder"], Value::Null);
    let again = shop.one(HOLD, hold("a")).await;
    assert_eq!(again["userErrors"][0]["code"], "DUPLICATE_FULFILLMENT_HOLD_HANDLE");
    let second = shop.done(HOLD, hold("b")).await["fulfillmentHold"]["id"].clone();
    assert_eq!(shop.order(&order["id"], WAITING).await["displayFulfillmentStatus"], "ON_HOLD");
    let refused = shop.refused(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert!(refused.ends_with("has an unfulfillable status= on_hold."), "{refused}");
    let one = shop.done(RELEASE, json!({ "id": first["id"], "holds": [second] })).await;
    assert_eq!(one["fulfillmentOrder"]["status"], "ON_HOLD");
    let all = shop.done(RELEASE, json!({ "id": first["id"] })).await;
    assert_eq!(all["fulfillmentOrder"]["status"], "OPEN");
    assert_eq!(shop.refused(RELEASE, json!({ "id": first["id"] })).await, "Fulfillment order is not on hold.");
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
}

#[tokio::test]
async fn a_fulfilment_order_has_at_most_ten_holds() {
    let shop = Shop::new();
    let first = waiting(&shop, &two_lines(&shop).await).await.remove(0);
    for number in 0..10 {
        shop.done(HOLD, json!({ "id": first["id"], "hold": { "reason": "OTHER", "handle": format!("h{number}") } }))
            .await;
    }
    let more = shop.one(HOLD, json!({ "id": first["id"], "hold": { "reason": "OTHER", "handle": "more" } })).await;
    assert_eq!(more["userErrors"][0]["code"], "FULFILLMENT_ORDER_HOLD_LIMIT_REACHED");
}

#[tokio::test]
async fn holding_some_pieces_leaves_the_others_free() {
    let shop = Shop::new();
    let first = waiting(&shop, &two_lines(&shop).await).await.remove(0);
    let pieces = json!([{ "id": first["lineItems"]["nodes"][0]["id"], "quantity": 1 }]);
    let hold = json!({ "reason": "OTHER", "fulfillmentOrderLineItems": pieces });
    let held = shop.done(HOLD, json!({ "id": first["id"], "hold": hold })).await;
    let rest = &held["remainingFulfillmentOrder"];
    assert_eq!(rest["status"], "OPEN");
    assert_eq!(rest["lineItems"]["nodes"], json!([{ "totalQuantity": 2 }, { "totalQuantity": 2 }]));
}

#[tokio::test]
async fn what_is_moved_is_sent_from_its_new_location_and_not_together_with_the_rest() {
    let shop = Shop::new();
    let add = "mutation($input: LocationAddInput!) { locationAdd(input: $input) { location { id } userErrors { code message } } }";
    let input = json!({ "input": { "name": "Butikk Oslo", "address": { "countryCode": "NO", "city": "Oslo" } } });
    let oslo = shop.done(add, input.clone()).await["location"]["id"].clone();
    assert_eq!(shop.one(add, input).await["userErrors"][0]["code"], "TAKEN");
    let order = two_lines(&shop).await;
    let first = waiting(&shop, &order).await.remove(0);
    let pieces = json!([{ "id": first["lineItems"]["nodes"][1]["id"], "quantity": 2 }]);
    let same = shop.refused(MOVE, json!({ "id": first["id"], "location": LOCATION })).await;
    assert_eq!(same, "Cannot move fulfillment order to the location it is already assigned to.");
    let moved = shop.done(MOVE, json!({ "id": first["id"], "location": oslo, "pieces": pieces })).await;
    assert_eq!(moved["movedFulfillmentOrder"]["assignedLocation"]["name"], "Butikk Oslo");
    let rest = &moved["remainingFulfillmentOrder"];
    assert_eq!(rest["assignedLocation"]["location"]["id"], LOCATION);
    assert_eq!(rest["lineItems"]["nodes"], json!([{ "totalQuantity": 3 }]));
    let nodes = waiting(&shop, &order).await;
    let both = json!({ "lineItemsByFulfillmentOrder": [
        { "fulfillmentOrderId": nodes[0]["id"] }, { "fulfillmentOrderId": nodes[1]["id"] },
    ] });
    let refused = shop.refused(SEND, json!({ "fulfillment": both })).await;
    assert_eq!(refused, "All fulfillment orders must be assigned to the same location.");
    let parcel = shop.done(SEND, json!({ "fulfillment": all_of(&nodes[0]) })).await["fulfillment"].clone();
    assert_eq!(parcel["location"]["id"], oslo);
}

#[tokio::test]
async fn only_what_is_scheduled_is_opened() {
    let shop = Shop::new();
    let first = waiting(&shop, &two_lines(&shop).await).await.remove(0);
    let open =
        "mutation($id: ID!) { fulfillmentOrderOpen(id: $id) { fulfillmentOrder { id } userErrors { message } } }";
    assert_eq!(shop.refused(open, json!({ "id": first["id"] })).await, "Fulfillment order is not scheduled.");
}

#[tokio::test]
async fn an_order_that_was_sent_before_it_came_here_has_a_parcel() {
    let shop = Shop::new();
    let order =
        shop.create_order(json!({ "lineItems": [line("Lue", 3, "100")], "fulfillmentStatus": "FULFILLED" })).await;
    let selection = "displayFulfillmentStatus fulfillments { totalQuantity }";
    assert_eq!(
        shop.order(&order["id"], selection).await,
        json!({ "displayFulfillmentStatus": "FULFILLED", "fulfillments": [{ "totalQuantity": 3 }] })
    );
}
