//! Variants, many at a time.

use rstest::rstest;
use serde_json::{Value, json};

use crate::products::{CREATE as CREATE_PRODUCT, plain};
use crate::shop::{LOCATION, Shop};

pub const UPDATE: &str =
    "mutation($product: ID!, $variants: [ProductVariantsBulkInput!]!, $media: [CreateMediaInput!], $partly: Boolean) {
  productVariantsBulkUpdate(productId: $product, variants: $variants, media: $media, allowPartialUpdates: $partly) {
    product { id updatedAt }
    productVariants {
      id price compareAtPrice barcode updatedAt title
      inventoryItem { sku tracked countryCodeOfOrigin harmonizedSystemCode unitCost { amount } }
      media(first: 1) { nodes { id } }
    }
    userErrors { field message code }
  }
}";

const CREATE: &str =
    "mutation($product: ID!, $variants: [ProductVariantsBulkInput!]!, $strategy: ProductVariantsBulkCreateStrategy) {
  productVariantsBulkCreate(productId: $product, variants: $variants, strategy: $strategy) {
    product { variants(first: 10) { nodes { title } } options { name values } hasOnlyDefaultVariant }
    productVariants { id title price inventoryQuantity }
    userErrors { field message code }
  }
}";

const DELETE: &str = "mutation($product: ID!, $variants: [ID!]!) {
  productVariantsBulkDelete(productId: $product, variantsIds: $variants) {
    product { variants(first: 10) { nodes { title } } } userErrors { field message code }
  }
}";

/// A product in these sizes, of which only the first is a variant.
async fn sizes(shop: &Shop, values: &[&str]) -> Value {
    let values: Vec<Value> = values.iter().map(|name| json!({ "name": name })).collect();
    let product = json!({ "title": "Genser", "productOptions": [{ "name": "Size", "values": values }] });
    shop.done(CREATE_PRODUCT, json!({ "product": product })).await["product"].clone()
}

fn size(name: &str) -> Value {
    json!({ "optionValues": [{ "optionName": "Size", "name": name }] })
}

