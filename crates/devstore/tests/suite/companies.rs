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

#[tokio::test]
async fn a_province_is_called_by_its_name_where_only_its_code_was_given() {
    let shop = Shop::new();
    let (_, location) = company(&shop, "Fjellheim AS").await;
    let assign = "mutation($id: ID!, $address: CompanyAddressInput!) {
      companyLocationAssignAddress(locationId: $id, address: $address, addressTypes: [BILLING]) {
        addresses { zoneCode province } userErrors { message }
      }
    }";
    let province = async |country: &str, zone: &str| {
        let address = json!({ "address1": "1 Main St", "countryCode": country, "zoneCode": zone });
        let made = shop.done(assign, json!({ "id": location, "address": address })).await;
        made["addresses"][0]["province"].clone()
    };
    assert_eq!(province("US", "NY").await, "New York");
    assert_eq!(province("NO", "NO-03").await, Value::Null, "addresses in Norway have no provinces");
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

/// Runs a mutation of a company; gives its payload.
pub async fn run(shop: &Shop, call: &str, variables: Value) -> Value {
    let data = shop.data_with(&format!("mutation{call}"), variables).await;
    data.as_object().unwrap().values().next().unwrap().clone()
}

#[tokio::test]
async fn a_location_tells_where_it_is_how_it_pays_and_how_it_is_taxed() {
    let shop = Shop::new();
    let terms = "gid://shopify/PaymentTermsTemplate/4";
    let input = json!({
        "company": { "name": "Fjellheim AS" },
        "companyLocation": {
            "name": "Voss", "phone": "+4756510000", "billingSameAsShipping": true, "taxRegistrationId": "999888777",
            "shippingAddress": { "address1": "Vangsgata 1", "zip": "5700", "city": "Voss", "countryCode": "NO", "recipient": "Kari" },
            "buyerExperienceConfiguration": { "paymentTermsTemplateId": terms },
        },
    });
    let made = shop.done(CREATE, json!({ "input": input })).await["company"].clone();
    let location = &made["locations"]["nodes"][0]["id"];
    let read = "query($id: ID!) { companyLocation(id: $id) { phone
        billingAddress { address1 zip city countryCode country recipient companyName }
        buyerExperienceConfiguration { paymentTermsTemplate { name paymentTermsType } }
        taxSettings { taxExempt taxRegistrationId } } }";
    let told = shop.data_with(read, json!({ "id": location })).await["companyLocation"].clone();
    let address = json!({
        "address1": "Vangsgata 1", "zip": "5700", "city": "Voss", "countryCode": "NO", "country": "Norway",
        "recipient": "Kari", "companyName": "Fjellheim AS",
    });
    assert_eq!((&told["billingAddress"], &told["phone"]), (&address, &json!("+4756510000")));
    let net = json!({ "paymentTermsTemplate": { "name": "Net 30", "paymentTermsType": "NET" } });
    assert_eq!(told["buyerExperienceConfiguration"], net);
    assert_eq!(told["taxSettings"], json!({ "taxExempt": false, "taxRegistrationId": "999888777" }));

    let moved = run(
        &shop,
        "($id: ID!) { companyLocationAssignAddress(locationId: $id, addressTypes: [BILLING],
            address: { address1: \"Torggata 2\", countryCode: NO }) { addresses { address1 } userErrors { message } } }",
        json!({ "id": location }),
    );
    assert_eq!(moved.await["addresses"], json!([{ "address1": "Torggata 2" }]));
    let taxed = run(
        &shop,
        "($id: ID!) { companyLocationTaxSettingsUpdate(companyLocationId: $id, taxExempt: true) {
            companyLocation { taxSettings { taxExempt taxRegistrationId } } userErrors { message } } }",
        json!({ "id": location }),
    );
    let settings = json!({ "taxExempt": true, "taxRegistrationId": "999888777" });
    assert_eq!(taxed.await["companyLocation"]["taxSettings"], settings);
    let update = "($id: ID!, $input: CompanyLocationUpdateInput!) {
        companyLocationUpdate(companyLocationId: $id, input: $input) {
            companyLocation { name buyerExperienceConfiguration { paymentTermsTemplate { name } } } userErrors { field code } } }";
    let none = json!({ "name": "Voss by", "buyerExperienceConfiguration": { "paymentTermsTemplateId": null } });
    let updated = run(&shop, update, json!({ "id": location, "input": none })).await["companyLocation"].clone();
    let expected = json!({ "name": "Voss by", "buyerExperienceConfiguration": { "paymentTermsTemplate": null } });
    assert_eq!(updated, expected);
    let wrong = json!({ "buyerExperienceConfiguration": { "paymentTermsTemplateId": "gid://shopify/PaymentTermsTemplate/99" } });
    let refused = run(&shop, update, json!({ "id": location, "input": wrong })).await;
    assert_eq!(refused["userErrors"][0]["code"], json!("RESOURCE_NOT_FOUND"));
}

