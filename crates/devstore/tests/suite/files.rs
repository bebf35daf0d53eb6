//! Files that come before their products, and the order in which pictures are shown.

use rstest::rstest;
use serde_json::{Value, json};

use crate::products::{CREATE as CREATE_PRODUCT, plain};
use crate::shop::Shop;

const CREATE: &str = "mutation($files: [FileCreateInput!]!) {
  fileCreate(files: $files) {
    files { id alt fileStatus ... on MediaImage { image { url } } } userErrors { field message code }
  }
}";

const FOUND: &str = "{ files(first: 5) { nodes { id updatedAt } } }";

const DETACH: &str = "mutation($product: ID!, $pairs: [ProductVariantDetachMediaInput!]!) {
  productVariantDetachMedia(productId: $product, variantMedia: $pairs) {
    productVariants { id media(first: 1) { nodes { id } } } userErrors { field message code }
  }
}";

const REORDER: &str = "mutation($id: ID!, $moves: [MoveInput!]!) {
  productReorderMedia(id: $id, moves: $moves) { job { id done } mediaUserErrors { field code } }
}";

fn file(name: &str) -> Value {
    json!({ "originalSource": format!("https://x.example/{name}"), "contentType": "IMAGE", "alt": "Foran" })
}

/// A product with so many pictures that are ready: the product, and their ids in their order.
async fn shown(shop: &Shop, pictures: usize) -> (Value, Vec<Value>) {
    let image = |place| {
        let source = format!("https://x.example/{place}.png");
        json!({ "originalSource": source, "mediaContentType": "IMAGE" })
    };
    let media: Vec<Value> = (0..pictures).map(image).collect();
    let product = json!({ "title": "Lue" });
    let product = shop.done(CREATE_PRODUCT, json!({ "product": product, "media": media })).await["product"].clone();
    shop.pass(2);
    let ids = product["media"]["nodes"].as_array().unwrap().iter().map(|node| node["id"].clone()).collect();
    (product, ids)
}

#[tokio::test]
async fn a_file_comes_before_its_product_and_is_given_to_it_when_it_is_ready() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let made = shop.done(CREATE, json!({ "files": [file("a.png")] })).await["files"][0].clone();
    assert_eq!((&made["alt"], &made["fileStatus"]), (&"Foran".into(), &"UPLOADED".into()));
    shop.pass(2);
    let give = "mutation($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { files { fileStatus } userErrors { code } } }";
    let reference = json!({ "files": [{ "id": made["id"], "referencesToAdd": [product["id"]] }] });
    assert_eq!(shop.done(give, reference).await["files"][0]["fileStatus"], "READY");
    let query = "query($id: ID!) { product(id: $id) { media(first: 5) { nodes { id } } } }";
    let held = shop.one(query, json!({ "id": product["id"] })).await;
    assert_eq!(held["media"]["nodes"], json!([{ "id": made["id"] }]));
}

#[tokio::test]
async fn a_file_whose_name_is_taken_gets_another_or_takes_the_place_of_the_first() {
    let shop = Shop::new();
    let first = shop.done(CREATE, json!({ "files": [file("a.png")] })).await["files"][0]["id"].clone();
    let second = shop.done(CREATE, json!({ "files": [file("a.png")] })).await["files"][0]["id"].clone();
    assert_ne!(first, second);
    let mut other = json!({ "originalSource": "https://x.example/b.png", "contentType": "IMAGE", "filename": "a.png" });
    other["duplicateResolutionMode"] = "RAISE_ERROR".into();
    let refused = shop.one(CREATE, json!({ "files": [other] })).await;
    assert_eq!(refused["userErrors"][0]["code"], "FILENAME_ALREADY_EXISTS");
    other["duplicateResolutionMode"] = "REPLACE".into();
    shop.pass(60);
    let replaced = shop.done(CREATE, json!({ "files": [other] })).await["files"][0].clone();
    assert_eq!((&replaced["id"], &replaced["alt"]), (&first, &"Foran".into()));
    let found = shop.one(FOUND, json!({})).await;
    let (then, now) = ("2026-11-02T08:30:00Z", "2026-11-02T08:31:00Z");
    let expected = json!([{ "id": first, "updatedAt": now }, { "id": second, "updatedAt": then }]);
    assert_eq!(found["nodes"], expected);
}

