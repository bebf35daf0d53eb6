use std::collections::HashSet;

use axum::http::StatusCode;
use rstest::rstest;
use serde_json::{Value, json};

use crate::bulk::{ORDERS, ask, lines, read, result, start};
use crate::shop::{Shop, line};

#[rstest]
#[case::no_connection("{ shop { name } }", "Bulk queries must contain at least one connection.")]
#[case::nodes(
    "{ products { nodes { id } } }",
    "All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'products { edges { \
     node {'. Selecting via 'nodes' is not supported. Invalid connection fields: 'products'."
)]
#[case::six(
    "{ a: orders { edges { node { id } } } b: orders { edges { node { id } } } c: orders { edges { node { id } } }
       d: orders { edges { node { id } } } e: orders { edges { node { id } } } f: orders { edges { node { id } } } }",
    "Bulk queries cannot contain more than 5 connections."
)]
#[case::deep(
    "{ customers { edges { node { id orders { edges { node { id lineItems { edges { node { id } } } } } } } } } }",
    "Bulk queries cannot contain connections with a nesting depth greater than 2."
)]
#[case::no_id(
    "{ products { edges { node { title variants { edges { node { id } } } } } } }",
    "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' \
     return type. Connection fields without 'id': products."
)]
#[case::other_id(
    "{ products { edges { node { number: id variants { edges { node { id } } } } } } }",
    "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' \
     return type. Connection fields without 'id': products."
)]
#[case::mutation(
    "mutation { orderMarkAsPaid(input: { id: \"gid://shopify/Order/1\" }) { order { id } } }",
    "Invalid operation type. Only `query` operations are supported."
)]
#[case::unknown(
    "{ orders { edges { node { nope } } } }",
    "Invalid bulk query: Field 'nope' doesn't exist on type 'Order'"
)]
#[tokio::test]
async fn a_query_that_breaks_a_rule_is_refused_with_its_sentence(#[case] query: &str, #[case] sentence: &str) {
    let payload = ask(&Shop::new(), query, false).await;
    assert_eq!(payload["bulkOperation"], Value::Null);
    assert_eq!(payload["userErrors"], json!([{ "field": ["query"], "message": sentence, "code": "INVALID" }]));
}

#[tokio::test]
async fn a_query_that_breaks_several_rules_is_told_all_of_them() {
    let payload = ask(&Shop::new(), "{ node(id: \"gid://shopify/Order/1\") { id } }", false).await;
    let messages: Vec<&str> =
        payload["userErrors"].as_array().unwrap().iter().map(|error| error["message"].as_str().unwrap()).collect();
    assert_eq!(
        messages,
        ["Bulk queries cannot contain a top level `node` field.", "Bulk queries must contain at least one connection."]
    );
}

#[tokio::test]
async fn what_is_no_graphql_and_what_is_too_long_is_refused() {
    let shop = Shop::new();
    let sentence = |payload: Value| payload["userErrors"][0]["message"].as_str().unwrap().to_owned();
    let broken = sentence(ask(&shop, "{ orders {", false).await);
    assert!(broken.starts_with("Invalid bulk query: syntax error, "), "{broken}");
    let long = format!("{ORDERS}{}", " ".repeat(65_536));
    let long = sentence(ask(&shop, &long, false).await);
    assert_eq!(long, format!("Query is too large ({} bytes; maximum is 65535 bytes)", 65_536 + ORDERS.len()));
}

#[tokio::test]
async fn a_sixth_query_is_refused_until_one_of_the_five_has_ended() {
    let shop = Shop::new();
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(start(&shop, ORDERS).await);
    }
    let payload = ask(&shop, ORDERS, false).await;
    let message = format!("A bulk query operation for this app and shop is already in progress: {}.", ids.join(", "));
    let error = json!({ "field": null, "message": message, "code": "OPERATION_IN_PROGRESS" });
    assert_eq!(payload["userErrors"], json!([error]));
    shop.pass(1);
    start(&shop, ORDERS).await;
}

