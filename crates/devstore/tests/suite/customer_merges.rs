//! Two customers who turn out to be one.

use rstest::rstest;
use serde_json::{Value, json};

use crate::customers::{cities, customer};
use crate::drafts::{UPDATE, custom, draft};
use crate::shop::{Shop, line};

const MERGE: &str = "mutation($one: ID!, $two: ID!, $fields: CustomerMergeOverrideFields) {
  customerMerge(customerOneId: $one, customerTwoId: $two, overrideFields: $fields) {
    job { id done } resultingCustomerId userErrors { field message code }
  }
}";

const READ: &str = "query($id: ID!) {
  customer(id: $id) {
    firstName lastName note tags numberOfOrders mail: defaultEmailAddress { emailAddress } call: defaultPhoneNumber { phoneNumber }
  }
}";

/// A shop with two customers.
async fn pair(one: Value, two: Value) -> (Shop, Value, Value) {
    let shop = Shop::new();
    let (one, two) = (customer(&shop, one).await, customer(&shop, two).await);
    (shop, one, two)
}

#[tokio::test]
async fn who_is_left_has_what_both_had_and_the_other_is_gone() {
    let place = |city: &str| json!({ "address1": "Storgata 1", "city": city, "countryCode": "NO" });
    let kari = json!({
        "firstName": "Kari", "email": "kari@example.com", "note": "Rings twice", "tags": ["vip"],
        "addresses": [place("Bergen")],
    });
    let other = json!({
        "lastName": "Nordmann", "phone": "+4740000001", "note": "Likes blue", "tags": ["VIP", "shop"],
        "addresses": [place("Bergen"), place("Voss")],
    });
    let (shop, kari, other) = pair(kari, other).await;
    for customer in [&kari, &other] {
        shop.create_order(json!({ "customerId": customer, "lineItems": [line("Lue", 1, "100")] })).await;
    }
    let offered = draft(&shop, json!({ "lineItems": [custom("Kopp", 1, "99")], "customerId": other })).await;

    let merged = shop.done(MERGE, json!({ "one": kari, "two": other })).await;
    assert_eq!((&merged["resultingCustomerId"], &merged["job"]["done"]), (&kari, &json!(false)));
    let expected = json!({
        "firstName": "Kari", "lastName": "Nordmann", "note": "Rings twice\nLikes blue", "tags": ["vip", "shop"],
        "numberOfOrders": "2", "mail": { "emailAddress": "kari@example.com" }, "call": { "phoneNumber": "+4740000001" },
    });
    assert_eq!(shop.one(READ, json!({ "id": kari })).await, expected);
    assert_eq!(shop.one(READ, json!({ "id": other })).await, Value::Null);
    assert_eq!(cities(&shop, &kari).await, json!(["Bergen", ["Bergen", "Voss"]]));
    let orders = shop.data("{ orders(first: 5) { nodes { customer { id } } } }").await["orders"]["nodes"].clone();
    assert_eq!(orders, json!([{ "customer": { "id": kari } }, { "customer": { "id": kari } }]));
    shop.done(UPDATE, json!({ "id": offered["id"], "input": { "note": "x" } })).await;
    let read = "query($id: ID!) { draftOrder(id: $id) { customer { id } } }";
    assert_eq!(shop.one(read, json!({ "id": offered["id"] })).await["customer"]["id"], kari);
    shop.pass(1);
    let job = "query($id: ID!) { job(id: $id) { done } }";
    assert_eq!(shop.one(job, json!({ "id": merged["job"]["id"] })).await["done"], json!(true));
}

#[rstest]
#[case::the_only_address(json!({ "email": "a@example.com" }), json!({ "phone": "+4740000001" }), None, true)]
#[case::no_address(json!({ "firstName": "A" }), json!({ "firstName": "B" }), None, false)]
#[case::nothing_between_them(json!({ "email": "a@example.com" }), json!({ "email": "b@example.com" }), None, false)]
#[case::an_account(json!({ "email": "a@example.com" }), json!({ "email": "b@example.com" }), Some(json!({ "state": "ENABLED" })), true)]
#[case::a_wish(json!({ "email": "a@example.com" }), json!({ "email": "b@example.com" }), Some(json!({ "marketing": "SUBSCRIBED" })), true)]
#[case::an_invitation(json!({ "email": "a@example.com" }), json!({ "email": "b@example.com" }), Some(json!({ "state": "INVITED" })), true)]
#[tokio::test]
async fn who_is_left_is_who_has_more_to_lose(
    #[case] one: Value,
    #[case] two: Value,
    #[case] wish: Option<Value>,
    #[case] is_first: bool,
) {
    let (shop, one, two) = pair(one, two).await;
    if let Some(mut wish) = wish {
        wish["customer"] = one.clone();
        assert!(shop.post("/_devstore/customers", None, &wish.to_string()).await.status.is_success());
    }
    let merged = shop.done(MERGE, json!({ "one": one, "two": two })).await;
    assert_eq!(merged["resultingCustomerId"], if is_first { one } else { two });
}

