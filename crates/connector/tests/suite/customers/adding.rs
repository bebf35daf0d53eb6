//! Customers are added to a store once, whatever becomes of the answer, and whoever is there already.

use back_office::countries;
use back_office::customers::Change;
use connector::customers::staged::address;
use connector::mappings::tax_area;
use connector::skipped::Kind;
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use serde_json::{Value, json};

use super::{add, added, all_in_store, change, in_store, staged};
use crate::world::World;

/// Kari, with an address.
async fn kari_at_home(world: &World) -> values::Code<20> {
    let kari = world.customers().await[0].number.clone();
    let at_home = Change {
        contact: Some("Kari Nordmann".into()),
        address: Some("Bryggen 7".into()),
        post_code: Some("5003".into()),
        city: Some("Bergen".into()),
        country_region_code: Some("NO".parse().unwrap()),
        phone_number: Some("+47 22 33 44 55".into()),
        ..Change::default()
    };
    change(world, &kari, at_home).await;
    world.forget_calls();
    kari
}

fn only(customers: &[Value]) -> &Value {
    let [customer] = customers else { panic!("one customer: {customers:?}") };
    customer
}

#[rstest]
#[tokio::test]
async fn a_customer_is_made_with_its_address_and_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let kari = kari_at_home(&world).await;
    let summary = added(&world, kari.as_str()).await;
    assert_eq!((summary.fetched, summary.created, summary.failed, summary.skipped), (1, 1, 0, 0));
    assert_eq!((summary.calls, summary.points), world.calls());
    // Looked for by e-mail and by phone, made, its address made, and read back.
    assert_eq!(summary.calls, 5);
    let told = all_in_store(&world).await;
    let told = only(&told);
    assert_eq!((told["firstName"].as_str(), told["lastName"].as_str()), (Some("Kari"), Some("Nordmann")));
    assert_eq!(told["defaultPhoneNumber"]["phoneNumber"], "+4722334455");
    let place = &told["addressesV2"]["nodes"][0];
    assert_eq!((place["address1"].as_str(), place["countryCodeV2"].as_str()), (Some("Bryggen 7"), Some("NO")));
    assert!(place["company"].is_null(), "a person is no company");
    let row = &staged(&world).await[0];
    assert!(row.customer_number == kari && row.last_updated_by_us.is_some() && row.is_read());
    assert_eq!(world.all::<address::Entity>().await.len(), 1);

    let again = added(&world, kari.as_str()).await;
    assert_eq!((again.unchanged, again.created, again.calls), (1, 0, 0), "who is there already is passed over");
}

#[rstest]
#[case::of_the_customer("CustomersMake", FaultKind::LostResponse)]
#[case::not_made("CustomersMake", FaultKind::Timeout)]
#[case::of_the_address("CustomerAddressesAdd", FaultKind::LostResponse)]
#[case::address_not_made("CustomerAddressesAdd", FaultKind::Timeout)]
#[tokio::test]
async fn a_lost_answer_doubles_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] operation: &str,
    #[case] kind: FaultKind,
) {
    let world = World::new(engine).await;
    let kari = kari_at_home(&world).await;
    let fault = Fault { operation: Some(operation.into()), times: 1, ..Fault::of(kind) };
    world.store.handle().set_faults(vec![fault], 1);
    for _ in 0..2 {
        world.while_time_passes(add(&world, kari.as_str()), None).await;
        world.advance(60);
        world.work().await;
    }
    let told = all_in_store(&world).await;
    assert_eq!(only(&told)["addressesV2"]["nodes"].as_array().unwrap().len(), 1);
    let row = &staged(&world).await[0];
    assert!(row.customer_number == kari && row.is_read());
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn who_was_made_gets_its_address_however_many_answers_are_lost(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let kari = kari_at_home(&world).await;
    let once = |operation: &str, kind| Fault { operation: Some(operation.into()), times: 1, ..Fault::of(kind) };
    let made = once("CustomersMake", FaultKind::LostResponse);
    let address = once("CustomerAddressesAdd", FaultKind::Timeout);
    world.store.handle().set_faults(vec![made, address], 1);
    for _ in 0..3 {
        world.while_time_passes(add(&world, kari.as_str()), None).await;
        world.advance(60);
        world.work().await;
    }
    let told = all_in_store(&world).await;
    assert_eq!(only(&told)["addressesV2"]["nodes"].as_array().unwrap().len(), 1);
    assert_eq!((staged(&world).await[0].customer_number.clone(), world.skipped().await), (kari, Vec::new()));
}

#[rstest]
#[tokio::test]
async fn who_has_no_email_address_is_told_and_not_made(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let nobody = world.add_customer("").await;
    world.forget_calls();
    let summary = added(&world, nobody.as_str()).await;
    assert_eq!((summary.created, summary.skipped, summary.calls), (0, 1, 0));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.shopify_id), (Kind::Customer, 0));
    assert_eq!(skipped.cause, format!("The customer {nobody} has no e-mail address."));

    let reachable = Change {
        email: Some("now@example.com; old@example.com".into()),
        country_region_code: Some("NO".parse().unwrap()),
        ..Change::default()
    };
    change(&world, &nobody, reachable).await;
    assert_eq!(added(&world, nobody.as_str()).await.created, 1);
    assert_eq!(world.skipped().await, []);
    assert_eq!(only(&all_in_store(&world).await)["defaultEmailAddress"]["emailAddress"], "now@example.com");
}

