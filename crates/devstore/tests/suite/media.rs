//! Pictures: how they come, when they are ready, and which are none.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use devstore::Limits;
use rstest::rstest;
use serde_json::{Value, json};

use crate::products::plain;
use crate::shop::Shop;
use crate::variants;

const STAGE: &str = "mutation($input: [StagedUploadInput!]!) {
  stagedUploadsCreate(input: $input) { stagedTargets { url resourceUrl parameters { name value } } userErrors { message } }
}";

const ADD: &str = "mutation($id: ID!, $media: [CreateMediaInput!]) {
  productUpdate(product: { id: $id }, media: $media) {
    product { updatedAt media(first: 10, reverse: true) { nodes { id } } } userErrors { field message }
  }
}";

const MEDIA: &str = "query($id: ID!) { node(id: $id) { ... on MediaImage {
  status fileStatus alt mimeType mediaErrors { code message } fileErrors { code }
  image { url width height altText } preview { status image { url } } originalSource { fileSize }
} } }";

const REPLACE: &str = "mutation($files: [FileUpdateInput!]!) {
  fileUpdate(files: $files) { files { id fileStatus alt } userErrors { field message code } }
}";

const APPEND: &str = "mutation($product: ID!, $pairs: [ProductVariantAppendMediaInput!]!) {
  productVariantAppendMedia(productId: $product, variantMedia: $pairs) {
    productVariants { id media(first: 1) { nodes { id } } } userErrors { field message code }
  }
}";

/// The head of a GIF, which says how large it is; and something to tell it from others.
fn gif(width: u16, height: u16, more: &str) -> Vec<u8> {
    [b"GIF89a".as_slice(), &width.to_le_bytes(), &height.to_le_bytes(), more.as_bytes()].concat()
}

/// Uploads a file, and gives the address that it may be taken from.
async fn upload(shop: &Shop, bytes: Vec<u8>) -> String {
    let file = json!({ "resource": "IMAGE", "filename": "bilde.gif", "mimeType": "image/gif", "httpMethod": "PUT" });
    let staged = shop.done(STAGE, json!({ "input": [file] })).await;
    let target = &staged["stagedTargets"][0];
    let request = Request::put(target["url"].as_str().unwrap()).body(Body::from(bytes)).unwrap();
    assert!(shop.send(request).await.status.is_success());
    target["resourceUrl"].as_str().unwrap().to_owned()
}

fn image(source: &str) -> Value {
    json!({ "originalSource": source, "mediaContentType": "IMAGE", "alt": "Foran" })
}

/// Adds a picture to a product, and gives its id.
async fn add(shop: &Shop, product: &Value, source: &str) -> Value {
    let added = shop.done(ADD, json!({ "id": product["id"], "media": [image(source)] })).await;
    added["product"]["media"]["nodes"][0]["id"].clone()
}

async fn media(shop: &Shop, id: &Value) -> Value {
    shop.one(MEDIA, json!({ "id": id })).await
}

#[tokio::test]
async fn a_picture_is_worked_on_and_then_served_at_its_full_size() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let bytes = gif(640, 480, "one");
    shop.pass(60);
    let id = add(&shop, &product, &upload(&shop, bytes.clone()).await).await;
    let fresh = media(&shop, &id).await;
    assert_eq!(
        (&fresh["status"], &fresh["image"], &fresh["mimeType"]),
        (&"UPLOADED".into(), &Value::Null, &Value::Null)
    );
    shop.clock.advance(std::time::Duration::from_millis(600));
    assert_eq!(media(&shop, &id).await["status"], "PROCESSING");
    shop.pass(1);
    let ready = media(&shop, &id).await;
    assert_eq!(
        (&ready["status"], &ready["fileStatus"], &ready["preview"]["status"]),
        (&"READY".into(), &"READY".into(), &"READY".into())
    );
    assert_eq!((&ready["image"]["width"], &ready["image"]["height"]), (&640.into(), &480.into()));
    assert_eq!((&ready["alt"], &ready["mimeType"]), (&"Foran".into(), &"image/gif".into()));
    assert_eq!(ready["originalSource"]["fileSize"], bytes.len());
    let served = shop.get(ready["image"]["url"].as_str().unwrap()).await;
    assert_eq!(served.status, StatusCode::OK);
    assert_eq!(served.headers["content-type"], "image/gif");
    assert_eq!(served.body.unwrap(), bytes);
}

#[tokio::test]
async fn an_address_outside_stands_for_a_picture_that_is_drawn() {
    let shop = Shop::with(|options| options);
    shop.handle().set_limits(Limits { media_ms: 0, ..Limits::default() }).unwrap();
    let product = plain(&shop, "Lue").await;
    let ids =
        [add(&shop, &product, "https://x.example/a.jpg").await, add(&shop, &product, "https://x.example/b.jpg").await];
    let mut pictures = Vec::new();
    for id in &ids {
        let ready = media(&shop, id).await;
        assert_eq!((&ready["status"], &ready["mimeType"]), (&"READY".into(), &"image/png".into()));
        let served = shop.get(ready["image"]["url"].as_str().unwrap()).await.body.unwrap();
        assert!(served.starts_with(b"\x89PNG\r\n\x1a\n"));
        pictures.push(served);
    }
    assert_ne!(pictures[0], pictures[1]);
}

