//! How a fulfilment order goes on: parts of it, later, by a service, seen on its way.

use devstore::{NewService, RequestStatus, Sending};
use serde_json::{Value, json};

use crate::fulfilment::{HOLD, MOVE, RELEASE, SEND, WAITING, all_of, waiting};
use crate::levels::{bergen, order, stock_up};
use crate::shop::{LOCATION, Shop, line};

const OPEN: &str =
    "mutation($id: ID!) { fulfillmentOrderOpen(id: $id) { fulfillmentOrder { status } userErrors { message } } }";

/// Some pieces of the first line of a fulfilment order.
fn part(waiting: &Value, quantity: i64) -> Value {
    let pieces = json!([{ "id": waiting["lineItems"]["nodes"][0]["id"], "quantity": quantity }]);
    json!({ "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": waiting["id"], "fulfillmentOrderLineItems": pieces }] })
}

fn of(waiting: &Value) -> Sending {
    Sending { fulfillment_order: Some(waiting["id"].as_str().unwrap().to_owned()), ..Sending::default() }
}

#[tokio::test]
async fn a_part_that_is_sent_leaves_the_rest_in_progress_until_nothing_is_left() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("Lue", 3, "100"), line("Sokker", 2, "50")] })).await;
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": part(&first, 2) })).await;
    let after = waiting(&shop, &order).await;
    assert_eq!((after.len(), &after[0]["status"]), (1, &json!("IN_PROGRESS")));
    let lines = &after[0]["lineItems"]["nodes"];
    assert_eq!((&lines[0]["totalQuantity"], &lines[0]["remainingQuantity"]), (&json!(3), &json!(1)));
    assert!(after[0]["supportedActions"].as_array().unwrap().contains(&json!({ "action": "CREATE_FULFILLMENT" })));
    assert_eq!(
        shop.refused(SEND, json!({ "fulfillment": part(&first, 2) })).await,
        "Invalid fulfillment order line item quantity requested."
    );
    let rest = shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await["fulfillment"].clone();
    assert_eq!((&rest["name"], &rest["totalQuantity"]), (&json!("#1001-F2"), &json!(3)));
    let done = shop.order(&order["id"], WAITING).await;
    assert_eq!(
        (&done["displayFulfillmentStatus"], &done["fulfillmentOrders"]["nodes"][0]["status"]),
        (&json!("FULFILLED"), &json!("CLOSED"))
    );
}

#[tokio::test]
async fn a_cancelled_part_waits_again_where_it_waited() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("Lue", 3, "100")] })).await;
    let first = waiting(&shop, &order).await.remove(0);
    let parcel = shop.done(SEND, json!({ "fulfillment": part(&first, 2) })).await["fulfillment"]["id"].clone();
    let cancel = "mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { id } userErrors { message } } }";
    shop.done(cancel, json!({ "id": parcel })).await;
    let after = waiting(&shop, &order).await;
    assert_eq!(
        (after.len(), &after[0]["status"], &after[0]["lineItems"]["nodes"][0]["remainingQuantity"]),
        (1, &json!("OPEN"), &json!(3))
    );
}

#[tokio::test]
async fn what_is_shipped_is_not_sent_with_what_is_not() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let order =
        shop.create_order(json!({ "lineItems": [{ "variantId": hat, "quantity": 1 }, line("Kurs", 1, "50")] })).await;
    let query = "fulfillmentOrders(first: 5) { nodes { id deliveryMethod { methodType } } }";
    let nodes = shop.order(&order["id"], query).await["fulfillmentOrders"]["nodes"].clone();
    let methods: Vec<&Value> =
        nodes.as_array().unwrap().iter().map(|node| &node["deliveryMethod"]["methodType"]).collect();
    assert_eq!(methods, ["SHIPPING", "NONE"]);
    let both = json!({ "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": nodes[0]["id"] }, { "fulfillmentOrderId": nodes[1]["id"] }] });
    let refused = shop.refused(SEND, json!({ "fulfillment": both })).await;
    assert_eq!(refused, "All fulfillment orders must have the same delivery method type.");
}

