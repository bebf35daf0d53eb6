//! From Shopify: who is read, whose customers are found, made and changed, and what it costs.

use connector::customers::SYNC_CUSTOMERS;
use connector::customers::countries;
use connector::customers::staged::{CustomerState, address};
use connector::mappings::tax_area;
use connector::skipped::Kind;
use connector::{Error, shops};
use database::Engine;
use devstore::{CustomerWish, MarketingState};
use job_queue::Filters;
use rstest::rstest;
use serde_json::{Value, json};
use values::Code;

use super::{change_in_store, claudia, gone_area, in_store, reading_everyone, staged, sven, sync};
use crate::store::graphql;
use crate::world::{SHOP, World, kari};

/// What a thousand customers take: as many pages, and as many points.
const THOUSAND: (u64, u64) = (4, 536);

#[rstest]
#[tokio::test]
async fn a_customer_is_staged_whole_and_becomes_one_here(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = reading_everyone(engine).await;
    in_store(&world, claudia()).await;
    world.forget_calls();
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.skipped, summary.failed), (1, 1, 0, 0));
    assert_eq!((summary.calls, summary.points), world.calls());
    assert_eq!(summary.calls, 1);

    let [row] = &staged(&world).await[..] else { panic!("one is staged") };
    assert_eq!((row.email.as_str(), row.phone_number.as_str()), ("claudia@example.com", "+4799887766"));
    assert_eq!((row.note.as_str(), row.tags.as_str()), ("Rings twice", "b2c,vip"));
    assert!(row.verified_email && row.created_at.is_some() && !row.has_error);
    let [place] = &world.all::<address::Entity>().await[..] else { panic!("one address") };
    assert_eq!(
        (place.address1.as_str(), place.country_region_code.as_str(), place.is_default),
        ("Bryggen 7", "NO", true)
    );

    let made = super::customer(&world, &row.customer_number).await;
    assert_eq!(
        (made.name.as_str(), made.name2.as_str(), made.contact.as_str()),
        ("Claudia Lawson", "", "Claudia Lawson")
    );
    assert_eq!((made.address.as_str(), made.post_code.as_str(), made.city.as_str()), ("Bryggen 7", "5003", "Bergen"));
    assert_eq!((made.phone_number.as_str(), made.email.as_str()), ("+4799887766", "claudia@example.com"));
    assert_eq!((made.country_region_code.as_str(), made.vat_business_posting_group.as_str()), ("NO", "DOMESTIC"));
    assert_eq!(place.customer_number, made.number, "and so is the address of which it was made");

    let again = sync(&world).await;
    assert_eq!((again.fetched, again.unchanged, again.calls), (1, 1, 1));
    assert_eq!(world.customers().await.len(), 2, "nobody is made twice");
}

#[rstest]
#[case::by_email(json!({ "email": "KARI@Example.com" }), true)]
#[case::by_phone(json!({ "phone": "+4722334455" }), true)]
#[case::by_neither(json!({ "email": "ola@example.com", "phone": "+4722334456" }), false)]
#[tokio::test]
async fn a_customer_is_found_by_email_and_then_by_phone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] input: Value,
    #[case] is_found: bool,
) {
    let world = World::new(engine).await;
    let kari = &world.customers().await[0].number;
    let phone = back_office::customers::Change { phone_number: Some("22 33 44 55".into()), ..Default::default() };
    super::change(&world, kari, phone).await;
    world.set(&[("customerImportFromShopify", "All Customers")]).await;
    in_store(&world, input).await;
    sync(&world).await;
    let [row] = &staged(&world).await[..] else { panic!("one is staged") };
    assert_eq!(row.customer_number == *kari, is_found);
    assert_eq!(world.customers().await.len(), 1, "unknown ones are made where the shop card says so");
}

#[rstest]
#[tokio::test]
async fn who_has_no_address_stays_unmapped_until_it_has_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    let id = in_store(&world, json!({ "email": "nowhere@example.com" })).await;
    let summary = sync(&world).await;
    assert_eq!((summary.created, summary.skipped), (1, 0));
    assert!(staged(&world).await[0].customer_number.is_blank() && world.customers().await.len() == 1);

    let document = "mutation($id: ID!) { customerAddressCreate(customerId: $id, setAsDefault: true,
        address: { address1: \"Storgata 1\", city: \"Oslo\", zip: \"0155\", countryCode: NO }) { userErrors { message } } }";
    world.advance(5);
    graphql(&world.store, document, json!({ "id": id })).await;
    assert_eq!(sync(&world).await.updated, 1);
    assert!(!staged(&world).await[0].customer_number.is_blank());
}