#[rstest]
#[case::no_picture(b"<html>".to_vec(), "UNSUPPORTED_IMAGE_FILE_TYPE")]
#[case::a_broken_one(b"\x89PNG\r\n\x1a\n".to_vec(), "IMAGE_PROCESSING_FAILURE")]
#[case::too_many_pixels(gif(6_000, 5_000, ""), "INVALID_IMAGE_RESOLUTION")]
#[case::too_many_bytes([gif(10, 10, ""), vec![0; 20 * 1024 * 1024]].concat(), "INVALID_IMAGE_FILE_SIZE")]
#[tokio::test]
async fn what_is_no_picture_fails_when_it_has_been_worked_on(#[case] bytes: Vec<u8>, #[case] code: &str) {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let id = add(&shop, &product, &upload(&shop, bytes).await).await;
    assert_eq!(media(&shop, &id).await["mediaErrors"], json!([]));
    shop.pass(2);
    let failed = media(&shop, &id).await;
    assert_eq!((&failed["status"], &failed["image"]), (&"FAILED".into(), &Value::Null));
    assert_eq!((&failed["mediaErrors"][0]["code"], &failed["fileErrors"][0]["code"]), (&code.into(), &code.into()));
}

#[tokio::test]
async fn what_was_never_uploaded_can_not_be_taken() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let file = json!({ "resource": "IMAGE", "filename": "a.gif", "mimeType": "image/gif", "httpMethod": "PUT" });
    let staged = shop.done(STAGE, json!({ "input": [file] })).await;
    let id = add(&shop, &product, staged["stagedTargets"][0]["resourceUrl"].as_str().unwrap()).await;
    shop.pass(2);
    assert_eq!(media(&shop, &id).await["mediaErrors"][0]["code"], "IMAGE_DOWNLOAD_FAILURE");
}

#[tokio::test]
async fn a_picture_that_is_no_address_is_not_added() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let refused = shop.one(ADD, json!({ "id": product["id"], "media": [image("bilde.png")] })).await;
    assert_eq!(
        refused["userErrors"],
        json!([{ "field": ["media", "0", "originalSource"], "message": "Image URL is invalid" }])
    );
    let files = shop.data("{ files(first: 5) { nodes { id } } }").await;
    assert_eq!(files["files"]["nodes"], json!([]));
}

#[tokio::test]
async fn a_ready_picture_is_replaced_under_its_id() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let id = add(&shop, &product, &upload(&shop, gif(1, 1, "one")).await).await;
    let other = upload(&shop, gif(2, 2, "two")).await;
    let change = json!({ "files": [{ "id": id, "originalSource": other, "alt": "Bak" }] });
    let early = shop.one(REPLACE, change.clone()).await;
    assert_eq!(early["userErrors"][0]["code"], "NON_READY_STATE");
    shop.pass(2);
    let before = media(&shop, &id).await["image"]["url"].clone();
    shop.done(REPLACE, change).await;
    assert_eq!(media(&shop, &id).await["status"], "UPLOADED");
    shop.pass(2);
    let after = media(&shop, &id).await;
    assert_eq!((&after["image"]["width"], &after["alt"]), (&2.into(), &"Bak".into()));
    assert_ne!(after["image"]["url"], before);
    let query = "query($id: ID!) { product(id: $id) { updatedAt media(first: 5) { nodes { id } } } }";
    let product = shop.one(query, json!({ "id": product["id"] })).await;
    assert_eq!(
        (&product["updatedAt"], &product["media"]["nodes"]),
        (&"2026-11-02T08:30:02Z".into(), &json!([{ "id": id }]))
    );
}