#[tokio::test]
async fn what_is_scheduled_is_opened_before_it_is_sent() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("Lue", 3, "100")] })).await;
    let first = waiting(&shop, &order).await.remove(0);
    let later = Sending { scheduled_for: Some("2026-12-01T08:00:00Z".parse().unwrap()), ..of(&first) };
    shop.handle().change_sending(&later).unwrap();
    let selection = "displayFulfillmentStatus fulfillmentOrders(first: 1) { nodes { status fulfillAt supportedActions { action } } }";
    assert_eq!(
        shop.order(&order["id"], selection).await,
        json!({
            "displayFulfillmentStatus": "SCHEDULED",
            "fulfillmentOrders": { "nodes": [{
                "status": "SCHEDULED", "fulfillAt": "2026-12-01T08:00:00Z",
                "supportedActions": [{ "action": "MARK_AS_OPEN" }, { "action": "MOVE" }],
            }] },
        })
    );
    let refused = shop.refused(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert!(refused.ends_with("has an unfulfillable status= scheduled."), "{refused}");
    assert_eq!(shop.done(OPEN, json!({ "id": first["id"] })).await["fulfillmentOrder"]["status"], "OPEN");
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
}

#[tokio::test]
async fn what_another_apps_service_has_is_sent_by_it_and_seen_with_its_own_scope() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 0).await;
    let location =
        shop.handle().add_service(&NewService { name: "Nordlager".to_owned(), ..NewService::default() }).unwrap();
    stock_up(&shop, &hat, &json!(location), 5).await;
    let order = order(&shop, &[(&hat, 2)]).await;
    let query = "fulfillmentOrders(first: 5) { nodes { id status requestStatus supportedActions { action }
      assignedLocation { location { isFulfillmentService fulfillmentService { serviceName } } } } }";
    let first = shop.order(&order["id"], query).await["fulfillmentOrders"]["nodes"][0].clone();
    assert_eq!(first["requestStatus"], "UNSUBMITTED");
    assert_eq!(
        first["assignedLocation"]["location"],
        json!({ "isFulfillmentService": true, "fulfillmentService": { "serviceName": "Nordlager" } })
    );
    shop.handle().change_sending(&Sending { request: Some(RequestStatus::Submitted), ..of(&first) }).unwrap();
    let refused = shop.refused(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert!(refused.ends_with("has an unfulfillable status= open."), "{refused}");
    shop.handle().change_sending(&Sending { request: Some(RequestStatus::Accepted), ..of(&first) }).unwrap();
    let accepted = shop.order(&order["id"], query).await["fulfillmentOrders"]["nodes"][0].clone();
    assert_eq!((&accepted["status"], &accepted["requestStatus"]), (&json!("IN_PROGRESS"), &json!("ACCEPTED")));
    shop.handle()
        .grant_scopes(None, &["read_orders", "read_merchant_managed_fulfillment_orders", "read_locations"])
        .unwrap();
    let unseen = shop.order(&order["id"], "fulfillmentOrders(first: 5) { nodes { id } }").await;
    assert_eq!(unseen["fulfillmentOrders"]["nodes"], json!([]));
    let gone = shop.one("query($id: ID!) { fulfillmentOrder(id: $id) { id } }", json!({ "id": first["id"] })).await;
    assert_eq!(gone, Value::Null);
}

/// An order of two hats that a service is to send, and what the service is to send of it.
async fn of_a_service(shop: &Shop) -> (Value, Value) {
    let hat = shop.product("Lue", "100", 0).await;
    let service = NewService { name: "Nordlager".to_owned(), ..NewService::default() };
    let location = shop.handle().add_service(&service).unwrap();
    stock_up(shop, &hat, &json!(location), 5).await;
    let order = order(shop, &[(&hat, 2)]).await;
    let first = waiting(shop, &order).await.remove(0);
    (order, first)
}

#[tokio::test]
async fn what_a_service_was_asked_for_is_not_held_and_what_it_has_accepted_stays_in_progress() {
    let shop = Shop::new();
    let (order, first) = of_a_service(&shop).await;
    let hold = json!({ "id": first["id"], "hold": { "reason": "OTHER" } });
    let ask = |request| shop.handle().change_sending(&Sending { request: Some(request), ..of(&first) }).unwrap();
    ask(RequestStatus::Submitted);
    assert_eq!(shop.refused(HOLD, hold.clone()).await, "Fulfillment order is not in a holdable state.");
    ask(RequestStatus::Accepted);
    let parcel = shop.done(SEND, json!({ "fulfillment": part(&first, 1) })).await["fulfillment"]["id"].clone();
    let cancel = "mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { id } userErrors { message } } }";
    shop.done(cancel, json!({ "id": parcel })).await;
    assert_eq!(waiting(&shop, &order).await[0]["status"], "IN_PROGRESS");
    assert_eq!(shop.refused(HOLD, hold).await, "Fulfillment order is not in a holdable state.");
}

