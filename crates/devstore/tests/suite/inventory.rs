//! What is asked about the stock, and how it is set.

use serde_json::{Value, json};

use crate::idempotency::SET;
use crate::levels::{at, bergen, item, order, oslo, stock_up};
use crate::shop::{LOCATION, Shop};

const LEVEL: &str = "id isActive canDeactivate updatedAt location { id } item { id sku }
  quantities(names: [\"on_hand\", \"available\", \"damaged\"]) { name quantity updatedAt }";

/// Sets one quantity.
pub fn set(name: &str, item: &Value, quantity: i64, from: Value) -> Value {
    let quantities =
        json!([{ "inventoryItemId": item, "locationId": LOCATION, "quantity": quantity, "changeFromQuantity": from }]);
    let input = json!({ "name": name, "reason": "correction", "quantities": quantities, "referenceDocumentUri": "gid://kobling/StockSync/1" });
    json!({ "key": format!("{input}"), "input": input })
}

#[tokio::test]
async fn a_level_is_found_by_its_item_its_location_and_its_id() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let item = item(&shop, &hat).await;
    let by_item = format!(
        "query($item: ID!, $location: ID!) {{ inventoryItem(id: $item) {{ inventoryLevel(locationId: $location) {{ {LEVEL} }} }} }}"
    );
    let level = shop.one(&by_item, json!({ "item": item, "location": LOCATION })).await["inventoryLevel"].clone();
    let id = level["id"].as_str().unwrap().to_owned();
    let number = item.as_str().unwrap().rsplit('/').next().unwrap();
    assert!(
        id.starts_with("gid://shopify/InventoryLevel/") && id.ends_with(&format!("?inventory_item_id={number}")),
        "{id}"
    );
    assert_eq!(
        level["quantities"],
        json!([
            { "name": "on_hand", "quantity": 7, "updatedAt": "2026-11-02T08:30:00Z" },
            { "name": "available", "quantity": 7, "updatedAt": "2026-11-02T08:30:00Z" },
            { "name": "damaged", "quantity": 0, "updatedAt": null },
        ])
    );
    assert_eq!(level["item"], json!({ "id": item, "sku": "Lue" }));
    let by_location = format!(
        "query($item: ID!, $location: ID!) {{ location(id: $location) {{ inventoryLevel(inventoryItemId: $item) {{ {LEVEL} }} }} }}"
    );
    assert_eq!(shop.one(&by_location, json!({ "item": item, "location": LOCATION })).await["inventoryLevel"], level);
    let by_id = format!("query($id: ID!) {{ inventoryLevel(id: $id) {{ {LEVEL} }} }}");
    assert_eq!(shop.one(&by_id, json!({ "id": id })).await, level);
    let nodes = format!(
        "query($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on InventoryLevel {{ {LEVEL} }} ... on InventoryItem {{ sku tracked }} }} }}"
    );
    let none = "gid://shopify/InventoryLevel/1?inventory_item_id=2";
    let found = shop.one(&nodes, json!({ "ids": [id, item, none] })).await;
    assert_eq!(found, json!([level, { "sku": "Lue", "tracked": true }, null]));
}

#[tokio::test]
async fn levels_are_paged_and_searched_at_a_location_and_of_an_item() {
    let shop = Shop::new();
    let (hat, socks) = (shop.product("Lue", "100", 7).await, shop.product("Sokker", "50", 1).await);
    shop.pass(60);
    stock_up(&shop, &socks, &json!(LOCATION), 4).await;
    let query = "query($location: ID!, $first: Int, $after: String, $query: String) { location(id: $location) {
      inventoryLevels(first: $first, after: $after, query: $query) {
        edges { cursor node { item { sku variant { id product { title } } } quantities(names: \"available\") { quantity } } }
        pageInfo { hasNextPage endCursor }
      } } }";
    let page = async |variables: Value| shop.one(query, variables).await["inventoryLevels"].clone();
    let first = page(json!({ "location": LOCATION, "first": 1 })).await;
    assert_eq!(first["edges"][0]["node"]["item"]["variant"], json!({ "id": hat, "product": { "title": "Lue" } }));
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    let next = page(json!({ "location": LOCATION, "first": 1, "after": first["pageInfo"]["endCursor"] })).await;
    assert_eq!(next["edges"][0]["node"]["quantities"], json!([{ "quantity": 4 }]));
    let changed =
        page(json!({ "location": LOCATION, "first": 9, "query": "updated_at:>'2026-11-02T08:30:30Z'" })).await;
    assert_eq!(changed["edges"].as_array().unwrap().len(), 1);
    let number = item(&shop, &hat).await.as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let of_hat =
        page(json!({ "location": LOCATION, "first": 9, "query": format!("inventory_item_id:{number}") })).await;
    assert_eq!(of_hat["edges"][0]["node"]["item"]["sku"], "Lue");
}

#[tokio::test]
async fn items_are_found_by_sku_and_by_what_has_changed_of_them_which_the_stock_is_not() {
    let shop = Shop::new();
    let (hat, socks) = (shop.product("Lue", "100", 7).await, shop.product("Sokker", "50", 1).await);
    let query = "query($query: String) { inventoryItems(first: 5, query: $query) { nodes { sku variants(first: 1) { nodes { id } } } } }";
    let found = shop.one(query, json!({ "query": "sku:Sokker" })).await["nodes"].clone();
    assert_eq!(found, json!([{ "sku": "Sokker", "variants": { "nodes": [{ "id": socks }] } }]));
    shop.pass(60);
    stock_up(&shop, &hat, &json!(LOCATION), 4).await;
    let update = "mutation($id: ID!, $input: InventoryItemInput!) { inventoryItemUpdate(id: $id, input: $input) { userErrors { message } } }";
    shop.done(update, json!({ "id": item(&shop, &socks).await, "input": { "cost": "12.50" } })).await;
    let changed = shop.one(query, json!({ "query": "updated_at:>'2026-11-02T08:30:30Z'" })).await["nodes"].clone();
    assert_eq!(changed[0]["sku"], "Sokker");
    assert_eq!(changed.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_quantity_that_nobody_knows_is_refused() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let query = "query($id: ID!) { productVariant(id: $id) { inventoryItem { inventoryLevels(first: 1) { nodes { quantities(names: [\"sold\"]) { quantity } } } } } }";
    let answer = shop.ask_with(query, json!({ "id": hat })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID_FIELD_ARGUMENTS");
}

#[tokio::test]
async fn what_is_on_hand_is_set_with_what_is_committed_in_it() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 10).await;
    let item = item(&shop, &hat).await;
    order(&shop, &[(&hat, 1)]).await;
    let changed = shop.done(SET, set("on_hand", &item, 14, json!(10))).await;
    assert_eq!(
        changed["inventoryAdjustmentGroup"]["changes"],
        json!([{ "name": "available", "delta": 4 }, { "name": "on_hand", "delta": 4 }])
    );
    assert_eq!(bergen(&shop, &hat).await, (13, 1, 14));
    shop.done(SET, set("available", &item, 14, json!(13))).await;
    assert_eq!(bergen(&shop, &hat).await, (14, 1, 15));
    let same = shop.done(SET, set("available", &item, 14, json!(14))).await;
    assert_eq!(same["inventoryAdjustmentGroup"], Value::Null);
}

#[tokio::test]
async fn what_was_changed_is_told_with_its_place_and_as_it_was_asked_for() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 10).await;
    let item = item(&shop, &hat).await;
    let document = "mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
      inventorySetQuantities(input: $input) @idempotent(key: $key) {
        inventoryAdjustmentGroup {
          referenceDocumentUri
          changes(quantityNames: [\"on_hand\"]) { name delta quantityAfterChange item { id } location { id } }
        }
        userErrors { field }
      }
    }";
    let changed = shop.done(document, set("available", &item, 12, json!(10))).await["inventoryAdjustmentGroup"].clone();
    let change = json!({ "name": "on_hand", "delta": 2, "quantityAfterChange": null, "item": { "id": item }, "location": { "id": LOCATION } });
    assert_eq!(changed, json!({ "referenceDocumentUri": "gid://kobling/StockSync/1", "changes": [change] }));
}

#[tokio::test]
async fn pieces_change_their_state_and_stay_on_hand() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 10).await;
    let item = item(&shop, &hat).await;
    let document = "mutation($input: InventoryMoveQuantitiesInput!, $key: String!) {
      inventoryMoveQuantities(input: $input) @idempotent(key: $key) {
        inventoryAdjustmentGroup { changes { name delta } } userErrors { field message code }
      }
    }";
    let damage = |quantity: i64, ledger: Value| {
        let from = json!({ "locationId": LOCATION, "name": "available", "changeFromQuantity": 10 });
        let to = json!({ "locationId": LOCATION, "name": "damaged", "changeFromQuantity": null, "ledgerDocumentUri": ledger });
        let changes = json!([{ "inventoryItemId": item, "quantity": quantity, "from": from, "to": to }]);
        json!({ "input": { "reason": "damaged", "referenceDocumentUri": "kobling://1", "changes": changes }, "key": format!("{ledger}") })
    };
    let refused = shop.one(document, damage(3, Value::Null)).await;
    assert_eq!(refused["userErrors"][0]["code"], "INVALID_QUANTITY_DOCUMENT");
    assert_eq!(refused["userErrors"][0]["field"], json!(["input", "changes", "0", "to", "ledgerDocumentUri"]));
    let moved = shop.done(document, damage(3, json!("kobling://damage/1"))).await;
    assert_eq!(
        moved["inventoryAdjustmentGroup"]["changes"],
        json!([{ "name": "available", "delta": -3 }, { "name": "damaged", "delta": 3 }])
    );
    assert_eq!(bergen(&shop, &hat).await, (7, 0, 10));
    let again = shop.one(document, damage(1, json!("kobling://damage/2"))).await;
    assert_eq!(again["userErrors"][0]["code"], "CHANGE_FROM_QUANTITY_STALE");
}