fn titles(payload: &Value) -> Vec<String> {
    let nodes = payload["product"]["variants"]["nodes"].as_array().unwrap();
    nodes.iter().map(|node| node["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn variants_are_added_with_new_values_and_their_stock() {
    let shop = Shop::new();
    let product = sizes(&shop, &["S"]).await;
    let large = json!({
        "optionValues": [{ "optionName": "Size", "name": "L" }],
        "price": "99.999",
        "inventoryItem": { "sku": "G-L", "tracked": true },
        "inventoryQuantities": [{ "locationId": LOCATION, "availableQuantity": 4 }],
    });
    let made = shop.done(CREATE, json!({ "product": product["id"], "variants": [size("M"), large] })).await;
    assert_eq!(titles(&made), ["S", "M", "L"]);
    assert_eq!(made["product"]["options"][0]["values"], json!(["S", "M", "L"]));
    let large = &made["productVariants"][1];
    assert_eq!((&large["price"], &large["inventoryQuantity"]), (&"100.00".into(), &4.into()));
}

#[rstest]
#[case::default_variant_goes(true, None, &["M"])]
#[case::default_variant_is_preserved(true, Some("PRESERVE_STANDALONE_VARIANT"), &["Default Title", "M"])]
#[case::default_variant_is_removed(true, Some("REMOVE_STANDALONE_VARIANT"), &["M"])]
#[case::own_variant_stays(false, None, &["S", "M"])]
#[case::own_variant_is_removed(false, Some("REMOVE_STANDALONE_VARIANT"), &["M"])]
#[tokio::test]
async fn what_becomes_of_the_only_variant_is_the_strategys(
    #[case] default: bool,
    #[case] strategy: Option<&str>,
    #[case] left: &[&str],
) {
    let shop = Shop::new();
    let product = if default { plain(&shop, "Genser").await } else { sizes(&shop, &["S"]).await };
    let option = if default { "Title" } else { "Size" };
    let variant = json!({ "optionValues": [{ "optionName": option, "name": "M" }] });
    let variables =
        json!({ "product": product["id"], "variants": [variant], "strategy": strategy.unwrap_or("DEFAULT") });
    assert_eq!(titles(&shop.done(CREATE, variables).await), left);
}

#[rstest]
#[case::a_combination_that_is_there(size("S"), json!(["variants", "0"]), "VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE")]
#[case::no_option(json!({}), json!(["variants", "0"]), "NEED_TO_ADD_OPTION_VALUES")]
#[case::another_option(json!({ "optionValues": [{ "optionName": "Colour", "name": "Red" }] }), json!(["variants", "0", "optionValues", "0"]), "INVALID_INPUT")]
#[case::a_value_twice(
    json!({ "optionValues": [{ "optionName": "Size", "name": "M" }, { "optionName": "Size", "name": "L" }] }),
    json!(["variants", "0", "optionValues"]),
    "INVALID_INPUT"
)]
#[case::a_price_below_nothing(json!({ "optionValues": [{ "optionName": "Size", "name": "M" }], "price": "-1" }), json!(["variants", "0", "price"]), "GREATER_THAN_OR_EQUAL_TO")]
#[case::an_id(json!({ "optionValues": [{ "optionName": "Size", "name": "M" }], "id": "gid://shopify/ProductVariant/1" }), json!(["variants", "0", "id"]), "NO_KEY_ON_CREATE")]
#[case::a_long_sku(
    json!({ "optionValues": [{ "optionName": "Size", "name": "M" }], "inventoryItem": { "sku": "x".repeat(256) } }),
    json!(["variants", "0", "inventoryItem", "sku"]),
    "INVALID"
)]
#[case::a_place_that_is_not_there(
    json!({ "optionValues": [{ "optionName": "Size", "name": "M" }], "inventoryQuantities": [{ "locationId": "gid://shopify/Location/1", "availableQuantity": 1 }] }),
    json!(["variants", "0", "inventoryQuantities"]),
    "TRACKED_VARIANT_LOCATION_NOT_FOUND"
)]
#[case::a_code_that_is_none(
    json!({ "optionValues": [{ "optionName": "Size", "name": "M" }], "inventoryItem": { "harmonizedSystemCode": "61A0" } }),
    json!(["variants", "0", "inventoryItem", "harmonizedSystemCode"]),
    "INVALID_INPUT"
)]
#[tokio::test]
async fn no_variant_is_added_when_one_breaks_a_rule(#[case] variant: Value, #[case] field: Value, #[case] code: &str) {
    let shop = Shop::new();
    let product = sizes(&shop, &["S"]).await;
    let refused = shop.one(CREATE, json!({ "product": product["id"], "variants": [variant, size("XL")] })).await;
    let errors = refused["userErrors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{refused:#}");
    assert_eq!((&errors[0]["field"], &errors[0]["code"]), (&field, &code.into()));
    let now = shop.done(CREATE, json!({ "product": product["id"], "variants": [size("M")] })).await;
    assert_eq!(titles(&now), ["S", "M"]);
}

#[tokio::test]
async fn a_product_has_2048_variants_and_no_more() {
    let shop = Shop::new();
    let product = sizes(&shop, &["0"]).await;
    let many: Vec<Value> = (1..2_048).map(|number| size(&number.to_string())).collect();
    let made = shop.done(CREATE, json!({ "product": product["id"], "variants": many })).await;
    assert_eq!(made["productVariants"].as_array().unwrap().len(), 2_047);
    let refused = shop.one(CREATE, json!({ "product": product["id"], "variants": [size("one more")] })).await;
    assert_eq!(refused["userErrors"][0]["message"], "Product can't have more than 2048 variants");
    let too_long: Vec<Value> = (0..2_049).map(|number| size(&format!("n{number}"))).collect();
    let answer = shop.ask_with(CREATE, json!({ "product": product["id"], "variants": too_long })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "MAX_INPUT_SIZE_EXCEEDED");
}

#[tokio::test]
async fn what_is_given_is_changed_and_null_empties() {
    let shop = Shop::new();
    let product = sizes(&shop, &["S"]).await;
    let id = &product["variants"]["nodes"][0]["id"];
    let item = json!({ "sku": "G-S", "cost": "40", "countryCodeOfOrigin": "NO", "harmonizedSystemCode": "6110.11" });
    let first = json!({ "id": id, "price": "100", "compareAtPrice": "120", "barcode": "709", "inventoryItem": item });
    let variables = |variant: Value| json!({ "product": product["id"], "variants": [variant] });
    shop.pass(60);
    let made = shop.done(UPDATE, variables(first)).await;
    assert_eq!(made["product"]["updatedAt"], "2026-11-02T08:31:00Z");
    let variant = &made["productVariants"][0];
    assert_eq!(variant["inventoryItem"]["harmonizedSystemCode"], "611011");
    assert_eq!(variant["updatedAt"], "2026-11-02T08:31:00Z");
    shop.pass(60);
    let null = Value::Null;
    let emptied = json!({ "id": id, "compareAtPrice": null, "barcode": null,
        "inventoryItem": { "cost": null, "countryCodeOfOrigin": null, "harmonizedSystemCode": null } });
    let emptied = shop.done(UPDATE, variables(emptied)).await["productVariants"][0].clone();
    assert_eq!((&emptied["price"], &emptied["compareAtPrice"], &emptied["barcode"]), (&"100.00".into(), &null, &null));
    assert_eq!(
        emptied["inventoryItem"],
        json!({ "sku": "G-S", "tracked": false, "countryCodeOfOrigin": null, "harmonizedSystemCode": null, "unitCost": null })
    );
    shop.pass(60);
    let same = shop.done(UPDATE, variables(json!({ "id": id, "price": "100.00" }))).await;
    assert_eq!(same["product"]["updatedAt"], "2026-11-02T08:32:00Z", "nothing has changed");
}

