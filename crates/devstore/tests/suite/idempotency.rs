use std::time::Duration;

use devstore::{Fault, FaultKind};
use serde_json::{Value, json};

use crate::shop::Shop;

pub const SET: &str = "mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id reason changes { name delta } } userErrors { field message code }
  }
}";

/// A shop with one item of which there are none yet.
async fn shop() -> (Shop, Value, Value) {
    let shop = Shop::new();
    shop.devstore.seed(1, 1).unwrap();
    let data = shop
        .data("{ locations(first: 1) { nodes { id } } productVariants(first: 1) { nodes { inventoryItem { id } } } }")
        .await;
    let item = data["productVariants"]["nodes"][0]["inventoryItem"]["id"].clone();
    let location = data["locations"]["nodes"][0]["id"].clone();
    (shop, item, location)
}

async fn quantity(shop: &Shop) -> Value {
    shop.data("{ productVariants(first: 1) { nodes { inventoryQuantity } } }").await["productVariants"]["nodes"][0]
        ["inventoryQuantity"]
        .clone()
}

fn input(item: &Value, location: &Value, quantity: i64, from: Value) -> Value {
    json!({
        "name": "available",
        "reason": "correction",
        "quantities": [{
            "inventoryItemId": item, "locationId": location, "quantity": quantity, "changeFromQuantity": from,
        }],
    })
}

async fn set(shop: &Shop, input: &Value, key: &str) -> Value {
    shop.data_with(SET, json!({ "input": input, "key": key })).await["inventorySetQuantities"].clone()
}

#[tokio::test]
async fn a_mutation_that_needs_a_key_is_refused_without_one() {
    let (shop, item, location) = shop().await;
    let document = "mutation Set($input: InventorySetQuantitiesInput!) {
      inventorySetQuantities(input: $input) { userErrors { message } } }";
    let answer = shop.ask_with(document, json!({ "input": input(&item, &location, 5, Value::Null) })).await;
    assert_eq!(answer["data"], json!({ "inventorySetQuantities": null }));
    let error = &answer["errors"][0];
    assert_eq!(error["message"], "The @idempotent directive is required for this mutation but was not provided.");
    assert_eq!(error["extensions"]["code"], "BAD_REQUEST");
    assert_eq!(error["path"], json!(["inventorySetQuantities"]));
}

#[tokio::test]
async fn the_same_request_under_the_same_key_is_answered_again_and_not_run_again() {
    let (shop, item, location) = shop().await;
    let wanted = input(&item, &location, 7, Value::Null);
    let first = set(&shop, &wanted, "one").await;
    assert_eq!(first["userErrors"], json!([]));
    assert_eq!(first["inventoryAdjustmentGroup"]["reason"], "correction");
    set(&shop, &input(&item, &location, 9, Value::Null), "two").await;
    // As the client has it who has lost the answer, with the parts of the input in another order.
    let mut again = json!({ "reason": "correction", "name": "available" });
    again["quantities"] = wanted["quantities"].clone();
    assert_eq!(set(&shop, &again, "one").await, first);
    assert_eq!(quantity(&shop).await, 9);
}

#[tokio::test]
async fn what_was_answered_is_told_under_another_alias() {
    let (shop, item, location) = shop().await;
    let variables = json!({ "input": input(&item, &location, 7, Value::Null), "key": "one" });
    let first = set(&shop, &variables["input"], "one").await;
    let document = SET.replace("inventorySetQuantities(", "again: inventorySetQuantities(");
    assert_eq!(shop.data_with(&document, variables).await, json!({ "again": first }));
}