#[tokio::test]
async fn an_adjustment_adds_and_what_is_incoming_is_not_on_hand() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 10).await;
    let item = item(&shop, &hat).await;
    let document = "mutation($input: InventoryAdjustQuantitiesInput!, $key: String!) {
      inventoryAdjustQuantities(input: $input) @idempotent(key: $key) {
        inventoryAdjustmentGroup { changes { name delta } } userErrors { field message code }
      }
    }";
    let adjust = |name: &str, delta: i64, ledger: Option<&str>| {
        let mut change =
            json!({ "inventoryItemId": item, "locationId": LOCATION, "delta": delta, "changeFromQuantity": null });
        if let Some(ledger) = ledger {
            change["ledgerDocumentUri"] = json!(ledger);
        }
        json!({ "input": { "name": name, "reason": "received", "changes": [change] }, "key": format!("{name}{delta}{ledger:?}") })
    };
    shop.done(document, adjust("available", -4, None)).await;
    shop.done(document, adjust("incoming", 20, Some("kobling://purchase/1"))).await;
    shop.done(document, adjust("reserved", 2, Some("kobling://reservation/1"))).await;
    assert_eq!(bergen(&shop, &hat).await, (6, 0, 8));
    for (name, ledger, code) in [
        ("committed", Some("kobling://1"), "INVALID_QUANTITY_NAME"),
        ("available", Some("kobling://1"), "INVALID_AVAILABLE_DOCUMENT"),
        ("damaged", Some("gid://shopify/Order/1"), "INTERNAL_LEDGER_DOCUMENT"),
        ("damaged", Some("somewhere"), "INVALID_LEDGER_DOCUMENT"),
    ] {
        assert_eq!(shop.one(document, adjust(name, 1, ledger)).await["userErrors"][0]["code"], code, "{name}");
    }
}

