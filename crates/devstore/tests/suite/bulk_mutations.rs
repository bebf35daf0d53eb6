use axum::body::Body;
use axum::http::{Request, StatusCode};
use devstore::{Fault, FaultKind};
use rstest::rstest;
use serde_json::{Value, json};

use crate::bulk::{lines, read};
use crate::shop::{Answer, Shop, line};

const STAGE: &str = "mutation Stage($input: [StagedUploadInput!]!) {
  stagedUploadsCreate(input: $input) {
    stagedTargets { url resourceUrl parameters { name value } }
    userErrors { field message }
  }
}";

const RUN: &str = "mutation Run($mutation: String!, $path: String!, $client: String) {
  bulkOperationRunMutation(mutation: $mutation, stagedUploadPath: $path, clientIdentifier: $client) {
    bulkOperation { id status type }
    userErrors { field message code }
  }
}";

const CREATE: &str = "mutation call($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) { order { name } userErrors { field message } }
}";

struct Target {
    url: String,
    parameters: Vec<(String, String)>,
}

impl Target {
    fn key(&self) -> &str {
        &self.parameters[0].1
    }
}

async fn stage(shop: &Shop) -> Target {
    let input = json!([{ "resource": "BULK_MUTATION_VARIABLES", "filename": "orders.jsonl", "mimeType": "text/jsonl",
        "httpMethod": "POST" }]);
    let payload = shop.data_with(STAGE, json!({ "input": input })).await["stagedUploadsCreate"].clone();
    assert_eq!(payload["userErrors"], json!([]));
    let target = &payload["stagedTargets"][0];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let parameters = target["parameters"].as_array().unwrap();
    Target {
        url: text(&target["url"]),
        parameters: parameters.iter().map(|one| (text(&one["name"]), text(&one["value"]))).collect(),
    }
}

async fn upload(shop: &Shop, url: &str, fields: &[(String, String)]) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    body += "--edge--\r\n";
    let request = Request::post(url).header("content-type", "multipart/form-data; boundary=edge");
    shop.send(request.body(Body::from(body)).unwrap()).await
}

/// Uploads these lines, and gives the path by which a mutation finds them.
async fn uploaded(shop: &Shop, text: &str) -> String {
    let target = stage(shop).await;
    let mut fields = target.parameters.clone();
    fields.push(("file".to_owned(), text.to_owned()));
    assert_eq!(upload(shop, &target.url, &fields).await.status, StatusCode::CREATED);
    target.key().to_owned()
}

async fn run(shop: &Shop, mutation: &str, path: &str) -> Value {
    let variables = json!({ "mutation": mutation, "path": path });
    shop.data_with(RUN, variables).await["bulkOperationRunMutation"].clone()
}

fn order(title: &str) -> String {
    json!({ "order": { "lineItems": [line(title, 1, "1")] } }).to_string()
}

#[tokio::test]
async fn a_mutation_is_run_once_for_each_line_and_answers_each_with_its_number() {
    let shop = Shop::new();
    let wrong = json!({ "order": { "lineItems": [] } }).to_string();
    let other = json!({ "orders": 1 }).to_string();
    let text = format!("{}\n{wrong}\n\n{other}\nno json\n{}", order("A"), order("B"));
    let path = uploaded(&shop, &text).await;
    let payload = run(&shop, CREATE, &path).await;
    assert_eq!(payload["userErrors"], json!([]));
    assert_eq!(payload["bulkOperation"]["type"], "MUTATION");
    assert_eq!(shop.handle().holds(None).unwrap().orders, 0, "nothing is run before its time");
    shop.pass(1);
    let bulk = read(&shop, payload["bulkOperation"]["id"].as_str().unwrap()).await;
    assert_eq!((&bulk["status"], &bulk["objectCount"]), (&json!("COMPLETED"), &json!("5")));
    let lines = lines(&shop, &bulk["url"]).await;
    let done =
        json!({ "data": { "orderCreate": { "order": { "name": "#1001" }, "userErrors": [] } }, "__lineNumber": 0 });
    assert_eq!(lines[0], done);
    assert_eq!(
        lines[1]["data"]["orderCreate"]["userErrors"][0]["message"],
        "Line items must have at least one line item"
    );
    assert!(lines[2]["errors"][0]["message"].as_str().unwrap().contains("$order"), "{}", lines[2]);
    assert!(lines[3]["errors"].is_array() && lines[3].get("data").is_none());
    assert_eq!(
        (&lines[4]["__lineNumber"], &lines[4]["data"]["orderCreate"]["order"]["name"]),
        (&json!(4), &json!("#1002"))
    );
    assert_eq!(shop.handle().holds(None).unwrap().orders, 2);
    let summary = shop.handle().summary();
    assert_eq!(summary.points, 11 + 10 + 1, "lines cost nothing: {summary:?}");
}

