//! What is refused of a draft, with the store's texts.

use rstest::rstest;
use serde_json::{Value, json};

use crate::drafts::{COMPLETE, CREATE, DELETE, SEND, UPDATE, completed, custom, draft};
use crate::shop::Shop;

fn with(name: &str, value: Value) -> Value {
    let mut line = custom("Kopp", 1, "1");
    line[name] = value;
    json!({ "lineItems": [line] })
}

fn terms(terms: Value) -> Value {
    json!({ "lineItems": [custom("Kopp", 1, "1")], "paymentTerms": terms })
}

fn also(name: &str, value: Value) -> Value {
    let mut input = json!({ "lineItems": [custom("Kopp", 1, "1")] });
    input[name] = value;
    input
}

fn euros() -> Value {
    json!({ "amount": "1", "currencyCode": "EUR" })
}

fn percent(value: f64) -> Value {
    json!({ "value": value, "valueType": "PERCENTAGE" })
}

#[rstest]
#[case(json!({}), json!(null), "Add at least 1 product")]
#[case(json!({ "lineItems": [] }), json!(null), "Add at least 1 product")]
#[case(json!({ "lineItems": [{ "variantId": "gid://shopify/ProductVariant/99", "quantity": 1 }] }), json!(null), "Product with ID 99 is no longer available.")]
#[case(json!({ "lineItems": [{ "quantity": 1, "originalUnitPrice": "1" }] }), json!(null), "Merchandise title is empty.")]
#[case(json!({ "lineItems": [{ "quantity": 1, "title": "Kopp" }] }), json!(["lineItems", "0", "originalUnitPriceWithCurrency"]), "Price can't be blank")]
#[case(json!({ "lineItems": [{ "quantity": 1, "title": "Kopp", "originalUnitPrice": "-1" }] }), json!(null), "Cannot send negative price for line_item")]
#[case(with("quantity", json!(0)), json!(["lineItems", "0", "quantity"]), "Quantity must be greater than or equal to 1")]
#[case(with("quantity", json!(-2)), json!(["lineItems", "0", "quantity"]), "Quantity must be greater than or equal to 1")]
#[case(with("originalUnitPriceWithCurrency", euros()), json!(["lineItems", "0", "originalUnitPriceWithCurrency"]), "Currency must be NOK")]
#[case(with("priceOverride", euros()), json!(["lineItems", "0", "priceOverride"]), "Currency must be NOK")]
#[case(with("appliedDiscount", percent(150.0)), json!(["lineItems", "0", "appliedDiscount", "value"]), "Applied discount value must be less than or equal to 100%")]
#[case(with("appliedDiscount", percent(12.345)), json!(["lineItems", "0", "appliedDiscount", "value"]), "Applied discount value can have at most 2 digits after decimal point")]
#[case(also("appliedDiscount", percent(100.5)), json!(["appliedDiscount", "value"]), "Applied discount value must be less than or equal to 100%")]
#[case(also("presentmentCurrencyCode", json!("EUR")), json!(["presentmentCurrencyCode"]), "Currency EUR is not enabled in this shop")]
#[case(also("shippingLine", json!({ "title": "Hjem", "priceWithCurrency": euros() })), json!(["shippingLine", "priceWithCurrency"]), "Currency must be NOK")]
#[case(also("shippingLine", json!({ "title": "Hjem", "price": "-1" })), json!(["shippingLine", "price"]), "Price must be greater than or equal to 0")]
#[case(also("shippingLine", json!({ "price": "1" })), json!(["shippingLine", "title"]), "Title can't be blank")]
#[case(also("email", json!("kari")), json!(["email"]), "Email is invalid")]
#[case(also("tags", json!(["a", "0123456789012345678901234567890123456789x"])), json!(["tags", "1"]), "Title Tag exceeds the maximum length of 40 characters")]
#[case(also("reserveInventoryUntil", json!("2026-11-02T08:29:59Z")), json!(null), "Reserve until can't be in the past")]
#[case(also("customerId", json!("gid://shopify/Customer/1")), json!(["customerId"]), "Customer does not exist")]
#[case(also("purchasingEntity", json!({ "customerId": "gid://shopify/Order/1" })), json!(["purchasingEntity", "customerId"]), "Customer does not exist")]
#[case(also("purchasingEntity", json!({ "purchasingCompany": { "companyId": "gid://shopify/Company/1", "companyContactId": "gid://shopify/CompanyContact/1", "companyLocationId": "gid://shopify/CompanyLocation/1" } })), json!(["purchasingEntity", "purchasingCompany", "companyId"]), "Company does not exist")]
#[case(terms(json!({ "paymentSchedules": [{ "dueAt": "2026-12-01T00:00:00Z" }] })), json!(null), "Payment terms template id can not be empty.")]
#[case(terms(json!({ "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/99" })), json!(["paymentTerms", "paymentTermsTemplateId"]), "Payment terms template does not exist")]
#[case(terms(json!({ "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/7" })), json!(["paymentTerms"]), "A due date is required with fixed or net payment terms.")]
#[case(terms(json!({ "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/4", "paymentSchedules": [{}, {}] })), json!(["paymentTerms"]), "Cannot create payment terms with multiple payment schedules.")]
#[tokio::test]
async fn a_draft_that_breaks_a_rule_is_refused_and_nothing_changes(
    #[case] input: Value,
    #[case] field: Value,
    #[case] message: &str,
) {
    let shop = Shop::new();
    let payload = shop.one(CREATE, json!({ "input": input })).await;
    assert_eq!(payload, json!({ "draftOrder": null, "userErrors": [{ "field": field, "message": message }] }));
    let calculate = "mutation($input: DraftOrderInput!) {
      draftOrderCalculate(input: $input) { calculatedDraftOrder { phone } userErrors { field message } }
    }";
    assert_eq!(shop.refused(calculate, json!({ "input": input })).await, message);
    // An update names its other argument, too.
    let made = draft(&shop, json!({ "lineItems": [custom("Fat", 1, "1")] })).await;
    if input.get("lineItems").is_some() {
        let payload = shop.one(UPDATE, json!({ "id": made["id"], "input": input })).await;
        let field = field.as_array().map_or(Value::Null, |path| [&[json!("input")], path.as_slice()].concat().into());
        assert_eq!(payload, json!({ "draftOrder": null, "userErrors": [{ "field": field, "message": message }] }));
    }
    let data = shop.data("{ draftOrders(first: 5) { nodes { name lineItems(first: 1) { nodes { title } } } } customers(first: 1) { nodes { id } } }").await;
    assert_eq!(
        data["draftOrders"]["nodes"],
        json!([{ "name": "#D1", "lineItems": { "nodes": [{ "title": "Fat" }] } }])
    );
    assert_eq!(data["customers"]["nodes"], json!([]));
}