#[rstest]
#[case::no_id(json!({ "price": "1" }), json!(["variants", "1", "id"]), "PRODUCT_VARIANT_ID_MISSING")]
#[case::an_unknown_id(json!({ "id": "gid://shopify/ProductVariant/1" }), json!(["variants", "1", "id"]), "PRODUCT_VARIANT_DOES_NOT_EXIST")]
#[case::a_price_below_nothing(json!({ "id": "M", "price": "-0.01" }), json!(["variants", "1", "price"]), "GREATER_THAN_OR_EQUAL_TO")]
#[case::a_cost_below_nothing(json!({ "id": "M", "inventoryItem": { "cost": "-1" } }), json!(["variants", "1", "inventoryItem", "cost"]), "GREATER_THAN_OR_EQUAL_TO")]
#[case::stock(
    json!({ "id": "M", "inventoryQuantities": [{ "locationId": LOCATION, "availableQuantity": 1 }] }),
    json!(["variants", "1", "inventoryQuantities"]),
    "NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE"
)]
#[case::options_of_another(json!({ "id": "M", "optionValues": [{ "optionName": "Size", "name": "S" }] }), json!(["variants", "1"]), "VARIANT_ALREADY_EXISTS")]
#[case::an_unknown_option(
    json!({ "id": "M", "optionValues": [{ "optionName": "Colour", "name": "S" }] }),
    json!(["variants", "1", "optionValues", "0"]),
    "OPTION_DOES_NOT_EXIST"
)]
#[case::a_long_barcode(json!({ "id": "M", "barcode": "1".repeat(256) }), json!(["variants", "1", "barcode"]), "TOO_LONG")]
#[tokio::test]
async fn all_are_changed_or_none_unless_partial_updates_are_allowed(
    #[case] mut second: Value,
    #[case] field: Value,
    #[case] code: &str,
) {
    let shop = Shop::new();
    let product = sizes(&shop, &["S"]).await;
    let made = shop.done(CREATE, json!({ "product": product["id"], "variants": [size("M")] })).await;
    if second["id"] == "M" {
        second["id"] = made["productVariants"][0]["id"].clone();
    }
    let first = json!({ "id": product["variants"]["nodes"][0]["id"], "price": "7" });
    let variables = |partly: bool| json!({ "product": product["id"], "variants": [first, second], "partly": partly });
    let refused = shop.one(UPDATE, variables(false)).await;
    assert_eq!(refused["userErrors"].as_array().unwrap().len(), 1, "{refused:#}");
    let error = &refused["userErrors"][0];
    assert_eq!((&error["field"], &error["code"]), (&field, &code.into()));
    assert_eq!((&refused["product"], &refused["productVariants"]), (&Value::Null, &Value::Null));
    let query = "query($id: ID!) { productVariant(id: $id) { price } }";
    assert_eq!(shop.one(query, json!({ "id": first["id"] })).await["price"], "0.00");
    let partly = shop.one(UPDATE, variables(true)).await;
    assert_eq!(partly["userErrors"], refused["userErrors"]);
    assert_eq!(partly["productVariants"].as_array().unwrap().len(), 1);
    assert_eq!(shop.one(query, json!({ "id": first["id"] })).await["price"], "7.00");
}

#[tokio::test]
async fn two_variants_change_places() {
    let shop = Shop::new();
    let product = sizes(&shop, &["S"]).await;
    let made = shop.done(CREATE, json!({ "product": product["id"], "variants": [size("M")] })).await;
    let (s, m) = (&product["variants"]["nodes"][0]["id"], &made["productVariants"][0]["id"]);
    let to = |id: &Value, name: &str| json!({ "id": id, "optionValues": [{ "optionName": "Size", "name": name }] });
    let variables = json!({ "product": product["id"], "variants": [to(s, "M"), to(m, "S")] });
    let changed = shop.done(UPDATE, variables).await;
    assert_eq!(
        (&changed["productVariants"][0]["title"], &changed["productVariants"][1]["title"]),
        (&"M".into(), &"S".into())
    );
}

