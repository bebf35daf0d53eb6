//! Sales channels, and what is published to them.

use rstest::rstest;
use serde_json::{Value, json};

use crate::catalogs::{PUBLICATION, of_locations};
use crate::companies::company;
use crate::products::plain;
use crate::shop::Shop;

const PUBLISH: &str = "mutation($id: ID!, $input: [PublicationInput!]!) {
  publishablePublish(id: $id, input: $input) { shop { name } userErrors { field message } }
}";

const UNPUBLISH: &str = "mutation($id: ID!, $input: [PublicationInput!]!) {
  publishableUnpublish(id: $id, input: $input) {
    publishable { ... on Product { id publishedAt } } shop { name } userErrors { field message }
  }
}";

const UPDATE: &str = "mutation($id: ID!, $input: PublicationUpdateInput!) {
  publicationUpdate(id: $id, input: $input) {
    publication { autoPublish products(first: 5) { nodes { title } } } userErrors { field code }
  }
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

#[tokio::test]
async fn a_product_is_taken_from_a_channel_and_stays_in_the_others() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let channels = channels(&shop).await;
    let input = |place: usize| json!({ "id": product["id"], "input": [{ "publicationId": channels[place]["id"] }] });
    let is_in = async |place: usize| {
        let document = "query($id: ID!, $in: ID!) { product(id: $id) { publishedOnPublication(publicationId: $in) } }";
        let variables = json!({ "id": product["id"], "in": channels[place]["id"] });
        shop.one(document, variables).await["publishedOnPublication"].clone()
    };
    shop.done(PUBLISH, input(0)).await;
    shop.done(PUBLISH, input(1)).await;
    let taken = shop.done(UNPUBLISH, input(0)).await;
    assert_eq!(taken["publishable"], json!({ "id": product["id"], "publishedAt": null }));
    assert_eq!((is_in(0).await, is_in(1).await), (false.into(), true.into()));
    shop.done(UNPUBLISH, input(0)).await;
    let nowhere = json!({ "id": product["id"], "input": [{ "publicationId": "gid://shopify/Publication/1" }] });
    assert_eq!(shop.refused(UNPUBLISH, nowhere).await, "Publication does not exist or is not publishable");
}

#[tokio::test]
async fn a_product_is_in_a_channel_from_the_day_on_that_was_given() {
    let shop = Shop::new();
    let product = plain(&shop, "Lue").await;
    let channel = channels(&shop).await[1]["id"].clone();
    let input = json!([{ "publicationId": channel, "publishDate": "2026-11-02T08:31:00Z" }]);
    shop.done(PUBLISH, json!({ "id": product["id"], "input": input })).await;
    let document = "query($id: ID!, $in: ID!) { product(id: $id) { publishedOnPublication(publicationId: $in) } }";
    let variables = json!({ "id": product["id"], "in": channel });
    for expected in [false, true] {
        assert_eq!(shop.one(document, variables.clone()).await["publishedOnPublication"], expected);
        shop.pass(60);
    }
}

/// The publication of a catalog, which has nothing yet.
async fn empty(shop: &Shop) -> Value {
    let (_, location) = company(shop, "Fjellheim AS").await;
    let catalog = of_locations(shop, "Fjellheim", &[&location]).await;
    shop.done(PUBLICATION, json!({ "input": { "catalogId": catalog["id"] } })).await["publication"]["id"].clone()
}

#[tokio::test]
async fn products_come_to_a_publication_and_leave_it() {
    let shop = Shop::new();
    let (lue, vott) = (plain(&shop, "Lue").await, plain(&shop, "Vott").await);
    let publication = empty(&shop).await;
    let change = |input: Value| json!({ "id": publication, "input": input });
    let first = shop.done(UPDATE, change(json!({ "publishablesToAdd": [lue["id"]] }))).await;
    assert_eq!(first["publication"], json!({ "autoPublish": false, "products": { "nodes": [{ "title": "Lue" }] } }));
    let swap = json!({ "publishablesToAdd": [vott["id"]], "publishablesToRemove": [lue["id"]], "autoPublish": true });
    let second = shop.done(UPDATE, change(swap)).await;
    assert_eq!(second["publication"], json!({ "autoPublish": true, "products": { "nodes": [{ "title": "Vott" }] } }));
}

#[rstest]
#[case::an_unknown_publication(Some("gid://shopify/Publication/1"), json!({}), json!(["id"]), "PUBLICATION_NOT_FOUND")]
#[case::a_channel(Some("channel"), json!({}), json!(["id"]), "CANNOT_MODIFY_APP_CATALOG_PUBLICATION")]
#[case::an_unknown_product(
    None,
    json!({ "publishablesToAdd": ["gid://shopify/Product/1"] }),
    json!(["input", "publishablesToAdd", "0"]),
    "INVALID_PUBLISHABLE_ID"
)]
#[case::too_many_at_once(
    None,
    json!({ "publishablesToRemove": vec!["gid://shopify/Product/1"; 51] }),
    json!(["input", "publishablesToRemove"]),
    "PUBLICATION_UPDATE_LIMIT_EXCEEDED"
)]
#[tokio::test]
async fn a_publication_is_not_changed_against_the_rules(
    #[case] id: Option<&str>,
    #[case] input: Value,
    #[case] field: Value,
    #[case] code: &str,
) {
    let shop = Shop::new();
    let id = match id {
        None => empty(&shop).await,
        Some("channel") => channels(&shop).await[0]["id"].clone(),
        Some(id) => id.into(),
    };
    let refused = shop.one(UPDATE, json!({ "id": id, "input": input })).await;
    assert_eq!(refused["userErrors"], json!([{ "field": field, "code": code }]));
}