#[rstest]
#[tokio::test]
async fn one_that_can_not_be_made_keeps_nothing_from_the_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    world.set(&[("customerTemplateCode", "")]).await;
    let norway = |row: &countries::Model| row.country_region_code.as_str() == "NO";
    world.mend::<countries::Entity>(norway, &[("customerTemplateCode", "DOMESTIC")]).await.unwrap();
    in_store(&world, claudia()).await;
    in_store(&world, sven()).await;
    let summary = sync(&world).await;
    assert_eq!((summary.created, summary.skipped), (2, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.document_name.as_str()), (Kind::Customer, "Sven"));
    assert_eq!(skipped.cause, "The customer can't be created: the shop card has no customer template.");
    assert_eq!(world.customers().await.len(), 2);

    world.set(&[("customerTemplateCode", "DOMESTIC")]).await;
    sync(&world).await;
    assert_eq!((world.customers().await.len(), world.skipped().await), (3, Vec::new()), "it is taken up by itself");
}

#[rstest]
#[tokio::test]
async fn what_changes_in_shopify_changes_the_customer_where_the_shop_card_lets_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    let id = in_store(&world, claudia()).await;
    sync(&world).await;
    let number = &staged(&world).await[0].customer_number.clone();
    world.advance(5);
    change_in_store(&world, json!({ "id": id, "email": "lawson@example.com" })).await;
    assert_eq!(sync(&world).await.updated, 1);
    assert_eq!(super::customer(&world, number).await.email, "claudia@example.com", "it may not");

    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    world.advance(5);
    change_in_store(&world, json!({ "id": id, "email": "claudia.lawson@example.com" })).await;
    sync(&world).await;
    let changed = super::customer(&world, number).await;
    assert_eq!((changed.email.as_str(), changed.city.as_str()), ("claudia.lawson@example.com", "Bergen"));
    assert_eq!(world.customers().await.len(), 2);
}

#[rstest]
#[tokio::test]
async fn who_tells_no_name_and_no_address_takes_none_away(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = reading_everyone(engine).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    let kari = &world.customers().await[0].number;
    let at_home = back_office::customers::Change {
        contact: Some("Kari Nordmann".into()),
        city: Some("Bergen".into()),
        ..Default::default()
    };
    super::change(&world, kari, at_home).await;
    let nameless =
        json!({ "email": "kari@example.com", "phone": "+4722334455", "addresses": [{ "countryCode": "NO" }] });
    in_store(&world, nameless).await;
    sync(&world).await;
    let kari = super::customer(&world, kari).await;
    assert_eq!((kari.contact.as_str(), kari.city.as_str()), ("Kari Nordmann", "Bergen"));
    assert_eq!(kari.phone_number, "+4722334455");
}

#[rstest]
#[tokio::test]
async fn one_that_can_not_be_changed_keeps_nothing_from_the_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    let claudia = in_store(&world, claudia()).await;
    let sven = in_store(&world, sven()).await;
    sync(&world).await;
    let numbers: Vec<Code<20>> = staged(&world).await.into_iter().map(|row| row.customer_number).collect();

    world.insert::<tax_area::ActiveModel, _>(gone_area()).await;
    world.advance(5);
    change_in_store(&world, json!({ "id": claudia, "email": "lawson@example.com" })).await;
    change_in_store(&world, json!({ "id": sven, "email": "svensson@example.com" })).await;
    assert_eq!(sync(&world).await.skipped, 1);
    assert_eq!(super::customer(&world, &numbers[0]).await.email, "lawson@example.com");
    assert_eq!(super::customer(&world, &numbers[1]).await.email, "sven@example.com");
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert!(skipped.cause.starts_with("The customer can't be changed: "), "{}", skipped.cause);

    world.remove::<tax_area::Entity>(|area| area.tax_area_code.as_str() == "GONE").await.unwrap();
    sync(&world).await;
    assert_eq!(super::customer(&world, &numbers[1]).await.email, "svensson@example.com", "it is taken up by itself");
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn a_shop_that_is_disabled_is_not_asked(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = reading_everyone(engine).await;
    shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
    let refused = world.sync(SYNC_CUSTOMERS, Filters::new());
    let refused = connector::sync(&world.connector, &world.queue, &kari(), &refused).await.unwrap_err();
    assert!(matches!(refused, Error::NotEnabled(_)), "{refused}");
    assert_eq!(world.calls().0, 0);
}

#[rstest]
#[tokio::test]
async fn a_customer_accepts_marketing_from_the_day_on_which_it_has_said_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    let id = in_store(&world, claudia()).await;
    sync(&world).await;
    let wishes = async || {
        let [row] = &staged(&world).await[..] else { panic!("one is staged") };
        (row.state.clone(), row.accepts_marketing, row.accepts_marketing_updated_at)
    };
    assert_eq!(wishes().await, (CustomerState::Disabled, false, None));

    world.advance(5);
    let subscribes = CustomerWish {
        customer: id.clone(),
        state: Some(devstore::CustomerState::Enabled),
        marketing: Some(MarketingState::Subscribed),
        ..CustomerWish::default()
    };
    world.store.handle().change_customer(&subscribes).unwrap();
    let said = world.connector.clock().now();
    world.advance(5);
    sync(&world).await;
    assert_eq!(wishes().await, (CustomerState::Enabled, true, Some(said)));

    let no_more =
        CustomerWish { customer: id, marketing: Some(MarketingState::Unsubscribed), ..CustomerWish::default() };
    world.store.handle().change_customer(&no_more).unwrap();
    let said = world.connector.clock().now();
    world.advance(5);
    sync(&world).await;
    assert_eq!(wishes().await, (CustomerState::Enabled, false, Some(said)));
}

