//! `productSet`: a product as a whole.

use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::Shop;

const SET: &str = "mutation($identifier: ProductSetIdentifiers, $input: ProductSetInput!, $now: Boolean = true) {
  productSet(identifier: $identifier, input: $input, synchronous: $now) {
    product {
      id handle title vendor updatedAt seo { title description } options { id name values }
      variants(first: 10) { nodes { id title price compareAtPrice sku media(first: 1) { nodes { id } } } }
      media(first: 10) { nodes { id alt } }
    }
    productSetOperation { id status product { id } userErrors { field code } }
    userErrors { field message code }
  }
}";

fn sizes(names: &[&str]) -> Value {
    let values: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
    let variant = |name: &&str| json!({ "price": "10", "optionValues": [{ "optionName": "Size", "name": name }] });
    let variants: Vec<Value> = names.iter().map(variant).collect();
    json!({ "title": "Genser", "productOptions": [{ "name": "Size", "values": values }], "variants": variants })
}

async fn set(shop: &Shop, input: Value) -> Value {
    shop.done(SET, json!({ "identifier": { "handle": "genser" }, "input": input })).await["product"].clone()
}

#[tokio::test]
async fn a_list_that_is_given_replaces_and_one_that_is_left_out_stays() {
    let shop = Shop::new();
    let mut whole = sizes(&["S", "M"]);
    whole["seo"] = json!({ "title": "Varm", "description": "Ull" });
    whole["files"] = json!([{ "originalSource": "https://x.example/a.png", "alt": "Foran" }, { "originalSource": "https://x.example/b.png" }]);
    whole["variants"][1]["file"] = json!({ "originalSource": "https://x.example/b.png" });
    let made = set(&shop, whole).await;
    let pictures = made["media"]["nodes"].as_array().unwrap();
    assert_eq!((pictures.len(), &pictures[0]["alt"]), (2, &"Foran".into()));
    assert_eq!(made["variants"]["nodes"][1]["media"]["nodes"][0]["id"], pictures[1]["id"]);
    let title = set(&shop, json!({ "title": "Ullgenser" })).await;
    assert_eq!((&title["id"], &title["title"]), (&made["id"], &"Ullgenser".into()));
    assert_eq!((&title["variants"], &title["media"], &title["seo"]), (&made["variants"], &made["media"], &made["seo"]));
    let mut fewer = sizes(&["M"]);
    fewer["files"] = json!([{ "id": pictures[0]["id"] }]);
    let fewer = set(&shop, fewer).await;
    let variants = fewer["variants"]["nodes"].as_array().unwrap();
    assert_eq!((variants.len(), &variants[0]["id"]), (1, &made["variants"]["nodes"][1]["id"]));
    assert_eq!(fewer["options"][0]["values"], json!(["M"]));
    assert_eq!(fewer["media"]["nodes"], json!([pictures[0]]));
    assert_eq!(variants[0]["media"]["nodes"], json!([]), "its picture is gone");
}

#[tokio::test]
async fn what_is_set_to_the_same_keeps_its_time() {
    let shop = Shop::new();
    let first = set(&shop, sizes(&["S"])).await;
    shop.pass(60);
    assert_eq!(set(&shop, sizes(&["S"])).await, first);
    let mut dearer = sizes(&["S"]);
    dearer["variants"][0]["price"] = "11".into();
    assert_eq!(set(&shop, dearer).await["updatedAt"], "2026-11-02T08:31:00Z");
}

