//! What a store on a plan below Plus takes only so much of.

use axum::http::StatusCode;
use devstore::{DEFAULT_TOKEN, Limits};
use rstest::rstest;
use serde_json::{Value, json};

use crate::catalogs;
use crate::companies::company;
use crate::products::{CREATE, plain};
use crate::shop::{Answer, Shop};

async fn on(shop: &Shop, plan: &str) {
    let given = shop.post("/_devstore/plan", None, &json!({ "plan": plan }).to_string()).await;
    assert_eq!(given.status, StatusCode::OK);
}

/// A store that has many variants as soon as it has two, and takes two new ones in a day then.
async fn full(plan: &str) -> Shop {
    let shop = Shop::new();
    on(&shop, plan).await;
    let limits = Limits { many_variants: 2, new_variants_per_day: 2, ..Limits::default() };
    shop.handle().set_limits(limits).unwrap();
    for title in ["Lue", "Vott", "Skjerf", "Sokk"] {
        plain(&shop, title).await;
    }
    shop
}

async fn ask(shop: &Shop, query: &str, variables: Value) -> Answer {
    let body = json!({ "query": query, "variables": variables }).to_string();
    shop.post("/admin/api/2026-10/graphql.json", Some(DEFAULT_TOKEN), &body).await
}

#[rstest]
#[case::a_product("mutation { productCreate(product: { title: \"Genser\" }) { product { id } } }", "productCreate")]
#[case::a_product_that_is_set("mutation { productSet(input: { title: \"Genser\" }) { product { id } } }", "productSet")]
#[case::a_variant(
    "mutation($id: ID!) {
      productVariantsBulkCreate(productId: $id, strategy: PRESERVE_STANDALONE_VARIANT,
          variants: [{ optionValues: [{ optionName: \"Title\", name: \"Other\" }] }]) { product { id } }
    }",
    "productVariantsBulkCreate"
)]
#[tokio::test]
async fn a_store_with_many_variants_takes_no_more_than_so_many_new_ones_in_a_day(
    #[case] document: &str,
    #[case] field: &str,
) {
    let shop = full("Basic").await;
    let first = shop.data("{ products(first: 1) { nodes { id } } }").await["products"]["nodes"][0]["id"].clone();
    let variables = if document.contains("$id") { json!({ "id": first }) } else { json!({}) };
    let refused = ask(&shop, document, variables.clone()).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let refused = refused.json();
    assert_eq!(refused["errors"][0]["extensions"]["code"], "VARIANT_THROTTLE_EXCEEDED", "{refused:#}");
    assert_eq!((&refused["errors"][0]["path"], &refused["data"][field]), (&json!([field]), &Value::Null));
    let left = shop.data("{ productVariants(first: 10) { nodes { title } } }").await;
    assert_eq!(left["productVariants"]["nodes"].as_array().unwrap().len(), 4, "nothing was made");
    shop.pass(24 * 60 * 60);
    assert_eq!(ask(&shop, document, variables).await.status, StatusCode::OK, "it is another day");
}

#[tokio::test]
async fn what_is_there_may_be_set_however_many_variants_came_today() {
    let shop = full("Basic").await;
    let set =
        "mutation($input: ProductSetInput!) { productSet(input: $input) { product { title } userErrors { code } } }";
    let first = shop.data("{ products(first: 1) { nodes { id } } }").await["products"]["nodes"][0]["id"].clone();
    let named = shop.done(set, json!({ "input": { "id": first, "title": "Topplue" } })).await;
    assert_eq!(named["product"]["title"], "Topplue");
}

#[rstest]
#[case("Plus")]
#[case("Development")]
#[tokio::test]
async fn no_new_variant_is_one_too_many_on_plus_and_where_an_app_is_tried_out(#[case] plan: &str) {
    let shop = full(plan).await;
    assert_eq!(ask(&shop, CREATE, json!({ "product": { "title": "Genser" } })).await.status, StatusCode::OK);
}

#[rstest]
#[case("Basic", Some("B2B_CATALOG_LIMIT_REACHED"))]
#[case("Advanced", Some("B2B_CATALOG_LIMIT_REACHED"))]
#[case("Plus", None)]
#[case("Development", None)]
#[tokio::test]
async fn a_plan_below_plus_has_three_active_catalogs_for_companies(#[case] plan: &str, #[case] code: Option<&str>) {
    let shop = Shop::new();
    on(&shop, plan).await;
    let (_, location) = company(&shop, "Fjellheim AS").await;
    for title in ["A", "B", "C"] {
        catalogs::of_locations(&shop, title, &[&location]).await;
    }
    catalogs::of_market(&shop, "Sverige", "SEK").await;
    let input = |status: &str| json!({ "input": { "title": "D", "status": status, "context": { "companyLocationIds": [location] } } });
    let draft = shop.done(catalogs::CREATE, input("DRAFT")).await["catalog"]["id"].clone();
    let change = json!({ "id": draft, "input": { "status": "ACTIVE" } });
    let changed = shop.one(catalogs::UPDATE, change).await;
    assert_eq!(changed["userErrors"][0]["code"], json!(code));
    let made = shop.one(catalogs::CREATE, input("ACTIVE")).await;
    assert_eq!(made["userErrors"][0]["code"], json!(code));
}
