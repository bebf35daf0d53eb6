use rstest::rstest;
use serde_json::{Value, json};

use crate::idempotency::SET;
use crate::refunds::REFUND;
use crate::shop::{LOCATION, Shop};

/// A product of which the shop's own location has 7: its variant and its inventory item.
async fn product(shop: &Shop) -> (Value, Value) {
    let variant = shop.product("Lue", "100", 7).await;
    let query = "query($id: ID!) { productVariant(id: $id) { inventoryItem { id } } }";
    let item = shop.one(query, json!({ "id": variant })).await["inventoryItem"]["id"].clone();
    (variant, item)
}

async fn oslo(shop: &Shop) -> Value {
    let add =
        "mutation($input: LocationAddInput!) { locationAdd(input: $input) { location { id } userErrors { message } } }";
    let input = json!({ "name": "Butikk Oslo", "address": { "countryCode": "NO" } });
    shop.done(add, json!({ "input": input })).await["location"]["id"].clone()
}

/// Sets a quantity, under a key of its own.
fn set(item: &Value, location: &Value, quantity: i64, from: Option<i64>) -> Value {
    let quantities = json!([{
        "inventoryItemId": item, "locationId": location, "quantity": quantity, "changeFromQuantity": from,
    }]);
    let key = format!("{quantities}");
    json!({ "input": { "name": "available", "reason": "correction", "quantities": quantities }, "key": key })
}

#[tokio::test]
async fn every_location_has_a_stock_of_its_own() {
    let shop = Shop::new();
    let (variant, item) = product(&shop).await;
    let oslo = oslo(&shop).await;
    shop.done(SET, set(&item, &oslo, 5, None)).await;
    assert_eq!(shop.stock(&variant).await, 12);
    let stale = shop.one(SET, set(&item, &oslo, 4, Some(12))).await;
    assert_eq!(stale["userErrors"][0]["code"], "CHANGE_FROM_QUANTITY_STALE");
    let changed = shop.done(SET, set(&item, &oslo, 4, Some(5))).await;
    assert_eq!(changed["inventoryAdjustmentGroup"]["changes"][0], json!({ "name": "available", "delta": -1 }));
    shop.done(SET, set(&item, &json!(LOCATION), 6, Some(7))).await;
    assert_eq!(shop.stock(&variant).await, 10);
}

#[tokio::test]
async fn what_comes_back_is_at_the_location_that_took_it() {
    let shop = Shop::new();
    let (variant, item) = product(&shop).await;
    let oslo = oslo(&shop).await;
    let order = shop.create_order(json!({ "lineItems": [{ "variantId": variant, "quantity": 2 }] })).await;
    let lines = shop.order(&order["id"], "lineItems(first: 1) { nodes { id } }").await;
    let back = json!([{ "lineItemId": lines["lineItems"]["nodes"][0]["id"], "quantity": 2, "restockType": "CANCEL", "locationId": oslo }]);
    shop.done(REFUND, json!({ "input": { "orderId": order["id"], "refundLineItems": back }, "key": "1" })).await;
    let before = shop.stock(&variant).await;
    shop.done(SET, set(&item, &oslo, 0, Some(2))).await;
    assert_eq!(shop.stock(&variant).await, before - 2);
}

#[rstest]
#[case("ProductVariant", "Location", "INVALID_INVENTORY_ITEM")]
#[case("InventoryItem", "FulfillmentOrder", "INVALID_LOCATION")]
#[tokio::test]
async fn an_id_of_another_kind_is_not_found(#[case] item_kind: &str, #[case] location_kind: &str, #[case] code: &str) {
    let shop = Shop::new();
    let (_, item) = product(&shop).await;
    let item = item.as_str().unwrap().replace("InventoryItem", item_kind);
    let location = LOCATION.replace("Location", location_kind);
    let refused = shop.one(SET, set(&json!(item), &json!(location), 1, None)).await;
    assert_eq!(refused["userErrors"][0]["code"], code);
}

#[tokio::test]
async fn a_product_has_no_stock_where_the_shop_has_no_location() {
    let shop = Shop::new();
    let set =
        "mutation($input: ProductSetInput!) { productSet(input: $input) { product { id } userErrors { field code } } }";
    let quantities = json!([{ "locationId": "gid://shopify/Location/1", "name": "available", "quantity": 1 }]);
    let input = json!({
        "title": "Lue",
        "productOptions": [{ "name": "Title", "values": [{ "name": "Default Title" }] }],
        "variants": [{
            "optionValues": [{ "optionName": "Title", "name": "Default Title" }],
            "inventoryQuantities": quantities,
        }],
    });
    let refused = shop.one(set, json!({ "input": input })).await;
    assert_eq!(refused["userErrors"], json!([{ "field": ["input", "variants", "0"], "code": "INVALID_VARIANT" }]));
}

#[tokio::test]
async fn the_item_of_a_variant_that_is_gone_is_not_found() {
    let shop = Shop::new();
    let (other, _) = product(&shop).await;
    let set_product = "mutation($id: ProductSetIdentifiers, $input: ProductSetInput!) {
      productSet(identifier: $id, input: $input) {
        product { id variants(first: 5) { nodes { inventoryItem { id } } } } userErrors { message }
      }
    }";
    let sizes = |names: &[&str]| {
        let values: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
        let variant = |name: &&str| json!({ "optionValues": [{ "optionName": "Size", "name": name }] });
        let variants: Vec<Value> = names.iter().map(variant).collect();
        json!({ "title": "Genser", "productOptions": [{ "name": "Size", "values": values }], "variants": variants })
    };
    let made = shop.done(set_product, json!({ "input": sizes(&["S", "M"]) })).await["product"].clone();
    let items = &made["variants"]["nodes"];
    shop.done(set_product, json!({ "id": { "id": made["id"] }, "input": sizes(&["M"]) })).await;
    let gone = shop.one(SET, set(&items[0]["inventoryItem"]["id"], &json!(LOCATION), 1, None)).await;
    assert_eq!(gone["userErrors"][0]["code"], "INVALID_INVENTORY_ITEM");
    shop.done(SET, set(&items[1]["inventoryItem"]["id"], &json!(LOCATION), 1, None)).await;
    assert_eq!(shop.stock(&other).await, 7);
}
