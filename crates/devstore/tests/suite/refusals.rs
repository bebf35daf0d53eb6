use axum::http::StatusCode;
use devstore::{DEFAULT_TOKEN, Options, StoreOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, line};

const GRAPHQL: &str = "/admin/api/2026-10/graphql.json";
const SHOP: &str = r#"{"query": "{ shop { myshopifyDomain } }"}"#;

#[tokio::test]
async fn a_wrong_or_missing_token_is_unauthorised_with_a_text() {
    let shop = Shop::new();
    for token in [None, Some("shpat_wrong"), Some("")] {
        let answer = shop.post(GRAPHQL, token, SHOP).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        let text = "[API] Invalid API key or access token (unrecognized login or wrong password)";
        assert_eq!(answer.json(), json!({ "errors": text }));
    }
    assert_eq!(shop.handle().summary().calls, 0);
}

#[tokio::test]
async fn the_token_says_which_store_is_meant() {
    let shop = Shop::with(|options| Options {
        stores: vec![
            StoreOptions::new("one.myshopify.com", "shpat_1"),
            StoreOptions::new("two.myshopify.com", "shpat_2"),
        ],
        ..options
    });
    let domain = async |token| {
        let answer = shop.post(GRAPHQL, Some(token), SHOP).await.json();
        answer["data"]["shop"]["myshopifyDomain"].as_str().unwrap().to_owned()
    };
    assert_eq!(domain("shpat_1").await, "one.myshopify.com");
    assert_eq!(domain("shpat_2").await, "two.myshopify.com");
}

#[tokio::test]
async fn every_answer_says_its_id_and_the_version_that_was_served() {
    let shop = Shop::new();
    for (asked, served) in [("2026-10", "2026-10"), ("2024-01", "2026-01"), ("unstable", "unstable")] {
        let answer = shop.post(&format!("/admin/api/{asked}/graphql.json"), Some(DEFAULT_TOKEN), SHOP).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.headers["x-shopify-api-version"], served);
        assert!(answer.headers.contains_key("x-request-id"));
    }
}

#[rstest]
#[case("/admin/api/2026-10/graphql")]
#[case("/admin/api/next/graphql.json")]
#[case("/admin/api/2026-11/graphql.json")]
#[case("/")]
#[tokio::test]
async fn a_path_that_is_not_there_is_not_found(#[case] path: &str) {
    let answer = Shop::new().post(path, Some(DEFAULT_TOKEN), SHOP).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.json(), json!({ "errors": "Not Found" }));
}

#[tokio::test]
async fn another_method_and_a_body_that_is_no_request_are_refused() {
    let shop = Shop::new();
    assert_eq!(shop.get(GRAPHQL).await.status, StatusCode::METHOD_NOT_ALLOWED);
    let answer = shop.post(GRAPHQL, Some(DEFAULT_TOKEN), "{ shop { name } }").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.json()["errors"].is_string());
}