#[tokio::test]
async fn a_key_with_other_parameters_is_a_mismatch() {
    let (shop, item, location) = shop().await;
    set(&shop, &input(&item, &location, 7, Value::Null), "one").await;
    let refused = set(&shop, &input(&item, &location, 8, Value::Null), "one").await;
    assert_eq!(refused["inventoryAdjustmentGroup"], Value::Null);
    assert_eq!(refused["userErrors"][0]["code"], "IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    assert_eq!(quantity(&shop).await, 7);
}

#[tokio::test]
async fn a_key_is_busy_while_its_request_runs_and_then_answered() {
    let (shop, item, location) = shop().await;
    let fault = Fault { seconds: Some(30), ..Fault::of(FaultKind::StillRunning) };
    shop.handle().set_faults(vec![fault], 1);
    let wanted = input(&item, &location, 7, Value::Null);
    let body = json!({ "query": SET, "variables": { "input": wanted, "key": "one" } }).to_string();
    let lost = shop.post("/admin/api/2026-10/graphql.json", Some(devstore::DEFAULT_TOKEN), &body).await;
    assert!(lost.body.is_err());
    let busy = set(&shop, &wanted, "one").await;
    assert_eq!(busy["userErrors"][0]["code"], "IDEMPOTENCY_CONCURRENT_REQUEST");
    shop.pass(30);
    assert_eq!(set(&shop, &wanted, "one").await["inventoryAdjustmentGroup"]["changes"][0]["name"], "available");
}

#[tokio::test]
async fn a_key_whose_attempt_has_failed_is_good_for_nothing() {
    let (shop, item, location) = shop().await;
    let before = quantity(&shop).await;
    shop.handle().set_faults(vec![Fault::of(FaultKind::FailedAttempt)], 1);
    let wanted = input(&item, &location, 7, Value::Null);
    let failed = shop.ask_with(SET, json!({ "input": wanted, "key": "one" })).await;
    assert_eq!(failed["errors"][0]["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    let again = set(&shop, &wanted, "one").await;
    assert_eq!(again["userErrors"][0]["code"], "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
    assert_eq!(quantity(&shop).await, before);
    assert_eq!(set(&shop, &wanted, "two").await["userErrors"], json!([]));
}

#[tokio::test]
async fn a_key_is_forgotten_after_a_day_or_when_it_is_said() {
    let (shop, item, location) = shop().await;
    let wanted = input(&item, &location, 7, Value::Null);
    let other = input(&item, &location, 8, Value::Null);
    set(&shop, &wanted, "one").await;
    shop.pass(86_399);
    assert_eq!(set(&shop, &other, "one").await["userErrors"][0]["code"], "IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    shop.pass(1);
    assert_eq!(set(&shop, &other, "one").await["userErrors"], json!([]));
    shop.handle().remember_keys_for(Duration::from_secs(60));
    shop.pass(60);
    assert_eq!(set(&shop, &wanted, "one").await["userErrors"], json!([]));
    assert_eq!(quantity(&shop).await, 7);
}

#[tokio::test]
async fn a_quantity_is_compared_before_it_is_set_and_null_compares_nothing() {
    let (shop, item, location) = shop().await;
    set(&shop, &input(&item, &location, 7, Value::Null), "one").await;
    let stale = set(&shop, &input(&item, &location, 9, json!(6)), "two").await;
    assert_eq!(stale["userErrors"][0]["code"], "CHANGE_FROM_QUANTITY_STALE");
    assert_eq!(stale["userErrors"][0]["field"], json!(["input", "quantities", "0", "changeFromQuantity"]));
    let fresh = set(&shop, &input(&item, &location, 9, json!(7)), "three").await;
    assert_eq!(
        fresh["inventoryAdjustmentGroup"]["changes"],
        json!([{ "name": "available", "delta": 2 }, { "name": "on_hand", "delta": 2 }])
    );
    let same = set(&shop, &input(&item, &location, 9, json!(9)), "four").await;
    assert_eq!(same, json!({ "inventoryAdjustmentGroup": null, "userErrors": [] }));
    let mut absent = input(&item, &location, 9, Value::Null);
    absent["quantities"][0].as_object_mut().unwrap().remove("changeFromQuantity");
    let answer = shop.ask_with(SET, json!({ "input": absent, "key": "five" })).await;
    assert_eq!(answer["data"], json!({ "inventorySetQuantities": null }));
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INVALID_FIELD_ARGUMENTS");
    let message = "InventoryQuantityInput must include the following argument: changeFromQuantity.";
    assert_eq!(answer["errors"][0]["message"], message);
}

#[tokio::test]
async fn a_key_that_stands_twice_in_a_document_is_done_once() {
    let (shop, item, location) = shop().await;
    let document = "mutation Both($input: InventorySetQuantitiesInput!, $second: InventorySetQuantitiesInput!) {
      first: inventorySetQuantities(input: $input) @idempotent(key: \"one\") {
        inventoryAdjustmentGroup { id reason changes { name delta } } userErrors { code }
      }
      second: inventorySetQuantities(input: $second) @idempotent(key: \"one\") {
        userErrors { code } inventoryAdjustmentGroup { reason id }
      }
    }";
    let wanted = input(&item, &location, 7, Value::Null);
    let same = shop.data_with(document, json!({ "input": wanted, "second": wanted })).await;
    let group = &same["first"]["inventoryAdjustmentGroup"];
    assert_eq!(
        same["second"],
        json!({ "userErrors": [], "inventoryAdjustmentGroup": { "id": group["id"], "reason": group["reason"] } })
    );
    assert_eq!(group["changes"].as_array().unwrap().len(), 2);
    let document = document.replace("\"one\"", "\"two\"");
    let (wanted, other) = (input(&item, &location, 8, Value::Null), input(&item, &location, 9, Value::Null));
    let both = shop.data_with(&document, json!({ "input": wanted, "second": other })).await;
    assert_eq!(both["second"]["userErrors"], json!([{ "code": "IDEMPOTENCY_KEY_PARAMETER_MISMATCH" }]));
    assert_eq!(quantity(&shop).await, 8);
}

#[tokio::test]
async fn a_key_under_which_the_first_field_was_refused_is_free_for_the_second() {
    let (shop, item, location) = shop().await;
    let document = "mutation Both($input: InventorySetQuantitiesInput!, $second: InventorySetQuantitiesInput!) {
      first: inventorySetQuantities(input: $input) @idempotent(key: \"one\") { userErrors { code } }
      second: inventorySetQuantities(input: $second) @idempotent(key: \"one\") { userErrors { code } }
    }";
    let wanted = input(&item, &location, 7, Value::Null);
    let mut absent = wanted.clone();
    absent["quantities"][0].as_object_mut().unwrap().remove("changeFromQuantity");
    let answer = shop.ask_with(document, json!({ "input": absent, "second": wanted })).await;
    assert_eq!(answer["data"], json!({ "first": null, "second": { "userErrors": [] } }));
    assert_eq!(quantity(&shop).await, 7);
}

#[tokio::test]
async fn what_is_told_again_is_what_is_asked_for_now() {
    let (shop, item, location) = shop().await;
    let variables = json!({ "input": input(&item, &location, 7, Value::Null), "key": "one" });
    let first = set(&shop, &variables["input"], "one").await;
    let less =
        SET.replace("id reason changes { name delta }", "changes { delta }").replace("field message code", "code");
    let again = shop.data_with(&less, variables).await["inventorySetQuantities"].clone();
    let delta = &first["inventoryAdjustmentGroup"]["changes"][0]["delta"];
    let changes = json!([{ "delta": delta }, { "delta": delta }]);
    assert_eq!(again, json!({ "inventoryAdjustmentGroup": { "changes": changes }, "userErrors": [] }));
}

#[tokio::test]
async fn what_was_not_asked_for_the_first_time_is_not_left_out_in_silence() {
    let (shop, item, location) = shop().await;
    let variables = json!({ "input": input(&item, &location, 7, Value::Null), "key": "one" });
    let first = set(&shop, &variables["input"], "one").await;
    let more = SET.replace("id reason", "id createdAt reason");
    let answer = shop.ask_with(&more, variables.clone()).await;
    assert_eq!(answer["data"], json!({ "inventorySetQuantities": null }));
    assert_eq!(answer["errors"][0]["path"], json!(["inventorySetQuantities"]));
    let message = answer["errors"][0]["message"].as_str().unwrap();
    assert!(message.ends_with("inventoryAdjustmentGroup.createdAt."), "{message}");
    // The same fields in another order are the same.
    let turned = SET.replace("id reason", "reason id");
    assert_eq!(shop.data_with(&turned, variables).await, json!({ "inventorySetQuantities": first }));
}
