//! Sales channels, and what is published to them.

use serde_json::{Value, json};

use crate::products::plain;
use crate::shop::Shop;

const PUBLISH: &str = "mutation($id: ID!, $input: [PublicationInput!]!) {
  publishablePublish(id: $id, input: $input) { shop { name } userErrors { field message } }
}";

async fn channels(shop: &Shop) -> Value {
    let document = "{ publications(first: 25, catalogType: APP) { nodes { id autoPublish
        catalog { title status ... on AppCatalog { apps(first: 1) { nodes { title handle } } } } } } }";
    shop.data(document).await["publications"]["nodes"].clone()
}

#[tokio::test]
async fn a_shop_sells_online_and_at_the_till() {
    let shop = Shop::new();
    let channels = channels(&shop).await;
    let handles: Vec<&Value> =
        channels.as_array().unwrap().iter().map(|channel| &channel["catalog"]["apps"]["nodes"][0]["handle"]).collect();
    assert_eq!(handles, ["online_store", "pos"]);
    assert_eq!(channels[0]["catalog"]["title"], "Online Store");
}

#[tokio::test]
async fn a_product_is_in_a_channel_when_it_was_published_there() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let channels = channels(&shop).await;
    let told = "query($id: ID!) { product(id: $id) { publishedAt onlineStoreUrl } }";
    let products = "query($id: ID!) { node(id: $id) { ... on Publication { products(first: 5) { nodes { title } } includedProductsCount { count } } } }";
    let nothing = json!({ "publishedAt": null, "onlineStoreUrl": null });
    assert_eq!(shop.one(told, json!({ "id": product["id"] })).await, nothing);
    let till = json!({ "id": product["id"], "input": [{ "publicationId": channels[1]["id"] }] });
    shop.done(PUBLISH, till).await;
    assert_eq!(shop.one(told, json!({ "id": product["id"] })).await, nothing);
    let online = json!({ "id": product["id"], "input": [{ "publicationId": channels[0]["id"] }] });
    shop.done(PUBLISH, online).await;
    let expected = json!({ "publishedAt": "2026-11-02T08:30:00Z", "onlineStoreUrl": "https://devstore.myshopify.com/products/lue" });
    assert_eq!(shop.one(told, json!({ "id": product["id"] })).await, expected);
    let held = shop.one(products, json!({ "id": channels[1]["id"] })).await;
    assert_eq!(held, json!({ "products": { "nodes": [{ "title": "Lue" }] }, "includedProductsCount": { "count": 1 } }));
}

#[tokio::test]
async fn nothing_is_published_where_nothing_is() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let variables = json!({ "id": product["id"], "input": [{ "publicationId": "gid://shopify/Publication/1" }] });
    let refused = shop.one(PUBLISH, variables).await;
    let message = "Publication does not exist or is not publishable";
    assert_eq!(refused["userErrors"], json!([{ "field": ["input", "0", "publicationId"], "message": message }]));
    let variables = json!({ "id": "gid://shopify/Product/1", "input": [] });
    assert_eq!(shop.refused(PUBLISH, variables).await, "Resource does not exist");
}
