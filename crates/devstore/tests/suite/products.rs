//! Products: made, changed, deleted, and what is refused.

use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::Shop;

pub const CREATE: &str = "mutation($product: ProductCreateInput, $media: [CreateMediaInput!]) {
  productCreate(product: $product, media: $media) {
    product {
      id title handle status vendor productType tags publishedAt hasOnlyDefaultVariant descriptionHtml description
      seo { title description } options { id name values optionValues { id name hasVariants } }
      variants(first: 10) { nodes { id title price sku selectedOptions { name value } } }
      media(first: 10) { nodes { id status } }
    }
    userErrors { field message }
  }
}";

const UPDATE: &str = "mutation($product: ProductUpdateInput, $media: [CreateMediaInput!]) {
  productUpdate(product: $product, media: $media) {
    product { id title handle status tags updatedAt descriptionHtml seo { title description } }
    userErrors { field message }
  }
}";

/// A product as it is made when only its title is given.
pub async fn plain(shop: &Shop, title: &str) -> Value {
    shop.done(CREATE, json!({ "product": { "title": title } })).await["product"].clone()
}

fn long(length: usize) -> String {
    "x".repeat(length)
}

#[tokio::test]
async fn a_new_product_has_one_variant_and_is_in_no_sales_channel() {
    let shop = Shop::new();
    let product = plain(&shop, "Ulltrøye Vinje").await;
    assert_eq!(product["handle"], "ulltroye-vinje");
    assert_eq!((&product["status"], &product["publishedAt"]), (&"ACTIVE".into(), &Value::Null));
    assert_eq!(product["hasOnlyDefaultVariant"], true);
    let variants = product["variants"]["nodes"].as_array().unwrap();
    assert_eq!((variants.len(), &variants[0]["title"]), (1, &"Default Title".into()));
    assert_eq!(variants[0]["price"], "0.00");
    assert_eq!(plain(&shop, "Ulltrøye Vinje").await["handle"], "ulltroye-vinje-1");
}

#[tokio::test]
async fn the_first_values_of_the_options_are_the_first_variant() {
    let shop = Shop::new();
    let options = json!([
        { "name": "Size", "values": [{ "name": "S" }, { "name": "M" }] },
        { "name": "Colour", "values": [{ "name": "Red" }] },
    ]);
    let product = json!({ "title": "Genser", "productOptions": options, "tags": ["wool", " warm", "Wool"] });
    let product = shop.done(CREATE, json!({ "product": product })).await["product"].clone();
    assert_eq!(product["tags"], json!(["warm", "wool"]));
    assert_eq!(product["options"][0]["values"], json!(["S", "M"]));
    assert_eq!(product["options"][0]["optionValues"][1]["hasVariants"], false);
    let variants = product["variants"]["nodes"].as_array().unwrap();
    assert_eq!((variants.len(), &variants[0]["title"]), (1, &"S / Red".into()));
    assert_eq!(product["hasOnlyDefaultVariant"], false);
}

#[rstest]
#[case::no_title(json!({}), json!(["title"]), "Title can't be blank")]
#[case::blank_title(json!({ "title": " " }), json!(["title"]), "Title can't be blank")]
#[case::long_title(json!({ "title": long(256) }), json!(["title"]), "Title is too long (maximum is 255 characters)")]
#[case::long_vendor(json!({ "title": "A", "vendor": long(256) }), json!(["vendor"]), "Vendor is too long (maximum is 255 characters)")]
#[case::long_type(json!({ "title": "A", "productType": long(256) }), json!(["productType"]), "Product type is too long (maximum is 255 characters)")]
#[case::long_tag(json!({ "title": "A", "tags": [long(256)] }), json!(["tags"]), "Product tags is invalid")]
#[case::taken_handle(json!({ "title": "A", "handle": "Lue" }), json!(["handle"]), "Handle 'lue' already in use. Please provide a new handle.")]
#[case::four_options(
    json!({ "title": "A", "productOptions": (1..=4).map(|n| json!({ "name": format!("{n}"), "values": [{ "name": "a" }] })).collect::<Vec<_>>() }),
    json!(["productOptions"]),
    "Can only specify a maximum of 3 options"
)]
#[case::doubled_option(
    json!({ "title": "A", "productOptions": [{ "name": "Size", "values": [{ "name": "a" }] }, { "name": "size", "values": [{ "name": "a" }] }] }),
    json!(["productOptions", "1", "name"]),
    "Duplicated option name 'size'"
)]
#[case::doubled_value(
    json!({ "title": "A", "productOptions": [{ "name": "Size", "values": [{ "name": "a" }, { "name": "A" }] }] }),
    json!(["productOptions", "0", "values", "1", "name"]),
    "Duplicated option value 'A'"
)]
#[case::no_values(
    json!({ "title": "A", "productOptions": [{ "name": "Size" }] }),
    json!(["productOptions", "0", "values"]),
    "Option values can't be blank"
)]
#[case::unknown_collection(json!({ "title": "A", "collectionsToJoin": ["gid://shopify/Collection/1"] }), json!(["collectionsToJoin", "0"]), "Collection does not exist")]
#[tokio::test]
async fn a_product_that_breaks_a_rule_is_not_made(#[case] product: Value, #[case] field: Value, #[case] message: &str) {
    let shop = Shop::new();
    plain(&shop, "Lue").await;
    let refused = shop.one(CREATE, json!({ "product": product })).await;
    assert_eq!(refused["userErrors"], json!([{ "field": field, "message": message }]));
    assert_eq!(refused["product"], Value::Null);
    assert_eq!(shop.handle().holds(None).unwrap().products, 1);
}