#[tokio::test]
async fn a_customer_speaks_for_one_company_with_a_role_at_each_of_its_locations() {
    let shop = Shop::new();
    let (nord, oslo) = company(&shop, "Nord AS").await;
    let (sor, _) = company(&shop, "Sør AS").await;
    let create =
        "mutation($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { message } } }";
    let kari = shop.done(create, json!({ "input": { "email": "kari@nord.example" } })).await["customer"]["id"].clone();
    let assign = "($id: ID!, $customer: ID!) { companyAssignCustomerAsContact(companyId: $id, customerId: $customer) {
        companyContact { id isMainContact } userErrors { code } } }";
    let contact = run(&shop, assign, json!({ "id": nord, "customer": kari })).await["companyContact"].clone();
    assert_eq!(contact["isMainContact"], json!(false));
    let twice = run(&shop, assign, json!({ "id": sor, "customer": kari })).await;
    assert_eq!(twice["userErrors"], json!([{ "code": "TAKEN" }]));

    let main = "($id: ID!, $contact: ID!) { companyAssignMainContact(companyId: $id, companyContactId: $contact) {
        company { mainContact { id } contactRoles(first: 5) { nodes { id name } } } userErrors { code } } }";
    let told = run(&shop, main, json!({ "id": nord, "contact": contact["id"] })).await["company"].clone();
    assert_eq!(told["mainContact"]["id"], contact["id"]);
    let of_other = run(&shop, main, json!({ "id": sor, "contact": contact["id"] })).await;
    assert_eq!(of_other["userErrors"], json!([{ "code": "RESOURCE_NOT_FOUND" }]));
    let roles = told["contactRoles"]["nodes"].as_array().unwrap();
    assert_eq!(roles.iter().map(|role| role["name"].clone()).collect::<Vec<_>>(), ["Location admin", "Ordering only"]);
    let assign = "($contact: ID!, $role: ID!, $location: ID!) {
        companyContactAssignRole(companyContactId: $contact, companyContactRoleId: $role, companyLocationId: $location) {
            companyContactRoleAssignment { role { name } companyLocation { name } companyContact { customer { id } } } userErrors { code } } }";
    let given = json!({ "contact": contact["id"], "role": roles[1]["id"], "location": oslo });
    let made = run(&shop, assign, given.clone()).await["companyContactRoleAssignment"].clone();
    let expected = json!({ "role": { "name": "Ordering only" }, "companyLocation": { "name": "Nord AS" }, "companyContact": { "customer": { "id": kari } } });
    assert_eq!(made, expected);
    assert_eq!(run(&shop, assign, given).await["userErrors"], json!([{ "code": "LIMIT_REACHED" }]));
}

