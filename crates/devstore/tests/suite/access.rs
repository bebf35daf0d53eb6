use devstore::CustomerData;
use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, line};

async fn seeded(scopes: &[&str]) -> Shop {
    let shop = Shop::new();
    shop.devstore.seed(5, 1).unwrap();
    shop.handle().grant_scopes(None, scopes).unwrap();
    shop
}

#[tokio::test]
async fn a_field_without_its_scope_is_null_with_an_error_and_the_rest_is_there() {
    let shop = seeded(&["read_orders", "read_all_orders"]).await;
    let answer = shop.ask("query Q { orders(first: 1) { nodes { name customer { id } } } shop { name } }").await;
    assert_eq!(answer["data"]["orders"]["nodes"][0]["customer"], Value::Null);
    assert!(answer["data"]["orders"]["nodes"][0]["name"].is_string());
    let error = &answer["errors"][0];
    assert_eq!(error["message"], "Access denied for customer field. Required access: `read_customers` access scope.");
    assert_eq!(error["path"], json!(["orders", "nodes", 0, "customer"]));
    assert_eq!(
        error["extensions"],
        json!({
            "code": "ACCESS_DENIED",
            "documentation": "https://shopify.dev/api/usage/access-scopes",
            "requiredAccess": "`read_customers` access scope.",
        })
    );
}

#[rstest]
#[case(
    "{ orders(first: 1) { nodes { id } } }",
    "Access denied for orders field. Required access: `read_orders` access scope."
)]
#[case(
    "{ ordersCount { count } }",
    "Access denied for ordersCount field. Required access: `read_orders` access scope."
)]
#[case(
    "{ products(first: 1) { nodes { id } } }",
    "Access denied for products field. Required access: `read_products` access scope."
)]
#[case(
    "{ locations(first: 1) { nodes { id } } }",
    "Access denied for locations field. Required access: `read_locations` access scope."
)]
#[tokio::test]
async fn what_is_not_granted_is_denied_by_name(#[case] document: &str, #[case] message: &str) {
    let shop = seeded(&["read_customers"]).await;
    assert_eq!(shop.ask(document).await["errors"][0]["message"], message);
}

#[tokio::test]
async fn a_mutation_without_its_scope_changes_nothing() {
    let shop = seeded(&["read_orders", "read_all_orders"]).await;
    let document = "mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } } }";
    let answer = shop.ask_with(document, json!({ "order": { "lineItems": [line("A", 1, "1")] } })).await;
    assert_eq!(answer["data"], json!({ "orderCreate": null }));
    assert_eq!(answer["errors"][0]["extensions"]["requiredAccess"], "`write_orders` access scope.");
    assert_eq!(shop.handle().holds(None).unwrap().orders, 5);
}

#[tokio::test]
async fn an_object_behind_an_interface_is_denied_by_its_own_type() {
    let shop = seeded(&["write_customers"]).await;
    shop.handle().grant_scopes(None, &["read_orders", "read_all_orders"]).unwrap();
    let orders = shop.data("{ orders(first: 1) { nodes { id } } }").await;
    let id = orders["orders"]["nodes"][0]["id"].as_str().unwrap().to_owned();
    shop.handle().grant_scopes(None, &["read_customers"]).unwrap();
    let answer = shop.ask(&format!("{{ node(id: \"{id}\") {{ id }} nodes(ids: [\"{id}\"]) {{ id }} }}")).await;
    assert_eq!(answer["data"], json!({ "node": null, "nodes": [null] }));
    assert_eq!(answer["errors"][1]["path"], json!(["nodes", 0]));
}

#[tokio::test]
async fn orders_of_more_than_60_days_ago_are_there_for_those_who_may_see_all() {
    let shop = Shop::new();
    let old = shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    shop.pass(61 * 86_400);
    let new = shop.create_order(json!({ "lineItems": [line("A", 1, "1")] })).await;
    let document = format!(
        "{{ orders(first: 9) {{ nodes {{ name }} }} ordersCount {{ count }} order(id: {}) {{ name }} }}",
        old["id"]
    );
    let names = |data: &Value| data["orders"]["nodes"].as_array().unwrap().len();
    assert_eq!(names(&shop.data(&document).await), 2);
    shop.handle().grant_scopes(None, &["write_orders"]).unwrap();
    let data = shop.data(&document).await;
    assert_eq!(data["orders"]["nodes"], json!([{ "name": new["name"] }]));
    assert_eq!(data["ordersCount"]["count"], 1);
    assert_eq!(data["order"], Value::Null);
    let pay = "mutation($id: ID!) { orderMarkAsPaid(input: {id: $id}) { order { id } userErrors { message } } }";
    let refused = shop.data_with(pay, json!({ "id": old["id"] })).await;
    assert_eq!(refused["orderMarkAsPaid"]["order"], Value::Null);
    assert_eq!(shop.handle().holds(None).unwrap().orders, 2);
}

#[tokio::test]
async fn an_app_that_is_not_approved_for_customer_data_does_not_see_it() {
    let shop = Shop::new();
    shop.devstore.seed(5, 1).unwrap();
    shop.handle().approve_customer_data(None, CustomerData::WithoutPersonalFields).unwrap();
    let answer = shop.ask("{ customers(first: 1) { nodes { id email } } }").await;
    assert_eq!(answer["data"]["customers"]["nodes"][0]["email"], Value::Null);
    assert!(answer["data"]["customers"]["nodes"][0]["id"].is_string());
    let page = "https://shopify.dev/docs/apps/launch/protected-customer-data";
    assert_eq!(
        answer["errors"][0]["message"],
        format!("This app is not approved to use the email field. See {page} for more details.")
    );
    shop.post("/_devstore/access", None, r#"{"customerData": "notApproved"}"#).await;
    let id = "gid://shopify/Order/1";
    let answer = shop.ask(&format!("{{ order(id: \"{id}\") {{ id }} shop {{ name }} }}")).await;
    assert_eq!(answer["data"]["order"], Value::Null);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "ACCESS_DENIED");
    assert_eq!(
        answer["errors"][0]["message"],
        format!("This app is not approved to access the Order object. See {page} for more details.")
    );
}
