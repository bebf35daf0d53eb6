//! Customers: how they are found and changed, where they live, and what they wish.

use axum::http::StatusCode;
use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::{Shop, line};
use crate::webhooks::{HOOK, Listening, body};

const UPDATE: &str = "mutation($input: CustomerInput!) {
  customerUpdate(input: $input) {
    customer { firstName note tags updatedAt mail: defaultEmailAddress { emailAddress } call: defaultPhoneNumber { phoneNumber } }
    userErrors { field message }
  }
}";

const ADD_ADDRESS: &str = "mutation($id: ID!, $address: MailingAddressInput!, $default: Boolean) {
  customerAddressCreate(customerId: $id, address: $address, setAsDefault: $default) {
    address { id city } userErrors { field message }
  }
}";

const CHANGE_ADDRESS: &str = "mutation($id: ID!, $place: ID!, $address: MailingAddressInput!, $default: Boolean) {
  customerAddressUpdate(customerId: $id, addressId: $place, address: $address, setAsDefault: $default) {
    address { address1 city } userErrors { field message }
  }
}";

/// A customer as its input says; its id.
pub async fn customer(shop: &Shop, input: Value) -> Value {
    let create =
        "mutation($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { message } } }";
    shop.done(create, json!({ "input": input })).await["customer"]["id"].clone()
}

/// The default address of a customer, and all of them, by their cities.
pub async fn cities(shop: &Shop, id: &Value) -> Value {
    let read =
        "query($id: ID!) { customer(id: $id) { defaultAddress { city } addressesV2(first: 5) { nodes { city } } } }";
    let told = shop.one(read, json!({ "id": id })).await;
    let all: Vec<&Value> =
        told["addressesV2"]["nodes"].as_array().unwrap().iter().map(|address| &address["city"]).collect();
    json!([told["defaultAddress"]["city"], all])
}

#[tokio::test]
async fn what_is_given_of_a_customer_changes_and_the_rest_stays() {
    let shop = Shop::new();
    let kari = json!({ "firstName": "Kari", "email": "kari@example.com", "phone": "+4740000001", "tags": ["vip"] });
    let kari = customer(&shop, kari).await;
    shop.pass(60);
    let change = json!({ "input": { "id": kari, "note": "Rings twice", "phone": null } });
    let changed = shop.done(UPDATE, change.clone()).await["customer"].clone();
    let expected = json!({
        "firstName": "Kari", "note": "Rings twice", "tags": ["vip"], "updatedAt": "2026-11-02T08:31:00Z",
        "mail": { "emailAddress": "kari@example.com" }, "call": null,
    });
    assert_eq!(changed, expected);
    shop.pass(60);
    assert_eq!(shop.done(UPDATE, change).await["customer"], expected, "nothing has changed, and so the time has not");
}

#[rstest]
#[case::a_taken_address(json!({ "email": "OLA@example.com" }), "Email has already been taken")]
#[case::a_taken_number(json!({ "phone": "+47 400 00 002" }), "Phone has already been taken")]
#[case::no_address(json!({ "email": "kari" }), "Email is invalid")]
#[case::nothing_left(json!({ "email": null }), "A name, phone number, or email address must be present")]
#[case::a_long_name(json!({ "lastName": "x".repeat(256) }), "Last name is too long (maximum is 255 characters)")]
#[case::a_long_note(json!({ "note": "x".repeat(5_001) }), "Note is too long (maximum is 5000 characters)")]
#[case::a_long_tag(json!({ "tags": ["x".repeat(256)] }), "Tag is too long (maximum is 255 characters)")]
#[case::nobody(json!({ "id": "gid://shopify/Customer/1" }), "Customer does not exist")]
#[tokio::test]
async fn a_customer_is_not_changed_against_the_rules(#[case] change: Value, #[case] message: &str) {
    let shop = Shop::new();
    customer(&shop, json!({ "email": "ola@example.com", "phone": "+4740000002" })).await;
    let kari = customer(&shop, json!({ "email": "kari@example.com" })).await;
    let mut input = json!({ "id": kari });
    input.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    assert_eq!(shop.refused(UPDATE, json!({ "input": input })).await, message);
}

