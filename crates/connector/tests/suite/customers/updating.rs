//! To Shopify: customers here change those in Shopify that they are.

use back_office::customers::Change;
use chrono::TimeDelta;
use connector::customers::SYNC_CUSTOMERS;
use connector::customers::staged::customer;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;
use values::Code;

use super::{all_in_store, change, change_in_store, claudia, in_store, reading_everyone, staged, sync};
use crate::world::World;

/// A world in which Claudia is a customer here and in the store, and where customers here change those there.
async fn world(engine: Engine) -> (World, String, Code<20>) {
    let world = reading_everyone(engine).await;
    let id = in_store(&world, claudia()).await;
    sync(&world).await;
    world.set(&[("canUpdateShopifyCustomers", "true")]).await;
    let number = staged(&world).await[0].customer_number.clone();
    world.forget_calls();
    (world, id, number)
}

#[rstest]
#[tokio::test]
async fn only_what_has_changed_is_sent(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _, number) = world(engine).await;
    let idle = sync(&world).await;
    assert_eq!((idle.updated, idle.calls), (0, 1), "a customer that says the same is not sent");

    world.advance(5);
    let moved = Change {
        name: Some("Claudia Hansen".into()),
        contact: Some("Claudia Hansen".into()),
        address: Some("Strandgaten 1".into()),
        ..Change::default()
    };
    change(&world, &number, moved).await;
    world.forget_calls();
    let summary = sync(&world).await;
    assert_eq!((summary.updated, summary.failed), (1, 0));
    assert_eq!((world.calls_of("CustomersChange"), world.calls_of("CustomerAddressesChange")), (1, 1));
    let [told] = &all_in_store(&world).await[..] else { panic!("one customer") };
    assert_eq!((told["firstName"].as_str(), told["lastName"].as_str()), (Some("Claudia"), Some("Hansen")));
    let place = &told["addressesV2"]["nodes"][0];
    assert_eq!((place["address1"].as_str(), place["city"].as_str()), (Some("Strandgaten 1"), Some("Bergen")));
    let row = &staged(&world).await[0];
    assert!(row.last_updated_by_us.is_some() && row.last_name == "Hansen" && !row.update_due);

    world.advance(5);
    let again = sync(&world).await;
    assert_eq!((again.updated, again.unchanged), (0, 1), "what came from here is no news");
    assert_eq!((world.calls_of("CustomersChange"), world.calls_of("CustomersByIds")), (0, 0));
}

#[rstest]
#[tokio::test]
async fn who_has_no_address_here_keeps_that_in_shopify(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _, number) = world(engine).await;
    let nowhere = Change {
        contact: Some("Claudia".into()),
        address: Some(String::new()),
        post_code: Some(String::new()),
        city: Some(String::new()),
        ..Change::default()
    };
    change(&world, &number, nowhere).await;
    assert_eq!(sync(&world).await.updated, 1);
    let [told] = &all_in_store(&world).await[..] else { panic!("one customer") };
    assert!(told["firstName"] == "Claudia" && told["lastName"].is_null(), "who has one name has no other: {told}");
    let place = &told["addressesV2"]["nodes"][0];
    assert_eq!((place["address1"].as_str(), place["city"].as_str()), (Some("Bryggen 7"), Some("Bergen")));
}

#[rstest]
#[tokio::test]
async fn what_shopify_says_later_counts_whatever_was_sent_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, id, number) = world(engine).await;
    change(&world, &number, Change { city: Some("Voss".into()), ..Change::default() }).await;
    sync(&world).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    assert!(!world.shop().await.can_update_shopify_customers, "only one of the two may hold");
    change_in_store(&world, json!({ "id": id, "email": "claire@example.com" })).await;
    assert_eq!(sync(&world).await.updated, 2, "staged, and its customer changed");
    assert_eq!(super::customer(&world, &number).await.email, "claire@example.com");
}

#[rstest]
#[tokio::test]
async fn what_shopify_refuses_is_told_and_keeps_nothing_from_the_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _, number) = world(engine).await;
    in_store(&world, json!({ "email": "kari@example.com", "firstName": "Kari", "lastName": "Nordmann" })).await;
    sync(&world).await;
    let kari = staged(&world).await[1].customer_number.clone();
    change(&world, &number, Change { phone_number: Some("12".into()), ..Change::default() }).await;
    let in_oslo =
        Change { city: Some("Oslo".into()), country_region_code: Some("NO".parse().unwrap()), ..Change::default() };
    change(&world, &kari, in_oslo).await;
    let summary = sync(&world).await;
    assert_eq!((summary.updated, summary.failed), (1, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!(skipped.document_name, number.to_string());
    assert!(skipped.cause.contains("refused by Shopify: Phone is invalid"), "{}", skipped.cause);
    let told = all_in_store(&world).await;
    assert_eq!(told[1]["addressesV2"]["nodes"][0]["city"], "Oslo", "a customer without an address gets one");
}

#[rstest]
#[tokio::test]
async fn nothing_is_sent_where_the_shop_lets_nothing_out(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _, number) = world(engine).await;
    change(&world, &number, Change { city: Some("Voss".into()), ..Change::default() }).await;
    world.set(&[("allowOutgoingRequests", "false"), ("customerImportFromShopify", "None")]).await;
    let log = world.log_of(SYNC_CUSTOMERS, Filters::new()).await;
    assert!(log.error_message.contains("Allow Data Sync to Shopify"), "{}", log.error_message);
    assert_eq!(world.calls().0, 0);

    world.set(&[("customerImportFromShopify", "All Customers")]).await;
    in_store(&world, json!({ "email": "new@example.com", "firstName": "Ny" })).await;
    let log = world.log_of(SYNC_CUSTOMERS, Filters::new()).await;
    assert!(log.error_message.starts_with("customers were read, and none was changed"), "{}", log.error_message);
    assert!(log.summary().unwrap().fetched > 0, "what is read is read all the same");
    let told = all_in_store(&world).await;
    assert!(told.iter().all(|customer| customer["addressesV2"]["nodes"][0]["city"] != "Voss"), "nothing was sent");
}

/// Otherwise than in Business Central, a change that is older than what was sent from here is taken, because nobody else would
/// tell of it.
#[rstest]
#[tokio::test]
async fn a_change_in_shopify_from_before_what_was_sent_from_here_is_not_passed_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    let id = in_store(&world, claudia()).await;
    sync(&world).await;
    let row = staged(&world).await.remove(0);
    let (number, read) = (row.customer_number.clone(), row.updated_at.unwrap());
    // Five minutes after it was read it was changed from here, and never read back.
    let sent = customer::Model { last_updated_by_us: Some(read + TimeDelta::minutes(5)), ..row };
    world.rewrite::<customer::ActiveModel, _>(sent).await;
    world.advance(3);
    change_in_store(&world, json!({ "id": id, "email": "claire@example.com" })).await;
    world.advance(10);
    assert_eq!(sync(&world).await.updated, 2, "staged, and its customer changed");
    assert_eq!(staged(&world).await[0].updated_at, Some(read + TimeDelta::minutes(3)));
    assert_eq!(super::customer(&world, &number).await.email, "claire@example.com");
}
