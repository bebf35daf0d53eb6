use std::path::Path;

use devstore::Options;
use serde_json::{Value, json};

use crate::shop::{Shop, line};

/// A shop that validates against Shopify's own schema, where its file lies beside the workspace; a worktree may lie
/// one folder deeper.
pub fn shop() -> Option<Shop> {
    let name = format!("shared/shopify/admin-{}.graphql", shopify_schema::API_VERSION);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text =
        ["../../..", "../../../.."].iter().find_map(|up| std::fs::read_to_string(here.join(up).join(&name)).ok());
    if text.is_none() {
        eprintln!("SKIPPED: ../{name} does not exist, so no store was run with Shopify's own schema");
    }
    text.map(|text| Shop::with(|options| Options { schema: Some(text), ..options }))
}

#[tokio::test]
async fn a_field_that_is_not_served_is_null_or_a_loud_error_and_never_made_up() {
    let Some(shop) = shop() else { return };
    shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    let data = shop.data("{ orders(first: 1) { nodes { name cartToken customerJourneySummary { ready } } } }").await;
    assert_eq!(
        data["orders"]["nodes"],
        json!([{ "name": "#1001", "cartToken": null, "customerJourneySummary": null }])
    );
    let answer = shop.ask("{ orders(first: 1) { nodes { name alerts { content } } } }").await;
    assert_eq!(answer["errors"][0]["message"], "The devstore does not serve Order.alerts.");
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    assert_eq!(answer["errors"][0]["path"], json!(["orders", "nodes", 0, "alerts"]));
    assert_eq!(answer["data"], Value::Null);
    let answer = shop.ask("{ orders(first: 1) { nodes { nope } } }").await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "undefinedField");
}

#[tokio::test]
async fn the_cost_is_the_same_with_either_schema() {
    let Some(full) = shop() else { return };
    let subset = Shop::new();
    let document = "{ node(id: \"gid://shopify/Order/1\") { id ... on Order { customer { id } lineItems(first: 5) { nodes { id } } } }
      shop { name } orders(first: 20) { nodes { purchasingEntity { ... on Customer { id } ... on PurchasingCompany { company { id } } } } } }";
    let cost = |answer: Value| answer["extensions"]["cost"]["requestedQueryCost"].clone();
    // 1 + 1 + (2 + 3) for the node, 1 for the shop, and 2 + 5 · (1 + 1 + 1) for the orders.
    assert_eq!(cost(full.ask(document).await), 25);
    assert_eq!(cost(subset.ask(document).await), 25);
}

#[tokio::test]
async fn the_schema_tells_about_itself() {
    let data = Shop::new().data("{ __schema { queryType { name } } __type(name: \"Order\") { name kind } }").await;
    assert_eq!(
        data,
        json!({ "__schema": { "queryType": { "name": "QueryRoot" } }, "__type": { "name": "Order", "kind": "OBJECT" } })
    );
}
