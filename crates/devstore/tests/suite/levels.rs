//! How pieces go from one state to another as orders are placed, sent, cancelled and taken back.

use serde_json::{Value, json};

use crate::fulfilment::{MOVE, SEND, all_of, waiting};
use crate::idempotency::SET;
use crate::refunds::REFUND;
use crate::shop::{LOCATION, Shop};

pub const LEVELS: &str =
    "query($id: ID!) { productVariant(id: $id) { inventoryItem { inventoryLevels(first: 5) { nodes {
  location { name } quantities(names: [\"available\", \"committed\", \"on_hand\"]) { name quantity }
} } } } }";

const CREATE: &str = "mutation($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) { order { id } userErrors { message } }
}";

pub const CANCEL: &str = "mutation($id: ID!, $restock: Boolean!) {
  orderCancel(orderId: $id, reason: CUSTOMER, restock: $restock) { job { id } orderCancelUserErrors { message } }
}";

/// The inventory item of a variant.
pub async fn item(shop: &Shop, variant: &Value) -> Value {
    let query = "query($id: ID!) { productVariant(id: $id) { inventoryItem { id } } }";
    shop.one(query, json!({ "id": variant })).await["inventoryItem"]["id"].clone()
}

/// What a location has of a variant: available, committed and on hand.
pub async fn at(shop: &Shop, variant: &Value, location: &str) -> (i64, i64, i64) {
    let found = shop.one(LEVELS, json!({ "id": variant })).await;
    let nodes = found["inventoryItem"]["inventoryLevels"]["nodes"].as_array().unwrap().clone();
    let level = nodes.iter().find(|node| node["location"]["name"] == location).unwrap_or_else(|| panic!("{nodes:?}"));
    let quantity = |place: usize| level["quantities"][place]["quantity"].as_i64().unwrap();
    (quantity(0), quantity(1), quantity(2))
}

pub async fn bergen(shop: &Shop, variant: &Value) -> (i64, i64, i64) {
    at(shop, variant, "Lager Bergen").await
}

/// Another location, with its id.
pub async fn oslo(shop: &Shop) -> Value {
    let add =
        "mutation($input: LocationAddInput!) { locationAdd(input: $input) { location { id } userErrors { message } } }";
    let input = json!({ "name": "Butikk Oslo", "address": { "countryCode": "NO", "city": "Oslo" } });
    shop.done(add, json!({ "input": input })).await["location"]["id"].clone()
}

/// An order of so many pieces of each variant, which are taken from the stock.
pub async fn order(shop: &Shop, lines: &[(&Value, i64)]) -> Value {
    let lines: Vec<Value> =
        lines.iter().map(|(variant, quantity)| json!({ "variantId": variant, "quantity": quantity })).collect();
    let options = json!({ "inventoryBehaviour": "DECREMENT_IGNORING_POLICY" });
    shop.done(CREATE, json!({ "order": { "lineItems": lines }, "options": options })).await["order"].clone()
}

/// Sets what is available somewhere.
pub async fn stock_up(shop: &Shop, variant: &Value, location: &Value, quantity: i64) {
    let item = item(shop, variant).await;
    let quantities =
        json!([{ "inventoryItemId": item, "locationId": location, "quantity": quantity, "changeFromQuantity": null }]);
    let input = json!({ "name": "available", "reason": "correction", "quantities": quantities });
    shop.done(SET, json!({ "input": input, "key": format!("{input}") })).await;
}

#[tokio::test]
async fn what_is_ordered_is_committed_until_it_is_sent_and_then_gone() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    assert_eq!(bergen(&shop, &hat).await, (7, 0, 7));
    let order = order(&shop, &[(&hat, 3)]).await;
    assert_eq!(bergen(&shop, &hat).await, (4, 3, 7));
    let first = waiting(&shop, &order).await.remove(0);
    let part = json!([{ "id": first["lineItems"]["nodes"][0]["id"], "quantity": 2 }]);
    let some = json!({ "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": first["id"], "fulfillmentOrderLineItems": part }] });
    let parcel = shop.done(SEND, json!({ "fulfillment": some })).await["fulfillment"]["id"].clone();
    assert_eq!(bergen(&shop, &hat).await, (4, 1, 5));
    let cancel = "mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { id } userErrors { message } } }";
    shop.done(cancel, json!({ "id": parcel })).await;
    assert_eq!(bergen(&shop, &hat).await, (4, 3, 7));
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert_eq!(bergen(&shop, &hat).await, (4, 0, 4));
}