#[rstest]
#[case::an_unknown_file(json!({ "id": "gid://shopify/MediaImage/1" }), "id", "FILE_DOES_NOT_EXIST")]
#[case::no_address(json!({ "id": "it", "originalSource": "x" }), "originalSource", "INVALID_IMAGE_SOURCE_URL")]
#[case::two_sources(json!({ "id": "it", "originalSource": "https://x.example/a", "previewImageSource": "https://x.example/b" }), "originalSource", "TOO_MANY_ARGUMENTS")]
#[case::too_many_words(json!({ "id": "it", "alt": "x".repeat(513) }), "alt", "ALT_VALUE_LIMIT_EXCEEDED")]
#[case::an_unknown_product(json!({ "id": "it", "referencesToAdd": ["gid://shopify/Product/1"] }), "referencesToAdd", "REFERENCE_TARGET_DOES_NOT_EXIST")]
#[tokio::test]
async fn a_file_is_not_changed_against_the_rules(#[case] mut file: Value, #[case] field: &str, #[case] code: &str) {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let id = add(&shop, &product, "https://x.example/a.png").await;
    shop.pass(2);
    if file["id"] == "it" {
        file["id"] = id;
    }
    let refused = shop.one(REPLACE, json!({ "files": [file] })).await;
    let error = &refused["userErrors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!(["files", "0", field]), &code.into()), "{refused:#}");
}

#[tokio::test]
async fn a_file_is_given_to_other_products_taken_off_and_deleted() {
    let shop = Shop::new();
    let (lue, vott) = (plain(&shop, "Lue").await, plain(&shop, "Vott").await);
    let id = add(&shop, &lue, "https://x.example/a.png").await;
    shop.pass(2);
    let file = json!({ "id": id, "referencesToAdd": [vott["id"]], "referencesToRemove": [lue["id"]] });
    shop.done(REPLACE, json!({ "files": [file] })).await;
    let shown = async |product: &Value| {
        let query = "query($id: ID!) { product(id: $id) { media(first: 5) { nodes { id } } } }";
        shop.one(query, json!({ "id": product["id"] })).await["media"]["nodes"].clone()
    };
    assert_eq!((shown(&lue).await, shown(&vott).await), (json!([]), json!([{ "id": id }])));
    let delete = "mutation($ids: [ID!]!) { fileDelete(fileIds: $ids) { deletedFileIds userErrors { code } } }";
    assert_eq!(shop.done(delete, json!({ "ids": [id] })).await["deletedFileIds"], json!([id]));
    assert_eq!(shown(&vott).await, json!([]));
    assert_eq!(
        shop.one(delete, json!({ "ids": [id] })).await["userErrors"],
        json!([{ "code": "FILE_DOES_NOT_EXIST" }])
    );
}

#[tokio::test]
async fn a_variant_is_shown_by_one_ready_picture_of_its_product() {
    let shop = Shop::new();
    let (lue, vott) = (plain(&shop, "Lue").await, plain(&shop, "Vott").await);
    let id = add(&shop, &lue, "https://x.example/a.png").await;
    let foreign = add(&shop, &vott, "https://x.example/b.png").await;
    let variant = &lue["variants"]["nodes"][0]["id"];
    let pair =
        |media: &Value| json!({ "product": lue["id"], "pairs": [{ "variantId": variant, "mediaIds": [media] }] });
    let code = async |variables: Value| shop.one(APPEND, variables).await["userErrors"][0]["code"].clone();
    assert_eq!(code(pair(&id)).await, "NON_READY_MEDIA");
    shop.pass(2);
    assert_eq!(code(pair(&foreign)).await, "MEDIA_DOES_NOT_EXIST_ON_PRODUCT");
    let shown = shop.done(APPEND, pair(&id)).await;
    assert_eq!(shown["productVariants"][0]["media"]["nodes"], json!([{ "id": id }]));
    assert_eq!(code(pair(&id)).await, "PRODUCT_VARIANT_ALREADY_HAS_MEDIA");
    let of_vott = &vott["variants"]["nodes"][0]["id"];
    let wrong = json!({ "product": lue["id"], "pairs": [{ "variantId": of_vott, "mediaIds": [id] }] });
    assert_eq!(code(wrong).await, "PRODUCT_VARIANT_DOES_NOT_EXIST_ON_PRODUCT");
}

#[tokio::test]
async fn a_change_of_variants_brings_their_pictures_or_names_ready_ones() {
    let shop = Shop::new();
    let lue = plain(&shop, "Lue").await;
    let variant = &lue["variants"]["nodes"][0]["id"];
    let source = "https://x.example/a.png";
    let change = |variant: Value, media: Value| json!({ "product": lue["id"], "variants": [variant], "media": media });
    let new = change(json!({ "id": variant, "mediaSrc": [source] }), json!([image(source)]));
    let shown = shop.done(variants::UPDATE, new).await["productVariants"][0]["media"]["nodes"].clone();
    assert_eq!(shown.as_array().unwrap().len(), 1);
    let other = add(&shop, &lue, "https://x.example/b.png").await;
    let by_id = change(json!({ "id": variant, "mediaId": other }), json!([]));
    let early = shop.one(variants::UPDATE, by_id.clone()).await;
    assert_eq!(early["userErrors"][0]["message"], "Non-ready media cannot be attached to variants.");
    shop.pass(2);
    let shown = shop.done(variants::UPDATE, by_id).await["productVariants"][0]["media"]["nodes"].clone();
    assert_eq!(shown, json!([{ "id": other }]));
    let none = change(json!({ "id": variant, "mediaSrc": ["https://x.example/c.png"] }), json!([]));
    assert_eq!(shop.one(variants::UPDATE, none).await["userErrors"][0]["field"], json!(["variants", "0", "mediaSrc"]));
}