#[tokio::test]
async fn a_company_keeps_one_location_at_least() {
    let shop = Shop::new();
    let (nord, oslo) = company(&shop, "Nord AS").await;
    let delete =
        "($id: ID!) { companyLocationDelete(companyLocationId: $id) { deletedCompanyLocationId userErrors { code } } }";
    let last = run(&shop, delete, json!({ "id": oslo })).await;
    assert_eq!(last["userErrors"], json!([{ "code": "FAILED_TO_DELETE" }]));
    let create = "($id: ID!, $input: CompanyLocationInput!) { companyLocationCreate(companyId: $id, input: $input) {
        companyLocation { id name } userErrors { field code } } }";
    let bare = json!({ "name": "Bergen", "shippingAddress": { "city": "Bergen" } });
    let refused = run(&shop, create, json!({ "id": nord, "input": bare })).await;
    let fields: Vec<_> =
        refused["userErrors"].as_array().unwrap().iter().map(|error| error["field"][2].clone()).collect();
    assert_eq!(fields, ["address1", "countryCode"]);
    let bergen =
        run(&shop, create, json!({ "id": nord, "input": { "name": "Bergen" } })).await["companyLocation"].clone();
    let gone = run(&shop, delete, json!({ "id": oslo })).await;
    assert_eq!(gone["deletedCompanyLocationId"], oslo);
    let search = "query($query: String!) { companyLocations(first: 5, query: $query) { nodes { id } } }";
    let number = nord.as_str().unwrap().rsplit('/').next().unwrap();
    let found = shop.data_with(search, json!({ "query": format!("company_id:{number}") })).await;
    assert_eq!(found["companyLocations"]["nodes"], json!([{ "id": bergen["id"] }]));
    let delete = "($id: ID!) { companyDelete(id: $id) { deletedCompanyId userErrors { code } } }";
    assert_eq!(run(&shop, delete, json!({ "id": nord })).await["deletedCompanyId"], nord);
}

#[tokio::test]
async fn who_speaks_for_a_company_no_more_stays_a_customer() {
    let shop = Shop::new();
    let (nord, _) = company(&shop, "Nord AS").await;
    let create = "($id: ID!, $input: CompanyContactInput!) { companyContactCreate(companyId: $id, input: $input) {
        companyContact { id customer { id } } userErrors { code } } }";
    let kari = json!({ "id": nord, "input": { "email": "kari@nord.no" } });
    let contact = run(&shop, create, kari).await["companyContact"].clone();
    let main = "($id: ID!, $contact: ID!) { companyAssignMainContact(companyId: $id, companyContactId: $contact) {
        company { mainContact { id } } userErrors { code } } }";
    let assigned = run(&shop, main, json!({ "id": nord, "contact": contact["id"] })).await;
    assert_eq!(assigned["company"]["mainContact"]["id"], contact["id"]);

    let revoke = "($id: ID!) { companyRevokeMainContact(companyId: $id) {
        company { mainContact { id } contacts(first: 5) { nodes { id } } } userErrors { code } } }";
    let revoked = run(&shop, revoke, json!({ "id": nord })).await;
    let expected = json!({ "mainContact": null, "contacts": { "nodes": [{ "id": contact["id"] }] } });
    assert_eq!(revoked, json!({ "company": expected, "userErrors": [] }));
    let missing = json!([{ "code": "RESOURCE_NOT_FOUND" }]);
    let nobody = run(&shop, revoke, json!({ "id": "gid://shopify/Company/1" })).await;
    assert_eq!(nobody["userErrors"], missing);

    run(&shop, main, json!({ "id": nord, "contact": contact["id"] })).await;
    let delete =
        "($id: ID!) { companyContactDelete(companyContactId: $id) { deletedCompanyContactId userErrors { code } } }";
    let deleted = run(&shop, delete, json!({ "id": contact["id"] })).await;
    assert_eq!(deleted["deletedCompanyContactId"], contact["id"]);
    let read = "query($company: ID!, $customer: ID!) {
        company(id: $company) { mainContact { id } contacts(first: 5) { nodes { id } } } customer(id: $customer) { id } }";
    let told = shop.data_with(read, json!({ "company": nord, "customer": contact["customer"]["id"] })).await;
    assert_eq!(told["company"], json!({ "mainContact": null, "contacts": { "nodes": [] } }));
    assert_eq!(told["customer"]["id"], contact["customer"]["id"]);
    assert_eq!(run(&shop, delete, json!({ "id": contact["id"] })).await["userErrors"], missing);
}
