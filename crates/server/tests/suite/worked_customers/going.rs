//! Customers go to the store.

use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use super::Desk;

/// E3 and E6.
#[rstest]
#[case::between_brackets(json!({ "phoneNumber": "+45 (45) 45.45/45", "email": "kari@example.com" }))]
#[case::with_spaces(json!({ "phoneNumber": "+45 4545 4545", "email": "kari@example.com" }))]
#[case::by_email_in_another_case(json!({ "email": "P1@Contoso.com" }))]
#[tokio::test]
async fn who_is_in_the_store_already_is_found_by_email_or_phone_and_linked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] known: Value,
) {
    let desk = Desk::new(engine).await;
    desk.in_store(json!({ "email": "p1@contoso.com", "phone": "+4545454545" })).await;
    desk.in_store(json!({ "email": "other@contoso.com", "phone": "+4545454546" })).await;
    let number = desk.customer(known).await;
    desk.forget_calls();
    let done = desk.add(&number).await;
    assert_eq!((&done["created"], &done["updated"], &done["skipped"]), (&json!(0), &json!(1), &json!(0)));
    assert!(!desk.was_asked_for("CustomersMake"));
    let linked = desk.only("shopifyCustomers").await;
    assert_eq!((&linked["email"], &linked["customerNumber"]), (&json!("p1@contoso.com"), &json!(number)));
}

/// E5.
#[rstest]
#[case::too_short("0045 12-3", "+4722245123")]
#[case::another_country("+47 4545 4545", "+4645454545")]
#[tokio::test]
async fn too_few_digits_or_another_country_tell_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] known: &str,
    #[case] told: &str,
) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "customerImportFromShopify": "All Customers" })).await;
    desk.customer(json!({ "phoneNumber": known })).await;
    desk.in_store(json!({ "firstName": "Claudia", "phone": told })).await;
    desk.run(30100).await;
    assert_eq!(desk.only("shopifyCustomers").await["customerNumber"], "");
}

/// E8.
#[rstest]
#[case::first_name_first("First Name and Last Name", "Firstname Last name", ["Firstname", "Last name"])]
#[case::last_name_first("Last Name and First Name", "Last name Firstname", ["Firstname", "Last name"])]
#[case::one_name("First Name and Last Name", "Cher", ["Cher", ""])]
#[tokio::test]
async fn a_contact_is_split_as_the_card_puts_it_together(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] source: &str,
    #[case] contact: &str,
    #[case] names: [&str; 2],
) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "contactSource": source })).await;
    let fields = json!({ "contact": contact, "email": "p1@contoso.com; p2@contoso.com", "country": "NO",
        "addressLine1": "Bryggen 7", "city": "Bergen" });
    let number = desk.customer(fields).await;
    assert_eq!(desk.add(&number).await["created"], 1);
    let told = desk.all_in_store().await.remove(0);
    assert_eq!([&told["firstName"], &told["lastName"]].map(|name| name.as_str().unwrap_or_default()), names);
    assert_eq!(told["defaultEmailAddress"]["emailAddress"], "p1@contoso.com", "the first of several");
    assert_eq!(told["addressesV2"]["nodes"][0]["company"], "Fjord AS");
}