#[tokio::test]
async fn a_customer_has_no_address_twice_and_one_that_is_meant() {
    let shop = Shop::new();
    let kari = customer(&shop, json!({ "email": "kari@example.com" })).await;
    let bergen = json!({ "address1": "Bryggen 7", "city": "Bergen", "countryCode": "NO" });
    let add = async |address: &Value, default: bool| {
        let given = json!({ "id": kari, "address": address, "default": default });
        shop.one(ADD_ADDRESS, given).await
    };
    let first = add(&bergen, false).await["address"]["id"].clone();
    let twice = json!([{ "field": ["address"], "message": "Address already exists" }]);
    assert_eq!(add(&bergen, true).await["userErrors"], twice);
    let voss = json!({ "address1": "Vangsgata 1", "city": "Voss", "countryCode": "NO" });
    let second = add(&voss, true).await["address"]["id"].clone();
    assert_eq!(cities(&shop, &kari).await, json!(["Voss", ["Voss", "Bergen"]]));

    let change = async |place: &Value, address: Value, default: bool| {
        let given = json!({ "id": kari, "place": place, "address": address, "default": default });
        shop.one(CHANGE_ADDRESS, given).await
    };
    assert_eq!(change(&second, bergen, false).await["userErrors"], twice, "nor by a change");
    let moved = change(&first, json!({ "address1": "Bryggen 9" }), true).await;
    assert_eq!(moved["address"], json!({ "address1": "Bryggen 9", "city": "Bergen" }), "what is not given stays");
    assert_eq!(cities(&shop, &kari).await, json!(["Bergen", ["Bergen", "Voss"]]));
    let nowhere = change(&json!("gid://shopify/MailingAddress/1"), json!({ "city": "Oslo" }), false).await;
    assert_eq!(nowhere["userErrors"], json!([{ "field": ["addressId"], "message": "Address does not exist" }]));
}

#[tokio::test]
async fn a_customer_is_found_by_id_by_address_or_by_number() {
    let shop = Shop::new();
    let kari = customer(&shop, json!({ "email": "kari@example.com", "phone": "+4740000001" })).await;
    let find = async |by: Value| {
        let query = "query($by: CustomerIdentifierInput!) { customerByIdentifier(identifier: $by) { id } }";
        shop.one(query, json!({ "by": by })).await["id"].clone()
    };
    assert_eq!(find(json!({ "id": kari })).await, kari);
    assert_eq!(find(json!({ "emailAddress": "Kari@Example.com" })).await, kari);
    assert_eq!(find(json!({ "phoneNumber": "+4740000001" })).await, kari);
    assert_eq!(find(json!({ "emailAddress": "ola@example.com" })).await, Value::Null);
}

#[tokio::test]
async fn a_customer_has_an_account_and_wants_to_be_written_to_when_it_says_so() {
    let shop = Shop::new();
    let kari = customer(&shop, json!({ "email": "kari@example.com" })).await;
    let ola = customer(&shop, json!({ "firstName": "Ola" })).await;
    let stands = async || {
        let query = "query($id: ID!) { customer(id: $id) { state updatedAt
            mail: defaultEmailAddress { marketingState marketingUpdatedAt } } }";
        shop.one(query, json!({ "id": kari })).await
    };
    let never = json!({ "marketingState": "NOT_SUBSCRIBED", "marketingUpdatedAt": null });
    assert_eq!(stands().await, json!({ "state": "DISABLED", "updatedAt": "2026-11-02T08:30:00Z", "mail": never }));
    shop.pass(60);
    let wish = async |wish: Value| shop.post("/_devstore/customers", None, &wish.to_string()).await;
    let all = wish(json!({ "customer": kari, "state": "ENABLED", "marketing": "SUBSCRIBED" })).await;
    assert_eq!(all.status, StatusCode::OK);
    let now = "2026-11-02T08:31:00Z";
    let subscribed = json!({ "marketingState": "SUBSCRIBED", "marketingUpdatedAt": now });
    assert_eq!(stands().await, json!({ "state": "ENABLED", "updatedAt": now, "mail": subscribed }));
    let found = shop.data("{ customers(first: 5, query: \"state:enabled\") { nodes { id } } }").await;
    assert_eq!(found["customers"]["nodes"], json!([{ "id": kari }]));

    let refused = wish(json!({ "customer": ola, "marketing": "SUBSCRIBED" })).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let nobody = wish(json!({ "customer": "gid://shopify/Customer/1", "state": "ENABLED" })).await;
    let text = "there is no customer 'gid://shopify/Customer/1': give the global id of one";
    assert_eq!(nobody.json()["error"], text);
}