#[rstest]
#[case("query Q { shop { nope } }", "Field 'nope' doesn't exist on type 'Shop'", "undefinedField")]
#[case(
    "{ orders(first: 1, color: 2) { nodes { id } } }",
    "Field 'orders' doesn't accept argument 'color'",
    "argumentNotAccepted"
)]
#[case("{ order { id } }", "Field 'order' is missing required arguments: id", "missingRequiredArguments")]
#[case(
    "{ orders(first: \"x\") { nodes { id } } }",
    "Argument 'first' on Field 'orders' has an invalid value (\"x\"). Expected type 'Int'.",
    "argumentLiteralsIncompatible"
)]
#[case(
    "{ orders(first: 1, sortKey: SIZE) { nodes { id } } }",
    "Argument 'sortKey' on Field 'orders' has an invalid value (SIZE). Expected type 'OrderSortKeys'.",
    "argumentLiteralsIncompatible"
)]
#[case("{ order(id: \"abc\") { id } }", "Invalid global id 'abc'", "argumentLiteralsIncompatible")]
#[case("query Q($a: Int) { shop { name } }", "Variable $a is declared by Q but not used", "variableNotUsed")]
#[case("query Q($a: Nope) { shop { name } }", "Nope isn't a defined input type (on $a)", "undefinedType")]
#[case("{ shop { ... on Nope { id } } }", "No such type Nope, so it can't be a fragment condition", "undefinedType")]
#[case("{ shop @nope { name } }", "Directive @nope is not defined", "undefinedDirective")]
#[case(
    "mutation @idempotent(key: \"k\") { customerCreate(input: {}) { userErrors { field } } }",
    "'@idempotent' can't be applied to mutations (allowed: fields)",
    "directiveCannotBeApplied"
)]
#[case(
    "mutation { customerCreate(input: {}) @idempotent { userErrors { field } } }",
    "Directive 'idempotent' is missing required arguments: key",
    "missingRequiredArguments"
)]
#[case(
    "query Q { orders(first: $first) { nodes { id } } }",
    "Variable $first is used by Q but not declared",
    "variableNotDefined"
)]
#[case(
    "query($first: String) { orders(first: $first) { nodes { id } } }",
    "Type mismatch on variable $first and argument first (String / Int)",
    "variableMismatch"
)]
#[case(
    "query($id: ID) { order(id: $id) { id } }",
    "Nullability mismatch on variable $id and argument id (ID / ID!)",
    "variableMismatch"
)]
#[case(
    "query($ids: ID!) { nodes(ids: $ids) { id } }",
    "List dimension mismatch on variable $ids and argument ids (ID! / [ID!]!)",
    "variableMismatch"
)]
#[case("{ shop { ...Nope } }", "Fragment Nope was used, but not defined", "useAndDefineFragment")]
#[case(
    "{ shop { name } } fragment Unused on Shop { id }",
    "Fragment Unused was defined, but not used",
    "useAndDefineFragment"
)]
#[case(
    "{ shop }",
    "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)",
    "selectionMismatch"
)]
#[case(
    "mutation { customerCreate(input: {}) { userErrors { code } } }",
    "Field 'code' doesn't exist on type 'UserError'",
    "undefinedField"
)]
#[case(
    "mutation { orderMarkAsPaid(input: {}) { userErrors { field } } }",
    "Argument 'id' on InputObject 'OrderMarkAsPaidInput' is required. Expected type ID!",
    "missingRequiredInputObjectAttribute"
)]
#[case(
    "mutation { orderMarkAsPaid(input: {id: \"gid://shopify/Order/1\", b: 1}) { userErrors { field } } }",
    "InputObject 'OrderMarkAsPaidInput' doesn't accept argument 'b'",
    "argumentNotAccepted"
)]
#[case(
    "mutation { orderCreate(order: {customer: {}}) { userErrors { field } } }",
    "OneOf Input Object 'OrderCreateCustomerInput' must specify exactly one key.",
    "invalidOneOfInputObject"
)]
#[tokio::test]
async fn an_invalid_document_is_refused_in_shopifys_words(
    #[case] document: &str,
    #[case] message: &str,
    #[case] code: &str,
) {
    let answer = Shop::new().ask(document).await;
    assert_eq!(answer["errors"][0]["message"], message);
    assert_eq!(answer["errors"][0]["extensions"]["code"], code);
    assert!(answer["errors"][0]["locations"][0]["line"].is_number());
    assert!(answer.get("data").is_none());
}

#[tokio::test]
async fn the_path_of_an_invalid_field_begins_with_its_operation() {
    let answer = Shop::new().ask("query Orders { orders(first: 1) { nodes { nope } } }").await;
    assert_eq!(answer["errors"][0]["path"], json!(["query Orders", "orders", "nodes", "nope"]));
}

#[rstest]
#[case(json!({ "order": { "lineItems": [{ "quantity": null }] } }), "lineItems.0.quantity (Expected value to not be null)")]
#[case(json!({ "order": { "lineItems": [{}] } }), "lineItems.0.quantity (Expected value to not be null)")]
#[case(json!({ "order": { "nope": 1 } }), "nope (Field is not defined on OrderCreateOrderInput)")]
#[case(json!({ "order": { "processedAt": "yesterday" } }), "processedAt (invalid DateTime \"yesterday\": it must be in ISO 8601 format, as 2026-10-01T12:00:00Z)")]
#[case(json!({ "order": { "customer": { "toAssociate": {}, "toUpsert": {} } } }), "customer (OneOf Input Object 'OrderCreateCustomerInput' must specify exactly one key.)")]
#[case(json!({ "order": { "transactions": [{ "amountSet": { "shopMoney": { "amount": "ten", "currencyCode": "NOK" } } }] } }), "transactions.0.amountSet.shopMoney.amount (invalid decimal 'ten')")]
#[tokio::test]
async fn an_invalid_variable_is_refused_with_its_place(#[case] variables: Value, #[case] problem: &str) {
    let document = "mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { userErrors { field } } }";
    let answer = Shop::new().ask_with(document, variables).await;
    let error = &answer["errors"][0];
    let message = format!("Variable $order of type OrderCreateOrderInput! was provided invalid value for {problem}");
    assert_eq!(error["message"], message);
    assert_eq!(error["extensions"]["code"], "INVALID_VARIABLE");
    assert!(answer.get("data").is_none());
}

