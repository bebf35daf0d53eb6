//! Customers come from the store.

use axum::http::Method;
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use serde_json::{Value, json};

use super::{Desk, address, claudia};

/// E20.
#[rstest]
#[tokio::test]
async fn where_the_card_wants_nothing_no_customer_is_asked_for_and_the_run_is_the_last_sync(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.in_store(claudia(json!([address(json!({}))]))).await;
    desk.forget_calls();
    assert_eq!(desk.last_sync("Customers").await, Value::Null);
    let done = desk.run(30100).await;
    assert_eq!((&done["fetched"], &done["calls"], desk.calls()), (&json!(0), &json!(0), 0));
    assert_eq!(desk.last_sync("Customers").await, json!(desk.world.app.clock.now()));

    // It says when was synced, and not how far was read: who was not wanted then comes once everyone is.
    desk.world.clock.advance(std::time::Duration::from_secs(3_600));
    desk.takes_everyone().await;
    assert_eq!(desk.run(30100).await["created"], 1);
}

/// E21.
#[rstest]
#[tokio::test]
async fn a_shop_that_is_disabled_is_told_so_and_its_last_sync_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.run(30100).await;
    let last = desk.last_sync("Customers").await;
    let path = format!("shopifyShops/{}/Kobling.disable", desk.shop);
    desk.world.change(Method::POST, path, json!({})).await.expect(200);
    desk.world.clock.advance(std::time::Duration::from_secs(3_600));
    desk.forget_calls();
    let refused = desk.start(30100, json!({})).await.message(409);
    assert_eq!(refused, "the shop SHOP is not enabled: enable it with `kobling shop enable SHOP`");
    // So is an entry that was made before, or by hand.
    let entry = json!({ "objectIdToRun": 30100, "filters": { "Shop.code": "SHOP" }, "scope": "SHOP" });
    desk.make("jobQueueEntries", entry).await;
    desk.world.work().await;
    let log = desk.list("jobQueueLogEntries", &[("$filter", "result eq 'Error'")]).await.remove(0);
    assert!(log["errorMessage"].as_str().unwrap().contains("the shop SHOP is not enabled"), "{log}");
    assert_eq!((desk.last_sync("Customers").await, desk.calls()), (last, 0));
}

/// E4.
#[rstest]
#[tokio::test]
async fn a_phone_is_stored_without_hyphens_and_letters(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.in_store(claudia(json!([address(json!({ "phone": "+1 (415) 555-1234 ext7" }))]))).await;
    desk.run(30100).await;
    assert_eq!(desk.only("shopifyCustomerAddresses").await["phone"], "+1 (415) 5551234 7");
    let number = &desk.only("shopifyCustomers").await["customerNumber"];
    assert_eq!(desk.customer_of(number).await["phoneNumber"], "+1 (415) 5551234 7");
}

/// E9 and E11.
#[rstest]
#[case::of_a_person(json!({}), "", ["Claudia Lawson", "", "Claudia Lawson"])]
#[case::of_a_company(json!({}), "Fjord AS", ["Fjord AS", "Claudia Lawson", "Claudia Lawson"])]
#[case::last_names_first(
    json!({ "name2Source": "Last Name and First Name", "contactSource": "Last Name and First Name" }), "",
    ["Lawson Claudia", "", "Lawson Claudia"]
)]
#[case::of_the_contact_alone(
    json!({ "nameSource": "None", "name2Source": "None" }), "Fjord AS", ["Claudia Lawson", "", ""]
)]
#[case::without_a_contact(json!({ "contactSource": "None" }), "", ["Claudia Lawson", "", ""])]
#[tokio::test]
async fn a_customer_has_the_names_that_the_card_puts_together(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] sources: Value,
    #[case] company: &str,
    #[case] names: [&str; 3],
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.card(sources).await;
    desk.in_store(claudia(json!([address(json!({ "company": company }))]))).await;
    desk.run(30100).await;
    let made = desk.customer_of(&desk.only("shopifyCustomers").await["customerNumber"]).await;
    assert_eq!([&made["displayName"], &made["displayName2"], &made["contact"]], names);
}

#[rstest]
#[case::code("Code", "CA")]
#[case::name("Name", "California")]
#[tokio::test]
async fn a_county_is_the_code_or_the_name_of_the_province(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] source: &str,
    #[case] county: &str,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.card(json!({ "countySource": source })).await;
    let abroad = json!({ "countryCode": "US", "provinceCode": "CA", "province": "California" });
    desk.in_store(claudia(json!([address(abroad)]))).await;
    desk.run(30100).await;
    let made = desk.customer_of(&desk.only("shopifyCustomers").await["customerNumber"]).await;
    assert_eq!((&made["state"], &made["country"]), (&json!(county), &json!("US")));
}