#[rstest]
#[case::no_address(json!({ "originalSource": "a.png" }), "originalSource", "INVALID")]
#[case::no_picture(json!({ "contentType": "VIDEO" }), "contentType", "UNACCEPTABLE_ASSET")]
#[case::too_many_words(json!({ "alt": "x".repeat(513) }), "alt", "ALT_VALUE_LIMIT_EXCEEDED")]
#[case::another_ending(json!({ "filename": "a.gif" }), "filename", "MISMATCHED_FILENAME_AND_ORIGINAL_SOURCE")]
#[case::nothing_to_replace(
    json!({ "duplicateResolutionMode": "REPLACE" }),
    "filename",
    "MISSING_FILENAME_FOR_DUPLICATE_MODE_REPLACE"
)]
#[case::a_mode_for_what_nobody_says(
    json!({ "contentType": null, "duplicateResolutionMode": "RAISE_ERROR" }),
    "duplicateResolutionMode",
    "INVALID_DUPLICATE_MODE_FOR_TYPE"
)]
#[tokio::test]
async fn no_file_is_made_when_one_breaks_a_rule(#[case] change: Value, #[case] field: &str, #[case] code: &str) {
    let shop = Shop::new();
    let mut wrong = file("a.png");
    for (name, value) in change.as_object().unwrap() {
        wrong[name] = value.clone();
    }
    let refused = shop.one(CREATE, json!({ "files": [file("b.png"), wrong] })).await;
    let errors = refused["userErrors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{refused:#}");
    assert_eq!((&errors[0]["field"], &errors[0]["code"]), (&json!(["files", "1", field]), &code.into()));
    assert_eq!(shop.one(FOUND, json!({})).await["nodes"], json!([]));
}

#[tokio::test]
async fn a_variant_is_shown_no_longer_by_the_picture_that_it_has() {
    let shop = Shop::new();
    let (product, pictures) = shown(&shop, 2).await;
    let variant = &product["variants"]["nodes"][0]["id"];
    let pair =
        |media: &Value| json!({ "product": product["id"], "pairs": [{ "variantId": variant, "mediaIds": [media] }] });
    let append = "mutation($product: ID!, $pairs: [ProductVariantAppendMediaInput!]!) {
      productVariantAppendMedia(productId: $product, variantMedia: $pairs) { userErrors { code } }
    }";
    shop.done(append, pair(&pictures[0])).await;
    let other = shop.one(DETACH, pair(&pictures[1])).await;
    assert_eq!(
        other["userErrors"],
        json!([{
            "field": ["variantMedia", "0", "variantId"],
            "message": "The specified media is not attached to the specified variant.",
            "code": "MEDIA_IS_NOT_ATTACHED_TO_VARIANT",
        }])
    );
    let detached = shop.done(DETACH, pair(&pictures[0])).await;
    assert_eq!(detached["productVariants"], json!([{ "id": variant, "media": { "nodes": [] } }]));
    let query = "query($id: ID!) { product(id: $id) { media(first: 5) { nodes { id } } } }";
    let left = shop.one(query, json!({ "id": product["id"] })).await["media"]["nodes"].clone();
    assert_eq!(left, json!([{ "id": pictures[0] }, { "id": pictures[1] }]), "the product keeps it");
}

#[tokio::test]
async fn pictures_are_moved_one_after_the_other() {
    let shop = Shop::new();
    let (product, pictures) = shown(&shop, 3).await;
    let step = |place: usize, to: Value| json!({ "id": pictures[place], "newPosition": to });
    let moves = json!([step(0, "2".into()), step(2, 0.into()), step(1, "99".into())]);
    let job = shop.done(REORDER, json!({ "id": product["id"], "moves": moves })).await["job"].clone();
    assert_eq!(job["done"], false);
    let query = "query($id: ID!) { product(id: $id) { updatedAt media(first: 5) { nodes { id } } } }";
    let after = shop.one(query, json!({ "id": product["id"] })).await;
    let expected = json!([{ "id": pictures[2] }, { "id": pictures[0] }, { "id": pictures[1] }]);
    assert_eq!((&after["media"]["nodes"], &after["updatedAt"]), (&expected, &"2026-11-02T08:30:02Z".into()));
    let unknown = json!([{ "id": "gid://shopify/MediaImage/1", "newPosition": "0" }]);
    let refused = shop.one(REORDER, json!({ "id": product["id"], "moves": unknown })).await;
    let error = json!([{ "field": ["moves", "0", "id"], "code": "MEDIA_DOES_NOT_EXIST" }]);
    assert_eq!((&refused["mediaUserErrors"], &refused["job"]), (&error, &Value::Null));
}