#[tokio::test]
async fn all_changes_of_an_adjustment_have_the_same_ledger_document() {
    let shop = Shop::new();
    let hat = item(&shop, &shop.product("Lue", "100", 10).await).await;
    let sock = item(&shop, &shop.product("Sokker", "50", 10).await).await;
    let document = "mutation($input: InventoryAdjustQuantitiesInput!, $key: String!) {
      inventoryAdjustQuantities(input: $input) @idempotent(key: $key) { userErrors { field code } }
    }";
    let adjust = |key: &str, documents: [&str; 2]| {
        let change = |item: &Value, document: &str| {
            json!({ "inventoryItemId": item, "locationId": LOCATION, "delta": 1, "changeFromQuantity": null,
                "ledgerDocumentUri": document })
        };
        let changes = [change(&hat, documents[0]), change(&sock, documents[1])];
        json!({ "input": { "name": "damaged", "reason": "damaged", "changes": changes }, "key": key })
    };
    let refused = shop.one(document, adjust("1", ["kobling://1", "kobling://2"])).await;
    assert_eq!(refused["userErrors"], json!([{ "field": ["input", "changes"], "code": "MAX_ONE_LEDGER_DOCUMENT" }]));
    shop.done(document, adjust("2", ["kobling://1", "kobling://1"])).await;
}

