//! What `inventorySetQuantities` refuses, and that it then does nothing.

use devstore::ItemChange;
use rstest::rstest;
use serde_json::{Value, json};

use crate::idempotency::SET;
use crate::inventory::set;
use crate::levels::{bergen, item};
use crate::shop::{LOCATION, Shop};

#[rstest]
#[case(json!({ "name": "committed" }), "INVALID_NAME", json!(["input", "name"]))]
#[case(json!({ "reason": "because" }), "INVALID_REASON", json!(["input", "reason"]))]
#[case(json!({ "referenceDocumentUri": "journal 1" }), "INVALID_REFERENCE_DOCUMENT", json!(["input", "referenceDocumentUri"]))]
#[tokio::test]
async fn the_head_is_checked(#[case] change: Value, #[case] code: &str, #[case] field: Value) {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let mut variables = set("available", &item(&shop, &hat).await, 5, json!(7));
    for (key, value) in change.as_object().unwrap() {
        variables["input"][key] = value.clone();
    }
    let refused = shop.one(SET, variables).await;
    assert_eq!(refused["inventoryAdjustmentGroup"], Value::Null);
    assert_eq!((&refused["userErrors"][0]["code"], &refused["userErrors"][0]["field"]), (&json!(code), &field));
    assert_eq!(bergen(&shop, &hat).await, (7, 0, 7));
}

#[rstest]
#[case("available", 1_000_000_001, "INVALID_QUANTITY_TOO_HIGH")]
#[case("available", -1_000_000_001, "INVALID_QUANTITY_TOO_LOW")]
#[case("on_hand", -1, "INVALID_QUANTITY_NEGATIVE")]
#[tokio::test]
async fn a_quantity_has_its_limits(#[case] name: &str, #[case] quantity: i64, #[case] code: &str) {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let refused = shop.one(SET, set(name, &item(&shop, &hat).await, quantity, Value::Null)).await;
    assert_eq!(refused["userErrors"][0]["code"], code);
    assert_eq!(refused["userErrors"][0]["field"], json!(["input", "quantities", "0", "quantity"]));
}

#[tokio::test]
async fn every_stale_row_is_named_and_none_is_written() {
    let shop = Shop::new();
    let mut rows = Vec::new();
    let mut variants = Vec::new();
    for (title, from) in [("Lue", 7), ("Sokker", 6), ("Votter", 5)] {
        let variant = shop.product(title, "100", 7).await;
        rows.push(json!({ "inventoryItemId": item(&shop, &variant).await, "locationId": LOCATION, "quantity": 1, "changeFromQuantity": from }));
        variants.push(variant);
    }
    let input = json!({ "name": "available", "reason": "correction", "quantities": rows });
    let refused = shop.one(SET, json!({ "input": input, "key": "1" })).await;
    let errors = refused["userErrors"].as_array().unwrap();
    let told: Vec<(&Value, &Value)> = errors.iter().map(|error| (&error["code"], &error["field"])).collect();
    let stale = json!("CHANGE_FROM_QUANTITY_STALE");
    let field = |row: &str| json!(["input", "quantities", row, "changeFromQuantity"]);
    assert_eq!(told, [(&stale, &field("1")), (&stale, &field("2"))]);
    for variant in &variants {
        assert_eq!(bergen(&shop, variant).await, (7, 0, 7));
    }
}

#[tokio::test]
async fn a_row_that_can_not_be_hides_what_is_stale() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let row = |item: &Value, location: &str, from: i64| json!({ "inventoryItemId": item, "locationId": location, "quantity": 1, "changeFromQuantity": from });
    let known = item(&shop, &hat).await;
    let rows = [
        row(&known, LOCATION, 1),
        row(&json!("gid://shopify/InventoryItem/1"), LOCATION, 1),
        row(&known, "gid://shopify/Location/1", 1),
    ];
    let input = json!({ "name": "available", "reason": "correction", "quantities": rows });
    let refused = shop.one(SET, json!({ "input": input, "key": "1" })).await;
    let codes: Vec<&Value> = refused["userErrors"].as_array().unwrap().iter().map(|error| &error["code"]).collect();
    assert_eq!(codes, ["INVALID_INVENTORY_ITEM", "INVALID_LOCATION"]);
}

#[tokio::test]
async fn a_pair_is_named_once_and_a_bundle_never() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let item = item(&shop, &hat).await;
    let mut twice = set("available", &item, 5, json!(7));
    let row = twice["input"]["quantities"][0].clone();
    twice["input"]["quantities"] = json!([row, row]);
    let refused = shop.one(SET, twice).await;
    assert_eq!(refused["userErrors"][0]["code"], "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    let bundle = ItemChange { store: None, item: item.as_str().unwrap().to_owned(), bundle: true };
    shop.handle().change_item(&bundle).unwrap();
    let refused = shop.one(SET, set("available", &item, 4, json!(7))).await;
    assert_eq!(refused["userErrors"][0]["code"], "NON_MUTABLE_INVENTORY_ITEM");
}

#[tokio::test]
async fn a_row_that_does_not_say_what_it_compares_with_is_no_row() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let mut variables = set("available", &item(&shop, &hat).await, 5, json!(7));
    variables["input"]["quantities"][0].as_object_mut().unwrap().remove("changeFromQuantity");
    let answer = shop.ask_with(SET, variables).await;
    assert_eq!(answer["data"]["inventorySetQuantities"], Value::Null);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID_FIELD_ARGUMENTS");
    assert_eq!(
        answer["errors"][0]["message"],
        "InventoryQuantityInput must include the following argument: changeFromQuantity."
    );
}

#[tokio::test]
async fn more_than_250_rows_are_too_many() {
    let shop = Shop::new();
    let hat = shop.product("Lue", "100", 7).await;
    let mut variables = set("available", &item(&shop, &hat).await, 5, json!(7));
    let row = variables["input"]["quantities"][0].clone();
    variables["input"]["quantities"] = json!(vec![row; 251]);
    let answer = shop.ask_with(SET, variables).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "MAX_INPUT_SIZE_EXCEEDED");
    assert_eq!(bergen(&shop, &hat).await, (7, 0, 7));
}