#[tokio::test]
async fn a_line_at_which_the_store_fails_is_not_run_and_the_others_go_on() {
    let shop = Shop::new();
    let fault = |operation: &str| Fault {
        operation: Some(operation.to_owned()),
        after: 1,
        ..Fault::of(FaultKind::BulkLineError)
    };
    shop.handle().set_faults(vec![fault("productSet"), fault("orderCreate")], 1);
    let path = uploaded(&shop, &["A", "B", "C"].map(order).join("\n")).await;
    let payload = run(&shop, CREATE, &path).await;
    shop.pass(1);
    let bulk = read(&shop, payload["bulkOperation"]["id"].as_str().unwrap()).await;
    assert_eq!((&bulk["status"], &bulk["objectCount"]), (&json!("COMPLETED"), &json!("3")));
    let lines = lines(&shop, &bulk["url"]).await;
    let error = &lines[1]["errors"][0];
    assert_eq!(error["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    assert!(lines[1].get("data").is_none() && lines[1]["__lineNumber"] == 1, "{}", lines[1]);
    assert!([&lines[0], &lines[2]].iter().all(|line| line["data"]["orderCreate"]["order"].is_object()));
    assert_eq!(shop.handle().holds(None).unwrap().orders, 2);
}

#[tokio::test]
async fn a_cancelled_mutation_leaves_the_rest_of_its_lines() {
    let shop = Shop::new();
    let text: Vec<String> = (0..10).map(|number| order(&number.to_string())).collect();
    let path = uploaded(&shop, &text.join("\n")).await;
    let slow = devstore::Limits { bulk_start_ms: 0, bulk_object_us: 1_000_000, ..devstore::Limits::default() };
    shop.handle().set_limits(slow).unwrap();
    let id = run(&shop, CREATE, &path).await["bulkOperation"]["id"].as_str().unwrap().to_owned();
    shop.pass(4);
    assert_eq!(read(&shop, &id).await["objectCount"], "4");
    let cancel = "mutation($id: ID!) { bulkOperationCancel(id: $id) { userErrors { message } } }";
    shop.data_with(cancel, json!({ "id": id })).await;
    shop.pass(60);
    assert_eq!(read(&shop, &id).await["status"], "CANCELED");
    assert_eq!(shop.handle().holds(None).unwrap().orders, 4);
}

#[rstest]
#[case::syntax("mutation {", "INVALID_MUTATION", "Failed to parse the mutation - syntax error")]
#[case::query("{ shop { name } }", "INVALID_MUTATION", "Invalid operation type.")]
#[case::unknown("mutation { nope { id } }", "INVALID_MUTATION", "Failed to parse the mutation - Field 'nope'")]
#[case::itself(
    "mutation($query: String!) { bulkOperationRunQuery(query: $query) { userErrors { message } } }",
    "INVALID_MUTATION",
    "You must use an allowed mutation name."
)]
#[case::missing(CREATE, "NO_SUCH_FILE", "The JSONL file could not be found.")]
#[tokio::test]
async fn a_mutation_that_can_not_be_run_is_refused(#[case] mutation: &str, #[case] code: &str, #[case] begin: &str) {
    let payload = run(&Shop::new(), mutation, "tmp/1/bulk/2/orders.jsonl").await;
    let error = &payload["userErrors"][0];
    assert_eq!((&payload["bulkOperation"], &error["code"]), (&Value::Null, &json!(code)));
    assert!(error["message"].as_str().unwrap().starts_with(begin), "{error}");
}

#[tokio::test]
async fn an_empty_file_a_short_name_and_a_sixth_operation_are_refused() {
    let shop = Shop::new();
    let empty = uploaded(&shop, "").await;
    let error = json!({ "field": ["stagedUploadPath"], "message": "The input file is empty.", "code": "INVALID_STAGED_UPLOAD_FILE" });
    assert_eq!(run(&shop, CREATE, &empty).await["userErrors"], json!([error]));
    let path = uploaded(&shop, &order("A")).await;
    let short = json!({ "mutation": CREATE, "path": path, "client": "short" });
    let payload = shop.data_with(RUN, short).await["bulkOperationRunMutation"].clone();
    assert_eq!(payload["userErrors"][0]["field"], json!(["clientIdentifier"]));
    for _ in 0..5 {
        assert_eq!(run(&shop, CREATE, &path).await["userErrors"], json!([]));
    }
    let sixth = run(&shop, CREATE, &path).await;
    assert_eq!(sixth["userErrors"][0]["code"], "OPERATION_IN_PROGRESS");
    let message = sixth["userErrors"][0]["message"].as_str().unwrap();
    assert!(message.starts_with("A bulk mutation operation for this app and shop is already in progress: gid:"));
}