#[tokio::test]
async fn an_order_that_was_placed_elsewhere_leaves_the_stock_alone_until_it_is_told_otherwise() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let order = shop.create_order(json!({ "lineItems": [{ "variantId": hat, "quantity": 3 }] })).await;
    assert_eq!(bergen(&shop, &hat).await, (7, 0, 7));
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert_eq!(bergen(&shop, &hat).await, (7, 0, 7));
}

#[tokio::test]
async fn what_was_sent_before_the_order_came_here_is_neither_available_nor_committed() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let lines = json!([{ "variantId": hat, "quantity": 3 }]);
    let order = json!({ "lineItems": lines, "fulfillmentStatus": "FULFILLED" });
    let options = json!({ "inventoryBehaviour": "DECREMENT_IGNORING_POLICY" });
    shop.done(CREATE, json!({ "order": order, "options": options })).await;
    assert_eq!(bergen(&shop, &hat).await, (4, 0, 4));
}

#[tokio::test]
async fn a_cancelled_order_gives_back_what_it_has_committed_or_loses_it() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let (first, second) = (order(&shop, &[(&hat, 3)]).await, order(&shop, &[(&hat, 2)]).await);
    assert_eq!(bergen(&shop, &hat).await, (2, 5, 7));
    shop.done(CANCEL, json!({ "id": first["id"], "restock": true })).await;
    assert_eq!(bergen(&shop, &hat).await, (5, 2, 7));
    shop.done(CANCEL, json!({ "id": second["id"], "restock": false })).await;
    assert_eq!(bergen(&shop, &hat).await, (5, 0, 5));
}

#[tokio::test]
async fn what_is_refunded_goes_back_where_it_waited_or_where_it_came_back_to() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let oslo = oslo(&shop).await;
    let order = order(&shop, &[(&hat, 3)]).await;
    let line =
        shop.order(&order["id"], "lineItems(first: 1) { nodes { id } }").await["lineItems"]["nodes"][0]["id"].clone();
    let refund = |kind: &str, location: &Value, quantity: i64, key: &str| {
        let back = json!([{ "lineItemId": line, "quantity": quantity, "restockType": kind, "locationId": location }]);
        json!({ "input": { "orderId": order["id"], "refundLineItems": back }, "key": key })
    };
    shop.done(REFUND, refund("CANCEL", &json!(LOCATION), 1, "1")).await;
    assert_eq!(bergen(&shop, &hat).await, (5, 2, 7));
    shop.done(REFUND, refund("NO_RESTOCK", &Value::Null, 1, "2")).await;
    assert_eq!(bergen(&shop, &hat).await, (5, 1, 6));
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    shop.done(REFUND, refund("RETURN", &oslo, 1, "3")).await;
    assert_eq!(bergen(&shop, &hat).await, (5, 0, 5));
    assert_eq!(at(&shop, &hat, "Butikk Oslo").await, (1, 0, 1));
}

#[tokio::test]
async fn an_edit_commits_what_it_adds_and_frees_what_it_takes() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let order = order(&shop, &[(&hat, 1)]).await;
    let begin = "mutation($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 1) { nodes { id } } } userErrors { message } } }";
    let set = "mutation($id: ID!, $line: ID!, $quantity: Int!) {
      orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: true) { calculatedOrder { id } userErrors { message } }
    }";
    let commit = "mutation($id: ID!) { orderEditCommit(id: $id) { order { id } userErrors { message } } }";
    for (quantity, wanted) in [(4, (3, 4, 7)), (2, (5, 2, 7))] {
        let edit = shop.done(begin, json!({ "id": order["id"] })).await["calculatedOrder"].clone();
        let line = &edit["lineItems"]["nodes"][0]["id"];
        shop.done(set, json!({ "id": edit["id"], "line": line, "quantity": quantity })).await;
        shop.done(commit, json!({ "id": edit["id"] })).await;
        assert_eq!(bergen(&shop, &hat).await, wanted);
    }
}