#[tokio::test]
async fn an_address_goes_and_another_one_is_meant() {
    let shop = Shop::new();
    let address = |city: &str| json!({ "address1": "Storgata 1", "city": city, "countryCode": "NO" });
    let addresses: Vec<Value> = ["Bergen", "Voss", "Oslo"].map(address).into();
    let kari = customer(&shop, json!({ "firstName": "Kari", "addresses": addresses })).await;
    let read = "query($id: ID!) { customer(id: $id) { addressesV2(first: 5) { nodes { id } } } }";
    let ids = shop.one(read, json!({ "id": kari })).await["addressesV2"]["nodes"].clone();
    let default = "mutation($id: ID!, $place: ID!) {
      customerUpdateDefaultAddress(customerId: $id, addressId: $place) {
        customer { defaultAddress { city } } userErrors { field message }
      }
    }";
    let meant = shop.done(default, json!({ "id": kari, "place": ids[2]["id"] })).await;
    assert_eq!(meant["customer"]["defaultAddress"]["city"], "Oslo");
    let delete = "mutation($id: ID!, $place: ID!) {
      customerAddressDelete(customerId: $id, addressId: $place) { deletedAddressId userErrors { field message } }
    }";
    let oslo = json!({ "id": kari, "place": ids[2]["id"] });
    assert_eq!(shop.done(delete, oslo.clone()).await["deletedAddressId"], ids[2]["id"]);
    assert_eq!(cities(&shop, &kari).await, json!(["Bergen", ["Bergen", "Voss"]]));
    assert_eq!(shop.refused(delete, oslo.clone()).await, "Address does not exist");
    assert_eq!(shop.refused(default, oslo).await, "Address does not exist");
}

#[tokio::test]
async fn who_has_not_ordered_and_speaks_for_nobody_can_be_deleted() {
    let listening = Listening::new();
    listening.subscribe("CUSTOMERS_DELETE", json!({ "uri": HOOK })).await;
    let shop = &listening.shop;
    let delete = "mutation($id: ID!) {
      customerDelete(input: { id: $id }) { deletedCustomerId shop { name } userErrors { field message } }
    }";
    let may = async |id: &Value| {
        let read = "query($id: ID!) { customer(id: $id) { canDelete } }";
        shop.one(read, json!({ "id": id })).await["canDelete"].clone()
    };
    let kari = customer(shop, json!({ "email": "kari@example.com" })).await;
    assert_eq!(may(&kari).await, json!(true));
    let gone = shop.done(delete, json!({ "id": kari })).await;
    assert_eq!(gone["deletedCustomerId"], kari);
    let told = listening.deliver().await;
    assert_eq!(body(&told[0])["id"].to_string(), kari.as_str().unwrap().rsplit('/').next().unwrap());
    let again = shop.one(delete, json!({ "id": kari })).await;
    assert_eq!(again["userErrors"], json!([{ "field": ["id"], "message": "Customer can't be found" }]));
    assert!(again["shop"]["name"].is_string(), "{again:#}");
    customer(shop, json!({ "email": "kari@example.com" })).await;

    let ola = customer(shop, json!({ "email": "ola@example.com" })).await;
    shop.create_order(json!({ "customerId": ola, "lineItems": [line("Lue", 1, "100")] })).await;
    assert_eq!(may(&ola).await, json!(false));
    let ordered = "Customer can't be deleted because they have associated orders";
    assert_eq!(shop.refused(delete, json!({ "id": ola })).await, ordered);
    let create = "mutation($input: CompanyCreateInput!) {
      companyCreate(input: $input) { company { mainContact { customer { id } } } userErrors { message } }
    }";
    let company = json!({ "company": { "name": "Nord AS" }, "companyContact": { "email": "post@nord.example" } });
    let made = shop.done(create, json!({ "input": company })).await["company"].clone();
    let speaker = json!({ "id": made["mainContact"]["customer"]["id"] });
    let speaks = "Customer can't be deleted because they are associated with a company";
    assert_eq!(shop.refused(delete, speaker).await, speaks);
}
