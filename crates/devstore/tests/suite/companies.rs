//! Companies that buy.

use rstest::rstest;
use serde_json::{Value, json};

use crate::shop::Shop;

const CREATE: &str = "mutation($input: CompanyCreateInput!) {
  companyCreate(input: $input) {
    company { id name externalId mainContact { title customer { id email: defaultEmailAddress { emailAddress } } } locations(first: 5) { nodes { id name } } }
    userErrors { field message code }
  }
}";

/// A company of this name: its id and the one of its location.
pub async fn company(shop: &Shop, name: &str) -> (Value, Value) {
    let made = shop.done(CREATE, json!({ "input": { "company": { "name": name } } })).await["company"].clone();
    (made["id"].clone(), made["locations"]["nodes"][0]["id"].clone())
}

#[tokio::test]
async fn a_company_has_a_location_and_a_new_customer_speaks_for_it() {
    let shop = Shop::new();
    let input = json!({
        "company": { "name": "Fjellheim AS", "externalId": "10000" },
        "companyContact": { "email": "post@fjellheim.no", "firstName": "Kari", "title": "Innkjøper" },
        "companyLocation": { "name": "Voss" },
    });
    let made = shop.done(CREATE, json!({ "input": input })).await["company"].clone();
    assert_eq!(made["mainContact"]["title"], "Innkjøper");
    assert_eq!(made["mainContact"]["customer"]["email"]["emailAddress"], "post@fjellheim.no");
    assert_eq!(made["locations"]["nodes"][0]["name"], "Voss");
    company(&shop, "Andre AS").await;
    let found = shop
        .data(
            "{ companies(first: 5, query: \"external_id:10000\") { nodes { name contacts(first: 2) { nodes { id } } } }
            companyLocations(first: 5, sortKey: NAME) { nodes { name company { name } } } }",
        )
        .await;
    assert_eq!(found["companies"]["nodes"].as_array().unwrap().len(), 1);
    let locations = json!([
        { "name": "Andre AS", "company": { "name": "Andre AS" } },
        { "name": "Voss", "company": { "name": "Fjellheim AS" } },
    ]);
    assert_eq!(found["companyLocations"]["nodes"], locations);
}

#[rstest]
#[case::no_name(json!({ "company": {} }), &["company", "name"], "BLANK")]
#[case::a_taken_id(json!({ "company": { "name": "B", "externalId": "1" } }), &["company", "externalId"], "TAKEN")]
#[case::a_long_id(json!({ "company": { "name": "B", "externalId": "1".repeat(65) } }), &["company", "externalId"], "TOO_LONG")]
#[case::a_contact_without_address(json!({ "company": { "name": "B" }, "companyContact": { "firstName": "Kari" } }), &["companyContact", "email"], "BLANK")]
#[case::no_address(json!({ "company": { "name": "B" }, "companyContact": { "email": "kari" } }), &["companyContact", "email"], "INVALID")]
#[tokio::test]
async fn a_company_is_not_made_against_the_rules(#[case] input: Value, #[case] field: &[&str], #[case] code: &str) {
    let shop = Shop::new();
    shop.done(CREATE, json!({ "input": { "company": { "name": "A", "externalId": "1" } } })).await;
    let refused = shop.one(CREATE, json!({ "input": input })).await;
    let field: Vec<&str> = std::iter::once("input").chain(field.iter().copied()).collect();
    let error = &refused["userErrors"][0];
    assert_eq!((&error["field"], &error["code"]), (&json!(field), &code.into()), "{refused:#}");
    let companies = shop.data("{ companies(first: 5) { nodes { id } } }").await;
    assert_eq!(companies["companies"]["nodes"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_order_of_a_company_that_the_store_has_is_that_companys() {
    let shop = Shop::new();
    let (fjellheim, location) = company(&shop, "Fjellheim AS").await;
    let variant = shop.product("Lue", "100", 5).await;
    let buys = async |place: &str| {
        let order = shop.create_order(json!({ "lineItems": [{ "variantId": variant, "quantity": 1 }] })).await;
        let special = json!({ "order": order["id"], "company": { "name": "Fjellheim AS", "location": place } });
        assert!(shop.post("/_devstore/orders/special", None, &special.to_string()).await.status.is_success());
        let buyer = "purchasingEntity { ... on PurchasingCompany { company { id } location { id } } }";
        shop.order(&order["id"], buyer).await["purchasingEntity"].clone()
    };
    assert_eq!(buys("Fjellheim AS").await, json!({ "company": { "id": fjellheim }, "location": { "id": location } }));
    assert_ne!(buys("Narvik").await["company"]["id"], fjellheim);
}