#[rstest]
#[tokio::test]
async fn a_thousand_customers_take_four_calls(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = reading_everyone(engine).await;
    for some in (0..1_000_u32).collect::<Vec<_>>().chunks(50) {
        let one = |at: &u32| {
            format!(
                "c{at}: customerCreate(input: {{ email: \"c{at}@example.com\", firstName: \"C{at}\", \
                 addresses: [{{ city: \"Oslo\", countryCode: NO }}] }}) {{ userErrors {{ message }} }}"
            )
        };
        let document = format!("mutation {{ {} }}", some.iter().map(one).collect::<Vec<_>>().join(" "));
        graphql(&world.store, &document, json!({})).await;
    }
    world.forget_calls();
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.skipped), (1_000, 1_000, 0));
    assert_eq!(world.calls(), THOUSAND);
    assert_eq!(world.customers().await.len(), 1_001);
    assert_eq!(world.calls_of("CustomersPage"), 4);
}

#[rstest]
#[tokio::test]
async fn a_customer_of_whom_no_name_is_told_is_called_by_its_address_for_mail(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    let place = json!([{ "address1": "Bryggen 7", "zip": "5003", "city": "Bergen", "countryCode": "NO" }]);
    in_store(&world, json!({ "email": "nobody@example.com", "addresses": place })).await;
    sync(&world).await;
    let made = super::customer(&world, &staged(&world).await[0].customer_number).await;
    assert_eq!((made.name.as_str(), made.email.as_str()), ("nobody@example.com", "nobody@example.com"));
    // That is no name which is told: another one that a person gives stays.
    let named = back_office::customers::Change { name: Some("Nils".into()), ..Default::default() };
    super::change(&world, &made.number, named).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    world.advance(5);
    let id = format!("gid://shopify/Customer/{}", staged(&world).await[0].shopify_customer_id);
    change_in_store(&world, json!({ "id": id, "note": "Quiet" })).await;
    sync(&world).await;
    assert_eq!(super::customer(&world, &made.number).await.name, "Nils");
}

#[rstest]
#[tokio::test]
async fn a_run_that_may_send_nothing_says_so_beside_what_it_has_read(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    world.set(&[("canUpdateShopifyCustomers", "true"), ("allowOutgoingRequests", "false")]).await;
    in_store(&world, claudia()).await;
    let log = world.log_of(SYNC_CUSTOMERS, Filters::new()).await;
    assert_eq!(log.summary().unwrap().created, 1);
    assert!(log.error_message.contains("Allow Data Sync to Shopify"), "{}", log.error_message);
}

#[rstest]
#[tokio::test]
async fn customers_whom_a_filter_lets_through_are_read_again_and_no_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    let ola = json!({ "email": "ola@example.com", "firstName": "Ola", "addresses": [{ "city": "Oslo", "countryCode": "NO" }] });
    let ids = [in_store(&world, claudia()).await, in_store(&world, ola).await];
    sync(&world).await;
    world.advance(5);
    for id in ids {
        change_in_store(&world, json!({ "id": id, "note": "Moves" })).await;
    }
    let tagged = || Filters::new().with("ShopifyCustomer.tags", "*vip*");
    let notes = async || staged(&world).await.into_iter().map(|row| row.note).collect::<Vec<_>>();
    // A filter chooses; whether customers are read at all is for the shop card to say.
    world.set(&[("customerImportFromShopify", "None")]).await;
    assert_eq!(world.run_with(SYNC_CUSTOMERS, tagged()).await.fetched, 0);
    assert_eq!(notes().await, ["Rings twice", ""]);
    world.set(&[("customerImportFromShopify", "All Customers")]).await;
    assert_eq!(world.run_with(SYNC_CUSTOMERS, tagged()).await.fetched, 1);
    assert_eq!(notes().await, ["Moves", ""]);
}

#[rstest]
#[tokio::test]
async fn customers_are_chosen_by_the_country_of_their_default_address(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = reading_everyone(engine).await;
    let ids = [in_store(&world, claudia()).await, in_store(&world, sven()).await];
    sync(&world).await;
    world.advance(5);
    for id in ids {
        change_in_store(&world, json!({ "id": id, "note": "Moves" })).await;
    }
    let in_country = |country: &str| Filters::new().with("ShopifyCustomer.countryRegionCode", country);
    assert_eq!(world.run_with(SYNC_CUSTOMERS, in_country("DK")).await.fetched, 0);
    let swede = in_country("SE|DK").with("ShopifyCustomer.email", "sven*");
    assert_eq!(world.run_with(SYNC_CUSTOMERS, swede).await.fetched, 1);
    let notes: Vec<_> = staged(&world).await.into_iter().map(|row| row.note).collect();
    assert_eq!(notes, ["Rings twice", "Moves"]);
}