/// E12, E13 and E15.
#[rstest]
#[case::by_its_code("Code", "EL", "ATT", "GR", ["ATT", "Attica"])]
#[case::of_a_country_without_provinces("Code", "DE", "Bayern", "DE", ["", ""])]
#[case::by_the_beginning_of_its_name("Name", "US", "Calif", "US", ["CA", "California"])]
#[case::none_of_that_name("Name", "US", "Nowhere", "US", ["", ""])]
#[tokio::test]
async fn a_county_is_a_province_where_the_country_has_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] source: &str,
    #[case] country: &str,
    #[case] county: &str,
    #[case] iso_code: &str,
    #[case] province: [&str; 2],
) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "countySource": source })).await;
    desk.make("countriesRegions", json!({ "code": "EL", "displayName": "Greece", "isoCode": "GR" })).await;
    let attica = json!({ "countryRegionCode": "GR", "county": "Attica", "countyCode": "ATT" });
    desk.make("shopifyTaxAreas", attica).await;
    let fields = json!({ "email": "p1@contoso.com", "country": country, "state": county, "city": "Somewhere" });
    let number = desk.customer(fields).await;
    assert_eq!(desk.add(&number).await["created"], 1);
    let told = desk.all_in_store().await.remove(0)["addressesV2"]["nodes"][0].clone();
    let code = told["provinceCode"].as_str().unwrap_or_default();
    assert_eq!((&told["countryCodeV2"], code), (&json!(iso_code), province[0]));

    desk.card(json!({ "customerImportFromShopify": "All Customers" })).await;
    desk.run(30100).await;
    let staged = desk.only("shopifyCustomerAddresses").await;
    assert_eq!([&staged["provinceCode"], &staged["provinceName"]], province);
}

/// E16 and E18. Otherwise than in Business Central, what is left out is told also where no call is logged.
#[rstest]
#[case("Error Only")]
#[case("All")]
#[case::also_where_no_call_is_logged("Disabled")]
#[tokio::test]
async fn who_has_no_email_address_is_not_made_and_that_is_recorded(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] logging: &str,
) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "loggingMode": logging })).await;
    let number = desk.customer(json!({})).await;
    desk.forget_calls();
    let done = desk.add(&number).await;
    assert_eq!((&done["created"], &done["skipped"], desk.calls()), (&json!(0), &json!(1), 0));
    let skipped = desk.only("skippedRecords").await;
    assert_eq!(skipped["cause"], format!("The customer {number} has no e-mail address."));
    assert_eq!(skipped["remedy"], "Give the customer an e-mail address, then add it again.");
    assert_eq!((&skipped["kind"], &skipped["shopifyId"]), (&json!("Customer"), &json!(0)));
    assert_eq!(desk.cue("skippedRecords").await["style"], "ambiguous");
}

/// E17.
#[rstest]
#[tokio::test]
async fn who_has_the_email_of_another_customer_in_the_store_is_not_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let (first, second) = (
        desk.customer(json!({ "email": "same@example.com", "country": "NO" })).await,
        desk.customer(json!({ "email": "SAME@example.com", "country": "NO" })).await,
    );
    assert_eq!(desk.add(&first).await["created"], 1);
    desk.forget_calls();
    let done = desk.add(&second).await;
    assert_eq!((&done["created"], &done["skipped"]), (&json!(0), &json!(1)));
    assert!(!desk.was_asked_for("CustomersMake"));
    let cause =
        format!("A customer with the same e-mail address as {second} is in Shopify already, and it is {first} here.");
    assert_eq!(desk.only("skippedRecords").await["cause"], cause);
    assert_eq!(desk.only("shopifyCustomers").await["customerNumber"], first);
}

/// E47.
#[rstest]
#[tokio::test]
async fn what_the_store_refuses_of_a_customer_is_told_and_in_the_log(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let number = desk.customer(json!({ "email": "p1@contoso.com", "phoneNumber": "12", "country": "NO" })).await;
    desk.add(&number).await;
    let cause = format!("The customer {number} was refused by Shopify: Phone is invalid.");
    assert_eq!(desk.only("skippedRecords").await["cause"], cause);
    desk.world.app.connector.write_calls().await.unwrap();
    // Of the calls that went well none is there: the card logs errors only.
    let logged = desk.only("shopifyLogEntries").await;
    assert_eq!((&logged["document"], &logged["statusCode"]), (&json!("CustomersMake"), &json!(200)));
    assert_eq!((&logged["hasError"], &logged["message"]), (&json!(true), &json!("Phone is invalid")));
}