#[rstest]
#[case::variants_without_options(json!({ "variants": [] }), &["productOptions"], "PRODUCT_OPTIONS_INPUT_MISSING")]
#[case::options_without_variants(json!({ "productOptions": [{ "name": "Size", "values": [{ "name": "S" }] }] }), &["variants"], "VARIANTS_INPUT_MISSING")]
#[case::a_long_title(json!({ "title": "x".repeat(256) }), &["title"], "INVALID_INPUT")]
#[case::another_kind(json!({ "giftCard": true }), &["giftCard"], "GIFT_CARD_ATTRIBUTE_CANNOT_BE_CHANGED")]
#[case::a_taken_handle(json!({ "handle": "Lue" }), &["handle"], "HANDLE_NOT_UNIQUE")]
#[case::a_collection(json!({ "collections": ["gid://shopify/Collection/1"] }), &["collections"], "NOT_FOUND")]
#[case::no_address(json!({ "files": [{ "originalSource": "c:/a.png" }] }), &["files", "0", "originalSource"], "INVALID_INPUT")]
#[case::a_file_that_is_gone(json!({ "files": [{ "id": "gid://shopify/MediaImage/1" }] }), &["files", "0", "id"], "NOT_FOUND")]
#[tokio::test]
async fn a_product_is_not_set_against_the_rules(#[case] input: Value, #[case] field: &[&str], #[case] code: &str) {
    let shop = Shop::new();
    set(&shop, sizes(&["S"])).await;
    shop.product("Lue", "1", 1).await;
    let refused = shop.one(SET, json!({ "identifier": { "handle": "genser" }, "input": input })).await;
    let field: Vec<&str> = std::iter::once("input").chain(field.iter().copied()).collect();
    let error = &refused["userErrors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!(field), &code.into()), "{refused:#}");
}

#[tokio::test]
async fn an_operation_tells_later_what_has_become_of_it() {
    let shop = Shop::new();
    let later = |input: Value| json!({ "input": input, "now": false });
    let begun = shop.done(SET, later(sizes(&["S", "M"]))).await;
    let operation = &begun["productSetOperation"];
    assert_eq!((&begun["product"], &operation["status"]), (&Value::Null, &"CREATED".into()));
    let query = "query($id: ID!) { productOperation(id: $id) {
        status product { title } ... on ProductSetOperation { userErrors { field code } } } }";
    shop.clock.advance(std::time::Duration::from_millis(1));
    let id = json!({ "id": operation["id"] });
    assert_eq!(shop.one(query, id.clone()).await["status"], "ACTIVE");
    shop.pass(1);
    let done = json!({ "status": "COMPLETE", "product": { "title": "Genser" }, "userErrors": [] });
    assert_eq!(shop.one(query, id).await, done);
    let begun = shop.done(SET, later(json!({ "title": " " }))).await;
    shop.pass(1);
    let failed = shop.one(query, json!({ "id": begun["productSetOperation"]["id"] })).await;
    assert_eq!(failed["product"], Value::Null);
    assert_eq!(failed["userErrors"], json!([{ "field": ["input", "title"], "code": "INVALID_INPUT" }]));
}

#[tokio::test]
async fn an_operation_tells_later_that_a_product_is_gone() {
    let shop = Shop::new();
    let product = shop.done(SET, json!({ "input": sizes(&["S"]) })).await["product"]["id"].clone();
    let delete = "mutation($id: ID!) { productDelete(input: { id: $id }, synchronous: false) {
        deletedProductId productDeleteOperation { id status deletedProductId } shop { name } userErrors { field message } } }";
    let begun = shop.done(delete, json!({ "id": product })).await;
    assert_eq!((&begun["deletedProductId"], &begun["shop"]["name"]), (&Value::Null, &"Fjellheim Friluft".into()));
    let operation = &begun["productDeleteOperation"];
    assert_eq!((&operation["status"], &operation["deletedProductId"]), (&"CREATED".into(), &Value::Null));
    let query = "query($id: ID!) { productOperation(id: $id) {
        status product { title } ... on ProductDeleteOperation { deletedProductId userErrors { field } } } }";
    shop.pass(1);
    let done = json!({ "status": "COMPLETE", "product": null, "deletedProductId": product, "userErrors": [] });
    assert_eq!(shop.one(query, json!({ "id": operation["id"] })).await, done);
    assert_eq!(shop.refused(delete, json!({ "id": product })).await, "Product does not exist");
}