async fn two_orders(shop: &Shop) {
    for title in ["A", "B"] {
        shop.create_order(json!({ "lineItems": [line(title, 1, "1"), line(title, 2, "2")] })).await;
        shop.pass(1);
    }
}

const WITH_LINES: &str = "{ orders(first: 1) { pageInfo { hasNextPage } edges { cursor node {
  id name lineItems(first: 1) { edges { node { id quantity } } } totalPriceSet { shopMoney { amount } }
} } } }";

#[tokio::test]
async fn children_come_after_all_their_parents_and_name_them() {
    let shop = Shop::new();
    two_orders(&shop).await;
    let lines = result(&shop, WITH_LINES, false).await;
    let id = |place: usize| lines[place]["id"].clone();
    assert_eq!(lines.len(), 6, "pages are not heeded: {lines:?}");
    assert_eq!(
        lines[0],
        json!({ "id": id(0), "name": "#1001", "totalPriceSet": { "shopMoney": { "amount": "5.0" } } })
    );
    assert_eq!(lines[1]["name"], "#1002");
    let parents: Vec<&Value> = lines.iter().map(|line| &line["__parentId"]).collect();
    assert_eq!(parents, [&Value::Null, &Value::Null, &id(0), &id(0), &id(1), &id(1)]);
    assert_eq!(lines[3], json!({ "id": id(3), "quantity": 2, "__parentId": id(0) }));
}

#[tokio::test]
async fn grouped_children_follow_their_parent_at_once() {
    let shop = Shop::new();
    two_orders(&shop).await;
    let lines = result(&shop, WITH_LINES, true).await;
    let kinds: Vec<bool> = lines.iter().map(|line| line.get("__parentId").is_some()).collect();
    assert_eq!(kinds, [false, true, true, false, true, true]);
    assert_eq!(lines[4]["__parentId"], lines[3]["id"]);
}

#[tokio::test]
async fn several_roots_and_fragments_are_written_root_by_root() {
    let shop = Shop::new();
    shop.devstore.seed(3, 1).unwrap();
    let query = "{ orders { ...Names } customers(reverse: true) { edges { node { id email } } } }
      fragment Names on OrderConnection { edges { node { ... on Order { id name } } } }";
    let lines = result(&shop, query, false).await;
    let kinds: Vec<&str> = lines.iter().map(|line| line["id"].as_str().unwrap().split('/').nth(3).unwrap()).collect();
    let customers = shop.handle().holds(None).unwrap().customers;
    let wanted: Vec<&str> = std::iter::repeat_n("Order", 3).chain(std::iter::repeat_n("Customer", customers)).collect();
    assert_eq!(kinds, wanted);
}

#[tokio::test]
async fn a_result_of_many_pages_has_every_record_once_and_as_an_ordinary_query_tells_it() {
    let shop = Shop::new();
    shop.devstore.seed(600, 1).unwrap();
    let query = "{ orders(sortKey: UPDATED_AT, reverse: true) { edges { node {
      id name updatedAt taxLines { title priceSet { shopMoney { amount } } } customer { id displayName } } } } }";
    let lines = result(&shop, query, false).await;
    let names: HashSet<&str> = lines.iter().map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!((lines.len(), names.len()), (600, 600));
    let ordinary = query.replace("(sortKey", "(first: 100, sortKey");
    let answer = shop.data(&ordinary).await;
    let nodes: Vec<Value> =
        answer["orders"]["edges"].as_array().unwrap().iter().map(|edge| edge["node"].clone()).collect();
    assert_eq!(nodes, lines[..100]);
}