#[tokio::test]
async fn what_is_kept_of_whom_can_be_said() {
    let place = |city: &str| json!([{ "city": city, "countryCode": "NO" }]);
    let one =
        json!({ "firstName": "Kari", "email": "a@example.com", "phone": "+4740000001", "addresses": place("Bergen") });
    let two =
        json!({ "firstName": "Karin", "email": "b@example.com", "phone": "+4740000002", "addresses": place("Voss") });
    let (shop, one, two) = pair(one, two).await;
    let fields = json!({
        "customerIdOfEmailToKeep": one, "customerIdOfFirstNameToKeep": two, "customerIdOfPhoneNumberToKeep": two,
        "customerIdOfDefaultAddressToKeep": two, "note": "Once two", "tags": ["merged"],
    });
    let merged = shop.done(MERGE, json!({ "one": one, "two": two, "fields": fields })).await;
    assert_eq!(merged["resultingCustomerId"], one);
    let told = shop.one(READ, json!({ "id": one })).await;
    assert_eq!(
        (&told["firstName"], &told["note"], &told["tags"]),
        (&json!("Karin"), &json!("Once two"), &json!(["merged"]))
    );
    assert_eq!(told["call"]["phoneNumber"], "+4740000002");
    assert_eq!(cities(&shop, &one).await, json!(["Voss", ["Voss", "Bergen"]]));
    customer(&shop, json!({ "email": "b@example.com" })).await;
}

#[tokio::test]
async fn customers_are_not_merged_against_the_rules() {
    let (shop, kari, ola) = pair(json!({ "email": "kari@example.com" }), json!({ "firstName": "Ola" })).await;
    let create = "mutation($input: CompanyCreateInput!) {
      companyCreate(input: $input) { company { mainContact { customer { id } } } userErrors { message } }
    }";
    let nord = json!({ "company": { "name": "Nord AS" }, "companyContact": { "email": "post@nord.example" } });
    let made = shop.done(create, json!({ "input": nord })).await["company"].clone();
    let speaker = &made["mainContact"]["customer"]["id"];
    let refused = async |two: &Value, fields: Value| {
        let merged = shop.one(MERGE, json!({ "one": kari, "two": two, "fields": fields })).await;
        assert_eq!((&merged["job"], &merged["resultingCustomerId"]), (&Value::Null, &Value::Null));
        let error = merged["userErrors"][0].clone();
        json!([error["field"], error["code"]])
    };
    let two = |code: &str| json!([["customerTwoId"], code]);
    assert_eq!(refused(&kari, Value::Null).await, two("INVALID_CUSTOMER_ID"));
    assert_eq!(refused(&json!("gid://shopify/Customer/1"), Value::Null).await, two("INVALID_CUSTOMER_ID"));
    assert_eq!(refused(speaker, Value::Null).await, two("INVALID_CUSTOMER"));
    let field = |field: &str, code: &str| json!([["overrideFields", field], code]);
    let email = "customerIdOfEmailToKeep";
    assert_eq!(refused(&ola, json!({ email: ola })).await, field(email, "MISSING_OVERRIDE_ATTRIBUTE"));
    assert_eq!(refused(&ola, json!({ email: speaker })).await, field(email, "OVERRIDE_ATTRIBUTE_INVALID"));
    let long = json!({ "note": "x".repeat(5_001) });
    assert_eq!(refused(&ola, long).await, field("note", "OVERRIDE_ATTRIBUTE_INVALID"));
    assert_eq!(shop.one(READ, json!({ "id": ola })).await["firstName"], "Ola", "nobody is gone");
}