#[tokio::test]
async fn what_the_token_may_not_send_it_neither_holds_releases_moves_nor_opens() {
    let shop = Shop::new();
    let (_, first) = of_a_service(&shop).await;
    let hold = json!({ "id": first["id"], "hold": { "reason": "OTHER" } });
    let release = json!({ "id": first["id"], "holds": null });
    let move_to = json!({ "id": first["id"], "location": LOCATION });
    let own = ["write_merchant_managed_fulfillment_orders", "write_orders", "read_locations"];
    shop.handle().grant_scopes(None, &own).unwrap();
    let missing = "Fulfillment order not found.";
    assert_eq!(shop.refused(HOLD, hold.clone()).await, missing);
    assert_eq!(shop.refused(RELEASE, release.clone()).await, missing);
    let missing = "Fulfillment order does not exist.";
    assert_eq!(shop.refused(MOVE, move_to).await, missing);
    assert_eq!(shop.refused(OPEN, json!({ "id": first["id"] })).await, missing);
    shop.handle().grant_scopes(None, &[own.as_slice(), &["write_third_party_fulfillment_orders"]].concat()).unwrap();
    shop.done(HOLD, hold).await;
    shop.done(RELEASE, release).await;
}

#[tokio::test]
async fn what_a_service_has_given_up_is_still_owed_and_held_back() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let order = order(&shop, &[(&hat, 3)]).await;
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": part(&first, 2) })).await;
    shop.handle().change_sending(&Sending { incomplete: true, ..of(&first) }).unwrap();
    let after = shop.order(&order["id"], WAITING).await;
    assert_eq!(
        (&after["displayFulfillmentStatus"], &after["fulfillmentOrders"]["nodes"][0]["status"]),
        (&json!("PARTIALLY_FULFILLED"), &json!("INCOMPLETE"))
    );
    assert_eq!(bergen(&shop, &hat).await, (4, 1, 5));
}

#[tokio::test]
async fn a_parcel_is_shown_as_it_was_seen_last() {
    let shop = Shop::new();
    let order = shop.create_order(json!({ "lineItems": [line("Lue", 3, "100")] })).await;
    let first = waiting(&shop, &order).await.remove(0);
    let parcel = shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await["fulfillment"]["id"].clone();
    let see = "mutation($event: FulfillmentEventInput!) {
      fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { status happenedAt } userErrors { message } }
    }";
    for (status, at) in [("DELIVERED", "2026-11-03T10:00:00Z"), ("IN_TRANSIT", "2026-11-02T12:00:00Z")] {
        let event = json!({ "fulfillmentId": parcel, "status": status, "happenedAt": at });
        assert_eq!(shop.done(see, json!({ "event": event })).await["fulfillmentEvent"]["status"], status);
    }
    let query =
        "query($id: ID!) { fulfillment(id: $id) { displayStatus deliveredAt inTransitAt service { serviceName type }
      events(first: 5) { nodes { status } } } }";
    assert_eq!(
        shop.one(query, json!({ "id": parcel })).await,
        json!({
            "displayStatus": "DELIVERED", "deliveredAt": "2026-11-03T10:00:00Z", "inTransitAt": "2026-11-02T12:00:00Z",
            "service": { "serviceName": "Manual", "type": "MANUAL" },
            "events": { "nodes": [{ "status": "IN_TRANSIT" }, { "status": "DELIVERED" }] },
        })
    );
}

#[tokio::test]
async fn fulfilment_orders_of_all_orders_are_searched() {
    let shop = Shop::new();
    let first = shop.create_order(json!({ "lineItems": [line("Lue", 1, "100")] })).await;
    shop.create_order(json!({ "lineItems": [line("Sokker", 1, "100")] })).await;
    let sent = waiting(&shop, &first).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&sent) })).await;
    let query = "query($query: String, $closed: Boolean) {
      fulfillmentOrders(first: 5, query: $query, includeClosed: $closed) { nodes { orderName status } }
    }";
    let open = shop.one(query, json!({})).await;
    assert_eq!(open["nodes"], json!([{ "orderName": "#1002", "status": "OPEN" }]));
    let closed = shop.one(query, json!({ "closed": true, "query": "status:closed" })).await;
    assert_eq!(closed["nodes"], json!([{ "orderName": "#1001", "status": "CLOSED" }]));
    let assigned = shop
        .data("{ assignedFulfillmentOrders(first: 5, assignmentStatus: FULFILLMENT_REQUESTED) { nodes { id } } }")
        .await;
    assert_eq!(assigned["assignedFulfillmentOrders"]["nodes"], json!([]));
}