#[tokio::test]
async fn an_operation_takes_its_time_and_tells_how_far_it_is() {
    let shop = Shop::new();
    shop.devstore.seed(500, 1).unwrap();
    let limits = devstore::Limits { bulk_start_ms: 2_000, bulk_object_us: 10_000, ..devstore::Limits::default() };
    shop.handle().set_limits(limits).unwrap();
    let id = start(&shop, ORDERS).await;
    shop.pass(1);
    assert_eq!(read(&shop, &id).await["status"], "CREATED");
    shop.pass(3);
    let running = read(&shop, &id).await;
    assert_eq!((&running["status"], &running["objectCount"]), (&json!("RUNNING"), &json!("200")));
    assert_eq!((&running["url"], &running["completedAt"]), (&Value::Null, &Value::Null));
    shop.pass(60);
    let done = read(&shop, &id).await;
    assert_eq!(done["status"], "COMPLETED");
    assert_eq!((&done["objectCount"], &done["rootObjectCount"]), (&json!("500"), &json!("500")));
    assert_eq!(done["completedAt"], "2026-11-02T08:30:07Z");
    let text = shop.get(done["url"].as_str().unwrap()).await.body.unwrap();
    assert_eq!(done["fileSize"], text.len().to_string());
}

#[tokio::test]
async fn nothing_found_is_a_result_without_an_address() {
    let shop = Shop::new();
    let id = start(&shop, ORDERS).await;
    shop.pass(1);
    let bulk = read(&shop, &id).await;
    assert_eq!((&bulk["status"], &bulk["objectCount"]), (&json!("COMPLETED"), &json!("0")));
    assert_eq!((&bulk["url"], &bulk["fileSize"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn a_planned_failure_leaves_what_was_written_before_it() {
    let shop = Shop::new();
    shop.devstore.seed(500, 1).unwrap();
    let fault = json!({ "faults": [{ "kind": "bulkTimeout", "objects": 300 }] });
    shop.post("/_devstore/faults", None, &fault.to_string()).await;
    let id = start(&shop, ORDERS).await;
    shop.pass(60);
    let bulk = read(&shop, &id).await;
    assert_eq!((&bulk["status"], &bulk["errorCode"]), (&json!("FAILED"), &json!("TIMEOUT")));
    assert_eq!(bulk["url"], Value::Null);
    assert_eq!(lines(&shop, &bulk["partialDataUrl"]).await.len(), 300);
    assert_eq!(result(&shop, ORDERS, false).await.len(), 500, "the next one is not hit");
}

#[tokio::test]
async fn an_address_is_good_for_seven_days_and_for_its_file_only() {
    let shop = Shop::new();
    two_orders(&shop).await;
    let id = start(&shop, ORDERS).await;
    shop.pass(1);
    let url = read(&shop, &id).await["url"].as_str().unwrap().to_owned();
    assert_eq!(shop.get(&url).await.status, StatusCode::OK);
    assert_eq!(shop.get(&url.replace("expires=1", "expires=2")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(shop.get(&url.replace("signature=", "signature=A")).await.status, StatusCode::FORBIDDEN);
    shop.pass(7 * 24 * 60 * 60);
    let expired = shop.get(&url).await;
    assert_eq!(expired.status, StatusCode::FORBIDDEN);
    assert!(String::from_utf8(expired.body.unwrap()).unwrap().contains("ExpiredToken"));
    let bulk = read(&shop, &id).await;
    assert_eq!((&bulk["status"], &bulk["url"]), (&json!("EXPIRED"), &Value::Null));
}

#[tokio::test]
async fn a_result_comes_packed_to_who_asks_for_it() {
    let shop = Shop::new();
    two_orders(&shop).await;
    let id = start(&shop, ORDERS).await;
    shop.pass(1);
    let url = read(&shop, &id).await["url"].as_str().unwrap().to_owned();
    let request = axum::http::Request::get(&url).header("accept-encoding", "gzip");
    let answer = shop.send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(answer.headers["content-encoding"], "gzip");
}

const CANCEL: &str = "mutation($id: ID!) {
  bulkOperationCancel(id: $id) { bulkOperation { id status } userErrors { field message } }
}";

#[tokio::test]
async fn a_cancelled_operation_ends_without_a_result_and_a_completed_one_can_not_be_cancelled() {
    let shop = Shop::new();
    two_orders(&shop).await;
    let cancel = async |id: &str| shop.data_with(CANCEL, json!({ "id": id })).await["bulkOperationCancel"].clone();
    let id = start(&shop, ORDERS).await;
    let canceling = json!({ "bulkOperation": { "id": id, "status": "CANCELING" }, "userErrors": [] });
    assert_eq!(cancel(&id).await, canceling);
    let bulk = read(&shop, &id).await;
    assert_eq!((&bulk["status"], &bulk["url"]), (&json!("CANCELED"), &Value::Null));
    let done = start(&shop, ORDERS).await;
    shop.pass(1);
    let refused = cancel(&done).await;
    assert_eq!(refused["bulkOperation"]["status"], "COMPLETED");
    assert_eq!(refused["userErrors"][0]["message"], "A bulk operation cannot be canceled when it is completed");
    let unknown = cancel("gid://shopify/BulkOperation/1").await;
    let error = json!({ "field": ["id"], "message": "Bulk operation does not exist" });
    assert_eq!(unknown, json!({ "bulkOperation": null, "userErrors": [error] }));
}

#[tokio::test]
async fn operations_are_listed_newest_first_and_found_by_status_and_type() {
    let shop = Shop::new();
    let first = start(&shop, ORDERS).await;
    shop.pass(1);
    let second = start(&shop, ORDERS).await;
    let list = async |query: &str| {
        let document = "query($q: String) { bulkOperations(first: 10, query: $q) { nodes { id } } }";
        shop.data_with(document, json!({ "q": query })).await["bulkOperations"]["nodes"].clone()
    };
    assert_eq!(list("").await, json!([{ "id": second }, { "id": first }]));
    assert_eq!(list("status:created operation_type:query").await, json!([{ "id": second }]));
    assert_eq!(list("operation_type:mutation").await, json!([]));
    let node =
        shop.data_with("query($id: ID!) { node(id: $id) { ... on BulkOperation { status } } }", json!({ "id": first }));
    assert_eq!(node.await["node"]["status"], "COMPLETED");
}

#[tokio::test]
async fn what_runs_when_the_store_is_kept_in_a_file_has_failed_when_it_is_taken_back() {
    let shop = Shop::new();
    two_orders(&shop).await;
    let done = start(&shop, ORDERS).await;
    shop.pass(1);
    read(&shop, &done).await;
    let open = start(&shop, ORDERS).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stores.json");
    shop.devstore.save(&path).unwrap();
    shop.devstore.load(&path).unwrap();
    assert_eq!(read(&shop, &open).await["errorCode"], "INTERNAL_SERVER_ERROR");
    let bulk = read(&shop, &done).await;
    assert_eq!((&bulk["status"], &bulk["url"]), (&json!("EXPIRED"), &Value::Null));
}

#[tokio::test]
async fn the_whole_catalogue_is_read_with_its_variants_and_pictures() {
    let shop = Shop::new();
    shop.product("Lue", "100", 1).await;
    let product = shop.data("{ products(first: 1) { nodes { id } } }").await["products"]["nodes"][0]["id"].clone();
    let media = json!([{ "originalSource": "https://x.example/a.png", "mediaContentType": "IMAGE" }]);
    let add = "mutation($id: ID!, $media: [CreateMediaInput!]) {
      productUpdate(product: { id: $id }, media: $media) { product { id } userErrors { message } }
    }";
    shop.done(add, json!({ "id": product, "media": media })).await;
    shop.pass(2);
    let query = "{ products(query: \"gift_card:false\") { edges { node { id title
        variants { edges { node { id sku inventoryItem { unitCost { amount } } } } }
        media { edges { node { id ... on MediaImage { image { url } } } } } } } } }";
    let lines = result(&shop, query, false).await;
    assert_eq!(lines.len(), 3);
    assert_eq!((&lines[0]["id"], &lines[0]["title"]), (&product, &json!("Lue")));
    assert!(lines[1..].iter().all(|line| line["__parentId"] == product), "{lines:?}");
    let picture = lines.iter().find_map(|line| line["image"]["url"].as_str()).unwrap();
    assert!(shop.get(picture).await.status.is_success());
}