#[tokio::test]
async fn an_order_is_sent_by_the_first_location_that_has_everything_and_moves_with_its_stock() {
    let shop = Shop::new();
    let (hat, socks) = (shop.product("Lue", "100", 1).await, shop.product("Sokker", "50", 9).await);
    let oslo = oslo(&shop).await;
    stock_up(&shop, &hat, &oslo, 5).await;
    stock_up(&shop, &socks, &oslo, 5).await;
    let order = order(&shop, &[(&hat, 2), (&socks, 1)]).await;
    let first = waiting(&shop, &order).await;
    assert_eq!((first.len(), &first[0]["assignedLocation"]["name"]), (1, &json!("Butikk Oslo")));
    assert_eq!(at(&shop, &hat, "Butikk Oslo").await, (3, 2, 5));
    shop.done(MOVE, json!({ "id": first[0]["id"], "location": LOCATION })).await;
    assert_eq!((at(&shop, &hat, "Butikk Oslo").await, bergen(&shop, &hat).await), ((5, 0, 5), (-1, 2, 1)));
    assert_eq!((at(&shop, &socks, "Butikk Oslo").await, bergen(&shop, &socks).await), ((5, 0, 5), (8, 1, 9)));
}

#[tokio::test]
async fn what_no_location_has_alone_is_split_and_comes_back_to_each() {
    let shop = Shop::new();
    let (hat, socks) = (shop.product("Lue", "100", 10).await, shop.product("Sokker", "50", 1).await);
    let oslo = oslo(&shop).await;
    stock_up(&shop, &hat, &oslo, 8).await;
    let order = order(&shop, &[(&hat, 17), (&socks, 1)]).await;
    let nodes = waiting(&shop, &order).await;
    let told: Vec<(Value, Vec<i64>)> = nodes
        .iter()
        .map(|node| {
            let lines = node["lineItems"]["nodes"].as_array().unwrap();
            let quantities = lines.iter().map(|line| line["remainingQuantity"].as_i64().unwrap()).collect();
            (node["assignedLocation"]["name"].clone(), quantities)
        })
        .collect();
    assert_eq!(told, [(json!("Lager Bergen"), vec![10, 1]), (json!("Butikk Oslo"), vec![7])]);
    assert_eq!((bergen(&shop, &hat).await, at(&shop, &hat, "Butikk Oslo").await), ((0, 10, 10), (1, 7, 8)));
    shop.done(CANCEL, json!({ "id": order["id"], "restock": true })).await;
    assert_eq!((bergen(&shop, &hat).await, at(&shop, &hat, "Butikk Oslo").await), ((10, 0, 10), (8, 0, 8)));
}

#[tokio::test]
async fn more_than_there_is_anywhere_is_owed_by_the_first_location_that_sells_it() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 2).await;
    let order = order(&shop, &[(&hat, 5)]).await;
    assert_eq!(waiting(&shop, &order).await.len(), 1);
    assert_eq!(bergen(&shop, &hat).await, (-3, 5, 2));
}

#[tokio::test]
async fn what_is_not_tracked_keeps_its_quantities_whatever_is_sold() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 2).await;
    let update = "mutation($id: ID!, $input: InventoryItemInput!) {
      inventoryItemUpdate(id: $id, input: $input) { inventoryItem { tracked updatedAt } userErrors { message } }
    }";
    shop.pass(60);
    let item = item(&shop, &hat).await;
    let untracked = shop.done(update, json!({ "id": item, "input": { "tracked": false } })).await;
    assert_eq!(untracked["inventoryItem"], json!({ "tracked": false, "updatedAt": "2026-11-02T08:31:00Z" }));
    let order = order(&shop, &[(&hat, 2)]).await;
    assert_eq!(bergen(&shop, &hat).await, (2, 0, 2));
    let first = waiting(&shop, &order).await.remove(0);
    shop.done(SEND, json!({ "fulfillment": all_of(&first) })).await;
    assert_eq!(bergen(&shop, &hat).await, (2, 0, 2));
}