#[tokio::test]
async fn variants_are_deleted_but_for_the_last_one() {
    let shop = Shop::new();
    let product = sizes(&shop, &["S"]).await;
    let made = shop.done(CREATE, json!({ "product": product["id"], "variants": [size("M")] })).await;
    let (s, m) = (&product["variants"]["nodes"][0]["id"], &made["productVariants"][0]["id"]);
    let code = async |variants: Value| {
        let refused = shop.one(DELETE, json!({ "product": product["id"], "variants": variants })).await;
        refused["userErrors"][0]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(code(json!([s, m])).await, "CANNOT_DELETE_LAST_VARIANT");
    let unknown = json!([s, "gid://shopify/ProductVariant/1"]);
    assert_eq!(code(unknown).await, "AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT");
    let left = shop.done(DELETE, json!({ "product": product["id"], "variants": [s] })).await;
    assert_eq!(titles(&left), ["M"]);
}

#[tokio::test]
async fn an_unknown_product_is_said_to_be_none() {
    let shop = Shop::new();
    for (document, variants) in [(CREATE, json!([])), (UPDATE, json!([])), (DELETE, json!([]))] {
        let refused = shop.one(document, json!({ "product": "gid://shopify/Product/1", "variants": variants })).await;
        assert_eq!(refused["userErrors"][0]["code"], "PRODUCT_DOES_NOT_EXIST");
        assert_eq!(refused["userErrors"][0]["field"], json!(["productId"]));
    }
}

#[tokio::test]
async fn one_price_costs_ten_points_and_many_a_fifth_of_a_point_more_each() {
    let shop = Shop::new();
    let product = sizes(&shop, &["0"]).await;
    let many: Vec<Value> = (1..100).map(|number| size(&number.to_string())).collect();
    let made = shop.done(CREATE, json!({ "product": product["id"], "variants": many })).await;
    let short = "mutation($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $product, variants: $variants) { productVariants { id } userErrors { field message code } }
    }";
    let price = |variant: &Value| json!({ "id": variant["id"], "price": "12" });
    let prices: Vec<Value> = made["productVariants"].as_array().unwrap().iter().map(price).collect();
    for (count, cost) in [(1, 10), (4, 10), (5, 11), (99, 29)] {
        let variables = json!({ "product": product["id"], "variants": prices[..count] });
        let answer = shop.ask_with(short, variables).await;
        assert_eq!(answer["extensions"]["cost"]["requestedQueryCost"], cost, "{count} prices");
    }
}

#[tokio::test]
async fn each_field_of_a_document_pays_for_its_own_variants() {
    let shop = Shop::new();
    let price = |number: usize| json!({ "id": format!("gid://shopify/ProductVariant/{number}"), "price": "1" });
    let prices: Vec<Value> = (1..=5).map(price).collect();
    let document = "mutation($product: ID!, $a: [ProductVariantsBulkInput!]!, $b: [ProductVariantsBulkInput!]!, $ask: Boolean!) {
      a: productVariantsBulkUpdate(productId: $product, variants: $a) { userErrors { field } }
      b: productVariantsBulkUpdate(productId: $product, variants: $b) @include(if: $ask) { userErrors { field } }
      c: productVariantsBulkUpdate(productId: $product, variants: [{ price: \"1\" }, { mediaId: $product }, {}, {}]) { userErrors { field } }
    }";
    for (ask, cost) in [(true, 11 + 11 + 11), (false, 11 + 11)] {
        let variables = json!({ "product": "gid://shopify/Product/1", "a": prices, "b": prices, "ask": ask });
        let answer = shop.ask_with(document, variables).await;
        assert_eq!(answer["extensions"]["cost"]["requestedQueryCost"], cost, "{answer:#}");
    }
    let set = "mutation($input: ProductSetInput!) { productSet(input: $input) { userErrors { field } } }";
    let files: Vec<Value> = (0..3).map(|n| json!({ "originalSource": format!("https://x.example/{n}.png") })).collect();
    let input = json!({ "title": "Lue", "files": files });
    assert_eq!(shop.ask_with(set, json!({ "input": input })).await["extensions"]["cost"]["requestedQueryCost"], 15);
}