#[tokio::test]
async fn an_upload_needs_its_parameters_as_they_were_given_and_the_file_last() {
    let shop = Shop::new();
    let target = stage(&shop).await;
    let file = || ("file".to_owned(), "{}".to_owned());
    let all = || [target.parameters.clone(), vec![file()]].concat();
    let status = async |fields: Vec<(String, String)>| upload(&shop, &target.url, &fields).await.status;
    let mut first = all();
    first.rotate_right(1);
    assert_eq!(status(first).await, StatusCode::BAD_REQUEST);
    let mut swapped = all();
    swapped.swap(1, 2);
    assert_eq!(status(swapped).await, StatusCode::BAD_REQUEST);
    let mut short = all();
    short.remove(3);
    assert_eq!(status(short).await, StatusCode::BAD_REQUEST);
    let mut other = all();
    other[0].1 += "x";
    assert_eq!(status(other).await, StatusCode::FORBIDDEN);
    let mut forged = all();
    forged[5].1 += "x";
    assert_eq!(status(forged).await, StatusCode::FORBIDDEN);
    shop.pass(23 * 60 * 60);
    assert_eq!(status(all()).await, StatusCode::CREATED);
    shop.pass(60 * 60);
    assert_eq!(status(all()).await, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_picture_is_put_to_its_address_and_a_nameless_file_is_refused() {
    let shop = Shop::new();
    let picture = json!([{ "resource": "IMAGE", "filename": "a.png", "mimeType": "image/png" }]);
    let payload = shop.data_with(STAGE, json!({ "input": picture })).await["stagedUploadsCreate"].clone();
    let url = payload["stagedTargets"][0]["url"].as_str().unwrap().to_owned();
    let put = |url: &str| Request::put(url).body(Body::from("png")).unwrap();
    assert_eq!(shop.send(put(&url)).await.status, StatusCode::CREATED);
    assert_eq!(shop.send(put(&format!("{url}x"))).await.status, StatusCode::FORBIDDEN);
    let nameless = json!([{ "resource": "FILE", "filename": " ", "mimeType": "text/plain" }]);
    let payload = shop.data_with(STAGE, json!({ "input": nameless })).await["stagedUploadsCreate"].clone();
    assert_eq!(payload["stagedTargets"], Value::Null);
    assert_eq!(payload["userErrors"][0]["field"], json!(["input", "0", "filename"]));
}

#[tokio::test]
async fn prices_of_many_products_are_changed_line_by_line() {
    let shop = Shop::new();
    let variants = [shop.product("Lue", "100", 1).await, shop.product("Vott", "100", 1).await];
    let product = "query($id: ID!) { productVariant(id: $id) { product { id } } }";
    let mut text = String::new();
    for (variant, price) in variants.iter().zip(["90", "-1"]) {
        let product = shop.one(product, json!({ "id": variant })).await["product"]["id"].clone();
        let line =
            json!({ "productId": product, "variants": [{ "id": variant, "price": price, "compareAtPrice": null }] });
        text += &format!("{line}\n");
    }
    let mutation = "mutation call($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkUpdate(productId: $productId, variants: $variants) {
        productVariants { id updatedAt } userErrors { field message }
      }
    }";
    let path = uploaded(&shop, &text).await;
    let payload = run(&shop, mutation, &path).await;
    shop.pass(1);
    let bulk = read(&shop, payload["bulkOperation"]["id"].as_str().unwrap()).await;
    let lines = lines(&shop, &bulk["url"]).await;
    let of = |line: &Value| line["data"]["productVariantsBulkUpdate"].clone();
    assert_eq!(of(&lines[0])["productVariants"][0]["id"], variants[0]);
    assert_eq!(of(&lines[1])["userErrors"][0]["message"], "Price must be greater than or equal to 0");
    let price = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on ProductVariant { price } } }";
    assert_eq!(shop.one(price, json!({ "ids": variants })).await, json!([{ "price": "90.00" }, { "price": "100.00" }]));
}
