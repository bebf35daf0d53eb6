//! What others hear of the stock, of places and of what is sent.

use devstore::Purchase;
use serde_json::{Value, json};

use crate::fulfilment::{SEND, all_of, waiting};
use crate::idempotency::SET;
use crate::inventory::set;
use crate::levels::{item, oslo, stock_up};
use crate::shop::line;
use crate::webhooks::{HOOK, Listening, body};

async fn listening(topics: &[&str]) -> Listening {
    let listening = Listening::new();
    for topic in topics {
        listening.subscribe(topic, json!({ "uri": HOOK })).await;
    }
    listening
}

/// The topics that were told, and the body of the last one.
async fn told(listening: &Listening) -> (Vec<String>, Value) {
    let arrived = listening.deliver().await;
    let topic = |headers: &[(&str, String)]| {
        headers.iter().find(|(name, _)| *name == "X-Shopify-Topic").map(|(_, topic)| topic.clone()).unwrap()
    };
    let topics = arrived.iter().map(|webhook| topic(&webhook.headers)).collect();
    (topics, arrived.last().map(body).unwrap_or_default())
}

#[tokio::test]
async fn a_level_is_told_when_what_is_available_or_on_hand_changes_and_not_when_it_stays() {
    let listening = listening(&["INVENTORY_LEVELS_UPDATE", "PRODUCTS_UPDATE"]).await;
    let shop = &listening.shop;
    let hat = shop.product("Lue", "100", 7).await;
    let item = item(shop, &hat).await;
    listening.deliver().await;
    shop.done(SET, set("available", &item, 9, json!(7))).await;
    let (topics, body) = told(&listening).await;
    assert_eq!(topics, ["products/update", "inventory_levels/update"]);
    let number: u64 = item.as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap();
    assert_eq!((&body["inventory_item_id"], &body["available"]), (&json!(number), &json!(9)));
    shop.done(SET, set("available", &item, 9, json!(9))).await;
    assert_eq!(told(&listening).await.0, Vec::<String>::new());
    // What is bought is available no more, and on hand until it is sent.
    let placed = shop.handle().buy(&Purchase::of("Lue")).unwrap();
    assert_eq!(told(&listening).await.1["available"], 8);
    let first = waiting(shop, &json!({ "id": placed.id })).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert_eq!(told(&listening).await.0, ["inventory_levels/update"]);
}

#[tokio::test]
async fn an_item_is_told_when_a_location_gets_it_or_has_it_no_more() {
    let topics =
        ["INVENTORY_LEVELS_CONNECT", "INVENTORY_LEVELS_DISCONNECT", "INVENTORY_ITEMS_UPDATE", "INVENTORY_ITEMS_CREATE"];
    let listening = listening(&topics).await;
    let shop = &listening.shop;
    let hat = shop.product("Lue", "100", 7).await;
    assert_eq!(told(&listening).await.0, ["inventory_items/create", "inventory_levels/connect"]);
    let oslo = oslo(shop).await;
    stock_up(shop, &hat, &oslo, 2).await;
    assert_eq!(told(&listening).await.0, ["inventory_levels/connect"]);
    let toggle = "mutation($item: ID!, $updates: [InventoryBulkToggleActivationInput!]!) {
      inventoryBulkToggleActivation(inventoryItemId: $item, inventoryItemUpdates: $updates) { userErrors { message } }
    }";
    let item = item(shop, &hat).await;
    shop.done(toggle, json!({ "item": item, "updates": [{ "locationId": oslo, "activate": false }] })).await;
    let (topics, body) = told(&listening).await;
    assert_eq!(topics, ["inventory_levels/disconnect"]);
    let number: u64 = oslo.as_str().unwrap().rsplit('/').next().unwrap().parse().unwrap();
    assert_eq!(body["location_id"], number);
    let update = "mutation($id: ID!, $input: InventoryItemInput!) { inventoryItemUpdate(id: $id, input: $input) { userErrors { message } } }";
    shop.done(update, json!({ "id": item, "input": { "cost": "12.50" } })).await;
    let (topics, body) = told(&listening).await;
    assert_eq!((topics, &body["cost"]), (vec!["inventory_items/update".to_owned()], &json!("12.50")));
}

#[tokio::test]
async fn places_and_parcels_are_told_with_what_is_known_of_them() {
    let topics = [
        "LOCATIONS_CREATE",
        "FULFILLMENTS_CREATE",
        "FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE",
        "FULFILLMENT_ORDERS_CANCELLED",
    ];
    let listening = listening(&topics).await;
    let shop = &listening.shop;
    oslo(shop).await;
    let (topics, body) = told(&listening).await;
    assert_eq!((topics, &body["name"]), (vec!["locations/create".to_owned()], &json!("Butikk Oslo")));
    let order = shop.create_order(json!({ "lineItems": [line("Lue", 3, "100")] })).await;
    let (topics, body) = told(&listening).await;
    assert_eq!(topics, ["fulfillment_orders/order_routing_complete"]);
    assert_eq!(body["fulfillment_order"]["status"], "open");
    let first = waiting(shop, &order).await.remove(0);
    let mut sent = all_of(&first);
    sent["trackingInfo"] = json!({ "company": "PostNord", "number": "AB1" });
    shop.done(SEND, json!({ "fulfillment": sent })).await;
    let (topics, body) = told(&listening).await;
    assert_eq!(topics, ["fulfillments/create"]);
    assert_eq!((&body["tracking_number"], &body["line_items"][0]["quantity"]), (&json!("AB1"), &json!(3)));
    let other = shop.create_order(json!({ "lineItems": [line("Lue", 1, "100")] })).await;
    listening.deliver().await;
    shop.done(crate::levels::CANCEL, json!({ "id": other["id"], "restock": true })).await;
    assert_eq!(told(&listening).await.0, ["fulfillment_orders/cancelled"]);
}

#[tokio::test]
async fn a_parcel_that_was_seen_on_its_way_is_told_again() {
    let listening = listening(&["FULFILLMENTS_UPDATE"]).await;
    let shop = &listening.shop;
    let order = shop.create_order(json!({ "lineItems": [line("Lue", 1, "100")] })).await;
    let first = waiting(shop, &order).await.remove(0);
    let parcel = shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await["fulfillment"]["id"].clone();
    let see = "mutation($event: FulfillmentEventInput!) {
      fulfillmentEventCreate(fulfillmentEvent: $event) { userErrors { message } }
    }";
    let event = json!({ "fulfillmentId": parcel, "status": "IN_TRANSIT", "happenedAt": "2026-11-02T12:00:00Z" });
    shop.done(see, json!({ "event": event })).await;
    assert_eq!(told(&listening).await.0, ["fulfillments/update"]);
}
