//! Who works for a store, and who may know.

use axum::http::StatusCode;
use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, line};

/// What Shopify wants of an app that asks for staff.
const REQUIRED: &str = "`read_users` access scope. Also: The app must be a finance embedded app or installed on a Shopify Plus or Advanced store. Contact Shopify Support to enable this scope for your app.";

async fn done(shop: &Shop, path: &str, body: Value) -> Value {
    let answer = shop.post(path, None, &body.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.json());
    answer.json()
}

async fn hire(shop: &Shop, first: &str, last: &str) -> Value {
    let email = format!("{}@example.com", first.to_lowercase());
    let new = json!({ "firstName": first, "lastName": last, "email": email });
    done(shop, "/_devstore/staff", new).await["staffMember"].clone()
}

async fn on_plan(shop: &Shop, plan: &str) {
    done(shop, "/_devstore/plan", json!({ "plan": plan })).await;
}

/// An order that this staff member took.
async fn taken_by(shop: &Shop, member: &Value) -> Value {
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "10")] })).await["id"].clone();
    done(shop, "/_devstore/orders/special", json!({ "order": order, "staffMember": member })).await;
    order
}

#[tokio::test]
async fn the_staff_comes_in_pages_and_in_the_order_that_is_asked_for() {
    let shop = Shop::new();
    for (first, last) in [("Kari", "Vik"), ("Ola", "Berg"), ("Siri", "Lie")] {
        hire(&shop, first, last).await;
    }
    let page = async |arguments: String| {
        let fields = "nodes { firstName } edges { cursor } pageInfo { hasNextPage endCursor }";
        shop.data(&format!("{{ staffMembers({arguments}) {{ {fields} }} }}")).await["staffMembers"].clone()
    };
    let named = |page: &Value| {
        let nodes = page["nodes"].as_array().unwrap().iter();
        nodes.map(|member| member["firstName"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let first = page("first: 2".into()).await;
    assert_eq!(named(&first), ["Kari", "Ola"]);
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    let rest = page(format!("first: 2, after: {}", first["pageInfo"]["endCursor"])).await;
    assert_eq!(named(&rest), ["Siri"]);
    assert_eq!(rest["pageInfo"]["hasNextPage"], false);
    assert_eq!(named(&page("first: 9, sortKey: LAST_NAME".into()).await), ["Ola", "Siri", "Kari"]);
    assert_eq!(named(&page("first: 9, query: \"first_name:Ola\"".into()).await), ["Ola"]);
}

#[tokio::test]
async fn who_is_changed_is_so_on_orders_too_and_who_has_left_is_on_none() {
    let shop = Shop::new();
    let kari = hire(&shop, "Kari", "Vik").await;
    let order = taken_by(&shop, &kari).await;
    let fields = "staffMember { id firstName lastName name email exists isShopOwner }";
    let mut told = json!({
        "id": kari, "firstName": "Kari", "lastName": "Vik", "name": "Kari Vik", "email": "kari@example.com",
        "exists": true, "isShopOwner": false,
    });
    assert_eq!(shop.order(&order, fields).await["staffMember"], told);
    let change = json!({ "staffMember": kari, "lastName": "Berg", "exists": false });
    done(&shop, "/_devstore/staff/change", change).await;
    (told["lastName"], told["name"], told["exists"]) = (json!("Berg"), json!("Kari Berg"), json!(false));
    assert_eq!(shop.order(&order, fields).await["staffMember"], told);
    done(&shop, "/_devstore/staff/change", json!({ "staffMember": kari, "removed": true })).await;
    assert_eq!(shop.order(&order, fields).await["staffMember"], Value::Null);
    assert_eq!(shop.data("{ staffMembers(first: 9) { nodes { id } } }").await["staffMembers"]["nodes"], json!([]));
}

#[rstest]
#[case::another_plan("Basic", &["read_orders", "read_users"])]
#[case::no_scope("Advanced", &["read_orders"])]
#[tokio::test]
async fn staff_is_denied_in_the_words_of_shopify_and_the_rest_is_there(#[case] plan: &str, #[case] scopes: &[&str]) {
    let shop = Shop::new();
    let kari = hire(&shop, "Kari", "Vik").await;
    let order = taken_by(&shop, &kari).await;
    on_plan(&shop, plan).await;
    shop.handle().grant_scopes(None, scopes).unwrap();
    let answer =
        shop.ask_with("query($id: ID!) { order(id: $id) { name staffMember { id } } }", json!({ "id": order }));
    let answer = answer.await;
    assert_eq!(answer["data"]["order"], json!({ "name": "#1001", "staffMember": null }));
    let denied = &answer["errors"][0];
    assert_eq!(denied["message"], format!("Access denied for staffMember field. Required access: {REQUIRED}"));
    assert_eq!(denied["path"], json!(["order", "staffMember"]));
    assert_eq!(
        (&denied["extensions"]["code"], &denied["extensions"]["requiredAccess"]),
        (&json!("ACCESS_DENIED"), &json!(REQUIRED))
    );
    let answer = shop.ask("{ staffMembers(first: 9) { nodes { id } } }").await;
    assert_eq!(answer["data"], json!({ "staffMembers": null }));
    assert_eq!(answer["errors"][0]["message"], "Access denied for staffMembers field.");
    assert_eq!(answer["errors"][0]["extensions"]["code"], "ACCESS_DENIED");
}

#[rstest]
#[tokio::test]
async fn some_plans_let_apps_read_the_staff(#[values("Development", "Advanced", "Plus", "Plus Trial")] plan: &str) {
    let shop = Shop::new();
    shop.devstore.seed(1, 1).unwrap();
    on_plan(&shop, plan).await;
    let data = shop.data("{ staffMembers(first: 9) { nodes { name isShopOwner } } }").await;
    let owners: Vec<_> =
        data["staffMembers"]["nodes"].as_array().unwrap().iter().map(|member| member["isShopOwner"].clone()).collect();
    assert_eq!(owners, [json!(true), json!(false), json!(false)]);
}

#[tokio::test]
async fn what_can_not_be_is_told() {
    let shop = Shop::new();
    hire(&shop, "Kari", "Vik").await;
    let ola = hire(&shop, "Ola", "Berg").await;
    let order = shop.create_order(json!({ "lineItems": [line("A", 1, "10")] })).await["id"].clone();
    let nobody = "gid://shopify/StaffMember/1";
    let missing = "there is no staff member 'gid://shopify/StaffMember/1': give the global id of one";
    for (path, body, told) in [
        ("/_devstore/staff", json!({ "email": "kari@example.com" }), "give one that nobody else has"),
        ("/_devstore/staff", json!({ "firstName": "Siri" }), "can't have the e-mail address ''"),
        (
            "/_devstore/staff/change",
            json!({ "staffMember": ola, "email": "kari@example.com" }),
            "give one that nobody else has",
        ),
        ("/_devstore/staff/change", json!({ "staffMember": nobody, "removed": true }), missing),
        ("/_devstore/orders/special", json!({ "order": order, "staffMember": nobody }), missing),
    ] {
        let answer = shop.post(path, None, &body.to_string()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST);
        let error = answer.json()["error"].as_str().unwrap().to_owned();
        assert!(error.contains(told), "{error}");
    }
    let same = json!({ "staffMember": ola, "email": "ola@example.com" });
    done(&shop, "/_devstore/staff/change", same).await;
}
