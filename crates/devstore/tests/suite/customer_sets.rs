//! Customers that are made, or made into what someone says, by their id, e-mail address or phone number.

use rstest::rstest;
use serde_json::{Value, json};

use crate::customers::{cities, customer};
use crate::shop::Shop;

const SET: &str = "mutation($by: CustomerSetIdentifiers, $input: CustomerSetInput!) {
  customerSet(identifier: $by, input: $input) {
    customer { id firstName note tags taxExempt updatedAt addressesV2(first: 5) { nodes { id city } } }
    userErrors { field message code }
  }
}";

#[tokio::test]
async fn who_is_not_there_is_made_and_who_is_there_becomes_what_is_said() {
    let shop = Shop::new();
    let by = json!({ "emailAddress": "kari@example.com" });
    let find = "query($by: CustomerIdentifierInput!) { customerByIdentifier(identifier: $by) { id } }";
    let bergen = json!({ "address1": "Bryggen 7", "city": "Bergen", "countryCode": "NO" });
    let voss = json!({ "address1": "Vangsgata 1", "city": "Voss", "countryCode": "NO" });
    let first =
        json!({ "email": "Kari@example.com", "firstName": "Kari", "tags": ["vip"], "addresses": [bergen, voss] });
    let email = json!({ "email": "kari@example.com" });
    let made = shop.done(SET, json!({ "by": email, "input": first })).await["customer"].clone();
    assert_eq!((&made["firstName"], &made["tags"]), (&json!("Kari"), &json!(["vip"])));
    assert_eq!(shop.one(find, json!({ "by": by })).await["id"], made["id"]);
    assert_eq!(cities(&shop, &made["id"]).await, json!(["Bergen", ["Bergen", "Voss"]]));

    shop.pass(60);
    let oslo = json!({ "address1": "Storgata 1", "city": "Oslo", "countryCode": "NO" });
    let second = json!({ "email": "kari@example.com", "note": "Rings twice", "addresses": [voss, oslo] });
    let changed = shop.done(SET, json!({ "by": email, "input": second })).await["customer"].clone();
    assert_eq!((&changed["id"], &changed["firstName"], &changed["tags"]), (&made["id"], &json!("Kari"), &made["tags"]));
    assert_eq!(changed["note"], "Rings twice");
    assert_eq!(cities(&shop, &made["id"]).await, json!(["Voss", ["Voss", "Oslo"]]), "Bergen was left out");
    let id = |customer: &Value, place: usize| customer["addressesV2"]["nodes"][place]["id"].clone();
    assert_eq!(id(&changed, 0), id(&made, 1), "a known address is the same one");

    shop.pass(60);
    let same = shop.done(SET, json!({ "by": { "id": made["id"] }, "input": second })).await["customer"].clone();
    assert_eq!(same, changed, "nothing has changed, and so the time has not");
    let emptied = json!({ "by": { "id": made["id"] }, "input": { "note": null, "tags": [], "addresses": [] } });
    let emptied = shop.done(SET, emptied).await["customer"].clone();
    assert_eq!((&emptied["note"], &emptied["tags"]), (&Value::Null, &json!([])));
    assert_eq!(cities(&shop, &made["id"]).await, json!([null, []]));
}

#[tokio::test]
async fn a_customer_without_identifier_is_a_new_one_or_that_of_the_old_id() {
    let shop = Shop::new();
    let ola = shop.done(SET, json!({ "input": { "firstName": "Ola", "phone": "+47 400 00 002" } })).await;
    let other = shop.done(SET, json!({ "input": { "firstName": "Ola" } })).await;
    assert_ne!(ola["customer"]["id"], other["customer"]["id"]);
    let input = json!({ "id": ola["customer"]["id"], "firstName": "Olav" });
    let known = shop.done(SET, json!({ "input": input })).await;
    assert_eq!((&known["customer"]["id"], &known["customer"]["firstName"]), (&ola["customer"]["id"], &json!("Olav")));
    let phone = json!({ "by": { "phone": "+4740000002" }, "input": { "phone": "+4740000002", "taxExempt": true } });
    let exempt = shop.done(SET, phone).await;
    assert_eq!((&exempt["customer"]["id"], &exempt["customer"]["taxExempt"]), (&ola["customer"]["id"], &json!(true)));
}

#[rstest]
#[case::nobody(json!({ "id": "gid://shopify/Customer/1" }), json!({ "note": "x" }), &["identifier", "id"], "NOT_FOUND")]
#[case::two_ids(json!({ "email": "kari@example.com" }), json!({ "id": "gid://shopify/Customer/1" }), &["input", "id"], "ID_NOT_ALLOWED")]
#[case::no_address(json!({ "email": "kari@example.com" }), json!({ "note": "x" }), &["input", "email"], "MISSING_FIELD_REQUIRED")]
#[case::another_address(json!({ "email": "kari@example.com" }), json!({ "email": "per@example.com" }), &["input", "email"], "INPUT_MISMATCH")]
#[case::another_number(json!({ "phone": "+4740000001" }), json!({ "phone": "+4740000009" }), &["input", "phone"], "INPUT_MISMATCH")]
#[case::a_taken_address(Value::Null, json!({ "email": "ola@example.com" }), &["input", "email"], "TAKEN")]
#[case::no_number(Value::Null, json!({ "phone": "40000001" }), &["input", "phone"], "INVALID")]
#[case::a_long_name(Value::Null, json!({ "firstName": "x".repeat(256) }), &["input", "firstName"], "TOO_LONG")]
#[case::nothing_known(Value::Null, json!({ "note": "x" }), &["input"], "BLANK")]
#[case::an_address_twice(Value::Null, json!({ "firstName": "Per", "addresses": [{ "city": "Bergen" }, { "city": "Bergen" }] }), &["input", "addresses", "1"], "TAKEN")]
#[tokio::test]
async fn a_customer_is_not_set_against_the_rules(
    #[case] by: Value,
    #[case] input: Value,
    #[case] field: &[&str],
    #[case] code: &str,
) {
    let shop = Shop::new();
    customer(&shop, json!({ "email": "ola@example.com" })).await;
    let refused = shop.one(SET, json!({ "by": by, "input": input })).await;
    let error = &refused["userErrors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!(field), &code.into()), "{refused:#}");
    assert_eq!(refused["customer"], Value::Null);
    assert_eq!(shop.data("{ customersCount { count } }").await["customersCount"]["count"], 1);
}