#[tokio::test]
async fn every_mistake_of_a_draft_is_told_at_once() {
    let lines = json!([with("quantity", json!(0))["lineItems"][0], { "quantity": 1, "originalUnitPrice": "1" }]);
    let input = json!({ "lineItems": lines, "email": "kari", "appliedDiscount": percent(101.0) });
    let payload = Shop::new().one(CREATE, json!({ "input": input })).await;
    assert_eq!(payload["userErrors"].as_array().unwrap().len(), 4, "{payload:#}");
}

#[tokio::test]
async fn a_draft_is_completed_once_whatever_key_it_is_asked_with() {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    let complete = "mutation($id: ID!) {
      draftOrderComplete(id: $id) @idempotent(key: \"same\") { draftOrder { status order { name } } userErrors { field message } }
    }";
    let first = shop.done(complete, json!({ "id": made["id"] })).await;
    let again = shop.one(complete, json!({ "id": made["id"] })).await;
    assert_eq!(again["draftOrder"], first["draftOrder"]);
    assert_eq!(again["draftOrder"], json!({ "status": "COMPLETED", "order": { "name": "#1001" } }));
    assert_eq!(again["userErrors"], json!([{ "field": null, "message": "This order has been paid" }]));
    assert_eq!(shop.handle().holds(None).unwrap().orders, 1);
}