#[tokio::test]
async fn an_item_is_activated_where_it_is_to_be_sold_and_not_deactivated_where_it_must_stay() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 10).await;
    let (oslo, item) = (oslo(&shop).await, item(&shop, &hat).await);
    let activate = "mutation($item: ID!, $location: ID!, $available: Int, $key: String!) {
      inventoryActivate(inventoryItemId: $item, locationId: $location, available: $available) @idempotent(key: $key) {
        inventoryLevel { id isActive } userErrors { field message }
      }
    }";
    let level = shop.done(activate, json!({ "item": item, "location": oslo, "available": 4, "key": "1" })).await["inventoryLevel"].clone();
    assert_eq!(level["isActive"], true);
    let again = shop.refused(activate, json!({ "item": item, "location": oslo, "available": 4, "key": "2" })).await;
    assert_eq!(again, "Not allowed to set available quantity when the item is already active at the location.");
    assert_eq!(shop.stock(&hat).await, 14);
    let toggle = "mutation($item: ID!, $updates: [InventoryBulkToggleActivationInput!]!) {
      inventoryBulkToggleActivation(inventoryItemId: $item, inventoryItemUpdates: $updates) {
        inventoryLevels { isActive location { id } } userErrors { field message code }
      }
    }";
    let off = |location: &Value| json!({ "item": item, "updates": [{ "locationId": location, "activate": false }] });
    let done = shop.done(toggle, off(&oslo)).await;
    assert_eq!(done["inventoryLevels"], json!([{ "isActive": false, "location": { "id": oslo } }]));
    assert_eq!(shop.stock(&hat).await, 10);
    let only = shop.one(toggle, off(&json!(LOCATION))).await;
    assert_eq!(only["userErrors"][0]["code"], "CANNOT_DEACTIVATE_FROM_ONLY_LOCATION");
    // What it had is kept, and there again when it is.
    let both = json!([{ "locationId": LOCATION, "activate": false }, { "locationId": oslo, "activate": true }]);
    shop.done(toggle, json!({ "item": item, "updates": both })).await;
    assert_eq!(at(&shop, &hat, "Butikk Oslo").await, (4, 0, 4));
    order(&shop, &[(&hat, 1)]).await;
    let deactivate =
        "mutation($id: ID!) { inventoryDeactivate(inventoryLevelId: $id) { userErrors { field message } } }";
    let kept = shop.refused(deactivate, json!({ "id": level["id"] })).await;
    assert!(kept.contains("committed"), "{kept}");
}

#[tokio::test]
async fn levels_come_with_a_bulk_query_of_items_and_of_locations() {
    let shop = Shop::new();
    let (hat, socks) = (shop.product("Lue", "100", 7).await, shop.product("Sokker", "50", 1).await);
    let oslo = oslo(&shop).await;
    stock_up(&shop, &hat, &oslo, 3).await;
    let of_items = "{ inventoryItems { edges { node { id sku inventoryLevels { edges { node { id location { id }
      quantities(names: [\"available\"]) { quantity } } } } } } } }";
    let lines = crate::bulk::result(&shop, of_items, true).await;
    let told: Vec<(&Value, &Value)> =
        lines.iter().map(|line| (&line["sku"], &line["quantities"][0]["quantity"])).collect();
    let (none, sku) = (Value::Null, |text: &str| json!(text));
    let (lue, sokker) = (sku("Lue"), sku("Sokker"));
    let (seven, three, one) = (json!(7), json!(3), json!(1));
    assert_eq!(told, [(&lue, &none), (&none, &seven), (&none, &three), (&sokker, &none), (&none, &one)]);
    assert_eq!(lines[1]["__parentId"], item(&shop, &hat).await);
    assert_eq!(lines[2]["location"]["id"], oslo);
    let of_locations = "{ locations { edges { node { id name inventoryLevels(query: \"updated_at:>'2026-01-01'\") { edges { node { id item { id } } } } } } } }";
    let lines = crate::bulk::result(&shop, of_locations, true).await;
    assert_eq!(lines[0]["name"], "Butikk Oslo");
    assert_eq!(lines[1]["item"]["id"], item(&shop, &hat).await);
    assert_eq!(lines[4]["item"]["id"], item(&shop, &socks).await);
}