/// E23.
#[rstest]
#[tokio::test]
async fn who_has_addresses_and_none_by_default_is_made_from_the_first(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    let addresses = json!([address(json!({})), address(json!({ "address1": "Storgata 1", "city": "Oslo" }))]);
    desk.in_store(claudia(addresses)).await;
    let path = ["customers", "nodes"].map(Value::from).into_iter().chain([json!(0), json!("defaultAddress")]).collect();
    let nobody = Fault { operation: Some("CustomersPage".into()), path, ..Fault::of(FaultKind::Nulled) };
    desk.store.handle().set_faults(vec![nobody], 1);
    desk.run(30100).await;
    assert!(desk.list("shopifyCustomerAddresses", &[("$filter", "default eq true")]).await.is_empty());
    let made = desk.customer_of(&desk.only("shopifyCustomers").await["customerNumber"]).await;
    assert_eq!((&made["addressLine1"], &made["city"]), (&json!("Bryggen 7"), &json!("Bergen")));
}

/// E24.
#[rstest]
#[tokio::test]
async fn who_has_no_address_stays_unmapped_and_is_counted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    assert_eq!(desk.cue("unmappedCustomers").await["count"], 0);
    desk.in_store(json!({ "email": "nowhere@example.com" })).await;
    let done = desk.run(30100).await;
    assert_eq!((&done["created"], &done["skipped"]), (&json!(1), &json!(0)));
    assert_eq!(desk.only("shopifyCustomers").await["customerNumber"], "");
    assert_eq!(desk.list("customers", &[]).await, Vec::<Value>::new());
    let cue = desk.cue("unmappedCustomers").await;
    assert_eq!(
        (&cue["count"], &cue["style"], &cue["entity"]),
        (&json!(1), &json!("ambiguous"), &json!("shopifyCustomers"))
    );
}

/// E19: what was sent at 10:05 is no news, and what Shopify says at 10:06 is.
#[rstest]
#[tokio::test]
async fn what_came_from_here_changes_nobody_here_and_what_shopify_says_after_it_does(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    let id = desk.in_store(claudia(json!([address(json!({}))]))).await;
    desk.run(30100).await;
    let number = desk.only("shopifyCustomers").await["customerNumber"].clone();
    let path = format!("customers/{}", desk.customer_of(&number).await["id"].as_str().unwrap());
    let moves = async |city: &str| desk.world.change(Method::PATCH, &path, json!({ "city": city })).await.expect(200);
    let minutes = |count: u64| desk.world.clock.advance(std::time::Duration::from_secs(count * 60));

    desk.card(json!({ "canUpdateShopifyCustomers": true })).await;
    minutes(5);
    moves("Voss").await;
    desk.run(30100).await;
    assert_eq!(desk.all_in_store().await[0]["addressesV2"]["nodes"][0]["city"], "Voss");

    desk.card(json!({ "shopifyCanUpdateCustomers": true })).await;
    moves("Oslo").await;
    desk.run(30100).await;
    assert_eq!(desk.customer_of(&number).await["city"], "Oslo");

    minutes(1);
    let document = "mutation($input: CustomerInput!) { customerUpdate(input: $input) { userErrors { message } } }";
    desk.done(document, "customerUpdate", json!({ "input": { "id": id, "email": "claire@example.com" } })).await;
    desk.run(30100).await;
    let follows = desk.customer_of(&number).await;
    assert_eq!((&follows["city"], &follows["email"]), (&json!("Voss"), &json!("claire@example.com")));
}

#[rstest]
#[tokio::test]
async fn a_thousand_changed_customers_cost_at_most_five_calls(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::new(engine).await;
    desk.takes_everyone().await;
    desk.card(json!({ "shopifyCanUpdateCustomers": true })).await;
    let many = |mutation: &dyn Fn(usize) -> String| {
        let batches = (0..20).map(|batch| (batch * 50..(batch + 1) * 50).map(mutation).collect::<String>());
        batches.map(|batch| format!("mutation {{ {batch} }}")).collect::<Vec<_>>()
    };
    let made = many(&|at| {
        format!(
            "c{at}: customerCreate(input: {{ email: \"c{at}@example.com\", firstName: \"C{at}\", \
             addresses: [{{ city: \"Oslo\", countryCode: NO }}] }}) {{ customer {{ id }} userErrors {{ message }} }} "
        )
    });
    let mut ids = Vec::new();
    for document in &made {
        let data = desk.graphql(document, json!({})).await;
        let mut made: Vec<_> = data.as_object().unwrap().clone().into_iter().collect();
        made.sort_by_key(|(alias, _)| alias[1..].parse::<usize>().unwrap());
        ids.extend(made.into_iter().map(|(_, made)| made["customer"]["id"].as_str().unwrap().to_owned()));
    }
    desk.run(30100).await;
    desk.world.clock.advance(std::time::Duration::from_secs(600));
    let changed = many(&|at| {
        format!(
            "c{at}: customerUpdate(input: {{ id: \"{}\", email: \"new{at}@example.com\" }}) {{ userErrors {{ message }} }} ",
            ids[at]
        )
    });
    for document in &changed {
        desk.graphql(document, json!({})).await;
    }
    desk.forget_calls();
    let done = desk.run(30100).await;
    // Each was staged anew, and each customer here follows.
    assert_eq!((&done["fetched"], &done["updated"], &done["failed"]), (&json!(1_000), &json!(2_000), &json!(0)));
    assert!(desk.calls() <= 5 && done["calls"] == desk.calls(), "{} calls", desk.calls());
    let follow = desk.list("customers", &[("$filter", "email eq 'new999@example.com'")]).await;
    assert_eq!(follow[0]["city"], "Oslo");
}