/// E51.
#[rstest]
#[tokio::test]
async fn where_nothing_may_go_out_no_customer_is_made_and_webhooks_are_registered_all_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.card(json!({ "allowOutgoingRequests": false })).await;
    let number = desk.customer(json!({ "email": "p1@contoso.com", "country": "NO" })).await;
    desk.forget_calls();
    let log = desk.log_of(30112, json!({ "Customer.number": number })).await;
    assert_eq!((&log["result"], desk.calls()), (&json!("Error"), 0));
    assert!(log["errorMessage"].as_str().unwrap().contains("Allow Data Sync to Shopify"), "{log}");

    desk.world.app.connector.serve_at("https://kobling.example");
    let path = format!("shopifyShops/{}/Kobling.giveWebhookSecret", desk.shop);
    desk.world.change(axum::http::Method::POST, path, json!({ "secret": "hush" })).await.expect(200);
    let document = "{ webhookSubscriptions(first: 100) { nodes { topic } } }";
    let subscriptions = desk.graphql(document, json!({})).await;
    let topics = subscriptions["webhookSubscriptions"]["nodes"].as_array().unwrap();
    assert!(topics.contains(&json!({ "topic": "ORDERS_CREATE" })), "{topics:?}");
}

#[rstest]
#[tokio::test]
async fn a_customer_that_was_chosen_is_added_alone_whatever_stands_in_its_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    let numbers = ["A(1)", "A*", "A.", "A<1>", "A=1", "A|B", "A&B", "@A", "A?", "A..B", "'A'", "A1", "AX", "B"];
    let mut ids = Vec::new();
    for (at, number) in numbers.iter().enumerate() {
        let fields = json!({ "displayName": "Kari", "customerTemplateCode": "DOMESTIC", "number": number,
            "email": format!("c{at}@example.com"), "country": "NO" });
        ids.push(desk.make("customers", fields).await["id"].clone());
    }
    for (at, number) in numbers[..11].iter().enumerate() {
        let chosen = json!({ "ids": [ids[at]], "shopCode": "SHOP" });
        desk.world.change(axum::http::Method::POST, "customers/Kobling.addToShopify", chosen).await.expect(202);
        desk.world.work().await;
        let added = desk.list("shopifyCustomers", &[("$orderby", "shopifyCustomerId desc")]).await;
        assert_eq!((added.len(), &added[0]["customerNumber"]), (at + 1, &json!(number)), "{number} alone");
    }
}

#[rstest]
#[case::a_country_without_iso_code(
    json!({ "country": "EL" }), "lives in EL, which has no ISO code.", "Enter the ISO Code of the country EL."
)]
#[case::no_country_at_all(
    json!({}), "has no country, and neither has the company.", "Enter the country of the customer, or that of the company."
)]
#[case::a_county_that_is_no_code(
    json!({ "country": "US", "state": "District of Columbia" }),
    "has 20 characters, and a code of a province 10 at most.",
    "Enter the code of the county, or choose Name as County Source on the shop card."
)]
#[tokio::test]
async fn what_can_not_be_said_of_a_customer_is_told_and_keeps_nothing_from_the_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] place: Value,
    #[case] cause: &str,
    #[case] remedy: &str,
) {
    let desk = Desk::new(engine).await;
    desk.make("countriesRegions", json!({ "code": "EL", "displayName": "Greece" })).await;
    let mut fields = json!({ "email": "p1@contoso.com" });
    fields.as_object_mut().unwrap().extend(place.as_object().unwrap().clone());
    let number = desk.customer(fields).await;
    let other = desk.customer(json!({ "email": "p2@contoso.com", "country": "NO" })).await;
    let done = desk.add(&format!("{number}|{other}")).await;
    assert_eq!((&done["created"], &done["skipped"]), (&json!(1), &json!(1)));
    let skipped = desk.only("skippedRecords").await;
    let told = skipped["cause"].as_str().unwrap();
    assert!(told.contains(&number) && told.ends_with(cause), "{told}");
    assert_eq!((&skipped["remedy"], &skipped["documentName"]), (&json!(remedy), &json!(number)));
    assert_eq!(desk.only("shopifyCustomers").await["customerNumber"], other);
}