#[tokio::test]
async fn a_gateway_that_the_shop_does_not_have_completes_nothing() {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    let payload = shop.one(COMPLETE, json!({ "id": made["id"], "gateway": "gid://shopify/PaymentGateway/9" })).await;
    assert_eq!((&payload["draftOrder"]["status"], &payload["draftOrder"]["order"]), (&json!("OPEN"), &Value::Null));
    assert_eq!(payload["userErrors"], json!([{ "field": null, "message": "Invalid payment gateway" }]));
    assert_eq!(shop.handle().holds(None).unwrap().orders, 0);
}

#[tokio::test]
async fn a_completed_draft_is_neither_changed_nor_deleted() {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    completed(&shop, &made, json!({})).await;
    let changed = shop.one(UPDATE, json!({ "id": made["id"], "input": { "note": "x" } })).await;
    assert_eq!(
        (&changed["draftOrder"]["note2"], &changed["draftOrder"]["status"]),
        (&Value::Null, &json!("COMPLETED"))
    );
    assert_eq!(changed["userErrors"], json!([{ "field": null, "message": "This order has been paid" }]));
    let deleted = shop.one(DELETE, json!({ "id": made["id"] })).await;
    assert_eq!(deleted["deletedId"], Value::Null);
    assert_eq!(deleted["userErrors"][0]["message"], "Draft order has been completed and can't be deleted");
}

#[tokio::test]
async fn a_draft_that_does_not_exist_is_told() {
    let shop = Shop::new();
    for id in ["gid://shopify/DraftOrder/1", "gid://shopify/Order/1"] {
        let id = json!({ "id": id });
        assert_eq!(shop.refused(COMPLETE, id.clone()).await, "Draft order does not exist");
        assert_eq!(shop.refused(DELETE, id.clone()).await, "Draft order does not exist");
        assert_eq!(shop.refused(SEND, id.clone()).await, "Draft order not found");
        assert_eq!(shop.refused(UPDATE, json!({ "id": id["id"], "input": {} })).await, "Draft order does not exist");
    }
}

#[tokio::test]
async fn a_draft_has_at_most_499_lines() {
    let shop = Shop::new();
    let lines = |count: usize| json!({ "input": { "lineItems": vec![custom("Kopp", 1, "1"); count] } });
    assert_eq!(shop.done(CREATE, lines(499)).await["draftOrder"]["totalQuantityOfLineItems"], 499);
    let answer = shop.ask_with(CREATE, lines(500)).await;
    let message = "The input array size of 500 is greater than the maximum allowed of 499.";
    assert_eq!(answer["errors"][0]["message"], message);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "MAX_INPUT_SIZE_EXCEEDED");
}

#[tokio::test]
async fn drafts_are_for_those_who_were_granted_them() {
    let shop = Shop::new();
    let made = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "1")] })).await;
    shop.handle().grant_scopes(None, &["read_draft_orders", "write_orders"]).unwrap();
    let answer = shop.ask_with(COMPLETE, json!({ "id": made["id"] })).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "ACCESS_DENIED");
    assert_eq!(
        shop.data("{ draftOrders(first: 1) { nodes { status } } }").await["draftOrders"]["nodes"][0]["status"],
        "OPEN"
    );
    shop.handle().grant_scopes(None, &["write_orders"]).unwrap();
    for query in ["{ draftOrders(first: 1) { nodes { id } } }", "{ draftOrdersCount { count } }"] {
        assert_eq!(shop.ask(query).await["errors"][0]["extensions"]["code"], "ACCESS_DENIED", "{query}");
    }
}