#[tokio::test]
async fn a_title_of_255_characters_and_250_tags_are_taken() {
    let shop = Shop::new();
    let tags: Vec<String> = (0..250).map(|number| format!("tag {number:03}")).collect();
    let product = json!({ "title": "é".repeat(255), "tags": tags });
    let made = shop.done(CREATE, json!({ "product": product })).await;
    assert_eq!(made["product"]["tags"].as_array().unwrap().len(), 250);
}

#[tokio::test]
async fn only_what_is_given_is_changed_and_what_is_the_same_keeps_its_time() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    shop.pass(60);
    let change = json!({ "id": product["id"], "status": "DRAFT", "seo": { "title": "Varm lue" } });
    let changed = shop.done(UPDATE, json!({ "product": change })).await["product"].clone();
    assert_eq!((&changed["title"], &changed["status"]), (&"Lue".into(), &"DRAFT".into()));
    assert_eq!(changed["seo"], json!({ "title": "Varm lue", "description": null }));
    assert_eq!(changed["updatedAt"], "2026-11-02T08:31:00Z");
    shop.pass(60);
    let again = shop.done(UPDATE, json!({ "product": change })).await["product"].clone();
    assert_eq!(again["updatedAt"], changed["updatedAt"]);
    let emptied = json!({ "id": product["id"], "seo": { "title": "" } });
    let emptied = shop.done(UPDATE, json!({ "product": emptied })).await["product"].clone();
    assert_eq!(emptied["seo"]["title"], Value::Null);
    assert_eq!(emptied["updatedAt"], "2026-11-02T08:32:00Z");
}

#[tokio::test]
async fn a_product_that_is_not_there_is_neither_changed_nor_deleted() {
    let shop = Shop::new();
    let id = "gid://shopify/Product/1";
    let refused = shop.one(UPDATE, json!({ "product": { "id": id, "title": "A" } })).await;
    assert_eq!(refused["userErrors"], json!([{ "field": ["id"], "message": "Product does not exist" }]));
    assert_eq!(shop.refused(DELETE, json!({ "id": id })).await, "Product does not exist");
}

pub const DELETE: &str = "mutation($id: ID!) {
  productDelete(input: { id: $id }) { deletedProductId userErrors { field message } }
}";

#[tokio::test]
async fn a_product_is_deleted_with_its_variants() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let variant = &product["variants"]["nodes"][0]["id"];
    let deleted = shop.done(DELETE, json!({ "id": product["id"] })).await;
    assert_eq!(deleted["deletedProductId"], product["id"]);
    let query = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    assert_eq!(shop.one(query, json!({ "ids": [product["id"], variant] })).await, json!([null, null]));
}

#[tokio::test]
async fn products_are_found_by_what_they_are_and_when_they_were_changed() {
    let shop = Shop::new();
    let old = plain(&shop, "Lue").await;
    shop.pass(600);
    let card = json!({ "title": "Gavekort", "giftCard": true, "status": "DRAFT" });
    shop.done(CREATE, json!({ "product": card })).await;
    let find = async |query: &str| {
        let document = "query($q: String) { products(first: 250, query: $q, sortKey: UPDATED_AT) { nodes { title } } }";
        let found = shop.one(document, json!({ "q": query })).await;
        let titles = found["nodes"].as_array().unwrap().iter().map(|node| node["title"].as_str().unwrap().to_owned());
        titles.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(find("updated_at:>='2026-11-02T08:35:00Z'").await, "Gavekort");
    assert_eq!(find("gift_card:false").await, "Lue");
    assert_eq!(find("status:draft,active").await, "Lue, Gavekort");
    shop.pass(600);
    let price = json!([{ "id": old["variants"]["nodes"][0]["id"], "price": "5", "barcode": "7090042000012" }]);
    shop.done(crate::variants::UPDATE, json!({ "product": old["id"], "variants": price })).await;
    assert_eq!(find("").await, "Gavekort, Lue");
    assert_eq!(find("barcode:'7090042000012'").await, "Lue");
    let count = "query($q: String) { productsCount(query: $q) { count } }";
    assert_eq!(shop.one(count, json!({ "q": "gift_card:true" })).await["count"], 1);
}

#[tokio::test]
async fn the_description_is_told_with_and_without_its_tags() {
    let shop = Shop::new();
    let html = "<p>Warm <b>and</b>\n dry</p><script>alert(1)</script>";
    let made = shop.done(CREATE, json!({ "product": { "title": "Lue", "descriptionHtml": html } })).await;
    assert_eq!(made["product"]["descriptionHtml"], html);
    assert_eq!(made["product"]["description"], "Warm and dry alert(1)");
}

#[rstest]
#[case::by_its_handle(json!({ "handle": "lue" }))]
#[case::by_its_id(json!({ "id": "it" }))]
#[tokio::test]
async fn a_product_is_changed_that_an_identifier_names(#[case] mut identifier: Value) {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    if identifier.get("id").is_some() {
        identifier["id"] = product["id"].clone();
    }
    let document = "mutation($identifier: ProductUpdateIdentifiers!, $product: ProductUpdateInput) {
      productUpdate(identifier: $identifier, product: $product) { product { id title } userErrors { field message } }
    }";
    let change = json!({ "title": "Topplue" });
    let changed = shop.done(document, json!({ "identifier": identifier, "product": change })).await;
    assert_eq!(changed["product"], json!({ "id": product["id"], "title": "Topplue" }));
    let nobody = json!({ "identifier": { "handle": "vott" }, "product": change });
    assert_eq!(shop.refused(document, nobody).await, "Product does not exist");
}