#[tokio::test]
async fn an_array_of_more_than_250_items_is_refused() {
    let document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    let ids = vec!["gid://shopify/Order/1"; 251];
    let answer = Shop::new().ask_with(document, json!({ "ids": ids })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "MAX_INPUT_SIZE_EXCEEDED");
    let message = "The input array size of 251 is greater than the maximum allowed of 250.";
    assert_eq!(answer["errors"][0]["message"], message);
}

#[tokio::test]
async fn an_id_of_another_type_is_an_error_and_an_id_of_nothing_is_null() {
    let shop = Shop::new();
    let answer = shop.ask("{ order(id: \"gid://shopify/Product/1\") { id } shop { name } }").await;
    assert_eq!(answer["errors"][0]["message"], "Invalid id: gid://shopify/Product/1");
    assert_eq!(answer["errors"][0]["extensions"]["code"], "RESOURCE_NOT_FOUND");
    assert_eq!(answer["data"]["order"], Value::Null);
    assert!(answer["data"]["shop"]["name"].is_string());
    let nothing = shop
        .data("{ order(id: \"gid://shopify/Order/1\") { id } nodes(ids: [\"gid://shopify/Order/1\"]) { id } }")
        .await;
    assert_eq!(nothing, json!({ "order": null, "nodes": [null] }));
}

#[tokio::test]
async fn of_several_operations_one_must_be_named() {
    let shop = Shop::new();
    let documents = "query A { shop { name } } query B { shop { id } }";
    let send = async |name: Option<&str>| {
        let body = json!({ "query": documents, "operationName": name }).to_string();
        shop.post(GRAPHQL, Some(DEFAULT_TOKEN), &body).await.json()
    };
    assert_eq!(send(None).await["errors"][0]["message"], "An operation name is required");
    assert_eq!(send(Some("C")).await["errors"][0]["message"], "No operation named \"C\"");
    assert!(send(Some("B")).await["data"]["shop"]["id"].is_string());
}

#[tokio::test]
async fn aliases_fragments_and_skipped_fields_are_served() {
    let shop = Shop::new();
    shop.create_order(json!({ "lineItems": [line("A", 1, "1"), line("B", 2, "2")] })).await;
    let data = shop
        .data_with(
            "query($skip: Boolean!) { one: orders(first: 1) { nodes { ...Lines id @skip(if: $skip) __typename } } }
             fragment Lines on Order { lineItems(first: 5) { nodes { title } pageInfo { hasNextPage } } }",
            json!({ "skip": true }),
        )
        .await;
    assert_eq!(
        data["one"]["nodes"][0],
        json!({
            "lineItems": { "nodes": [{ "title": "A" }, { "title": "B" }], "pageInfo": { "hasNextPage": false } },
            "__typename": "Order",
        })
    );
}

#[test]
fn stores_without_a_token_or_with_the_same_one_are_refused() {
    let (clock, _) = runtime::Clock::manual(chrono::DateTime::UNIX_EPOCH);
    let options = Options::new(clock, runtime::Random::seeded(1));
    let new = |stores: &[(&str, &str)]| {
        let stores = stores.iter().map(|(domain, token)| StoreOptions::new(*domain, *token)).collect();
        devstore::Devstore::new(Options { stores, ..options.clone() }).map(|_| ()).unwrap_err().to_string()
    };
    assert_eq!(new(&[]), "the stores can't be served: at least one store is needed");
    assert!(new(&[("a", "")]).contains("needs a domain and a token"));
    assert!(new(&[("a", "t"), ("b", "t")]).contains("given twice"));
}