#[rstest]
#[tokio::test]
async fn who_is_in_the_store_is_linked_and_nobody_else_takes_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let kari = kari_at_home(&world).await;
    in_store(&world, json!({ "email": "KARI@example.com", "firstName": "K." })).await;
    world.forget_calls();
    let summary = added(&world, kari.as_str()).await;
    assert_eq!((summary.updated, summary.created), (1, 0));
    assert_eq!((staged(&world).await[0].customer_number.clone(), world.calls_of("CustomersMake")), (kari.clone(), 0));
    assert_eq!(only(&all_in_store(&world).await)["firstName"], "K.", "to link changes nothing there");

    let twin = world.add_customer("kari@example.com").await;
    let summary = added(&world, twin.as_str()).await;
    assert_eq!((summary.created, summary.skipped), (0, 1));
    let told =
        format!("A customer with the same e-mail address as {twin} is in Shopify already, and it is {kari} here.");
    assert_eq!(world.skipped().await[0].cause, told);
    assert_eq!(staged(&world).await[0].customer_number, kari);
}

#[rstest]
#[case::by_code("Code", "GR", "EL", "ATT", Some("ATT"))]
#[case::by_the_beginning_of_a_name("Name", "US", "US", "Calif", Some("CA"))]
#[case::of_a_country_without_provinces("Code", "DE", "DE", "BY", None)]
#[tokio::test]
async fn a_county_is_a_province_where_the_country_has_some(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] source: &str,
    #[case] iso: &str,
    #[case] code: &str,
    #[case] county: &str,
    #[case] province: Option<&str>,
) {
    let world = World::new(engine).await;
    world.set(&[("countySource", source)]).await;
    if iso == "GR" {
        let area = [("countryRegionCode", "GR"), ("county", "Attica"), ("countyCode", "ATT")];
        world.keep::<tax_area::Entity>(&area).await.unwrap();
        let greece = [("code", "EL"), ("displayName", "Greece"), ("isoCode", "GR")];
        world.keep::<countries::Entity>(&greece).await.unwrap();
    }
    let kari = kari_at_home(&world).await;
    let abroad =
        Change { country_region_code: Some(code.parse().unwrap()), county: Some(county.into()), ..Change::default() };
    change(&world, &kari, abroad).await;
    assert_eq!(added(&world, kari.as_str()).await.created, 1);
    let told = all_in_store(&world).await;
    let place = &only(&told)["addressesV2"]["nodes"][0];
    assert_eq!((place["countryCodeV2"].as_str(), place["provinceCode"].as_str()), (Some(iso), province));
}
