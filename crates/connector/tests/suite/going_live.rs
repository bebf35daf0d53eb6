//! The way from a store that answers to a shop that goes live: what is counted before, what recurs, and what must be in
//! order.

use access::Via;
use connector::checklist::{self, State};
use connector::companies::SYNC_COMPANIES;
use connector::mappings::payment_method;
use connector::setup_guide::counts::Customers;
use connector::setup_guide::recurring::{self, Stands};
use connector::setup_guide::{self, Step, counts, propose};
use connector::shops::options::{SkuMapping, SyncItem};
use connector::{Error, shops};
use database::Engine;
use devstore::{DEFAULT_DOMAIN, DEFAULT_TOKEN, Fault, FaultKind};
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{Filters, NewEntry, entry};
use rstest::rstest;
use serde_json::json;

use crate::companies::firm::{firm, sync};
use crate::store::{self, kroner, line, order, with};
use crate::world::{SHOP, World, kari};

/// An order of one item at 25 %.
async fn place(world: &World) {
    let tax = json!([{ "title": "MVA", "rate": "0.25", "priceSet": kroner("20.00") }]);
    let goods = with(line("1000", 1, "100.00"), json!({ "taxLines": tax }));
    let address = json!({ "firstName": "Kari", "lastName": "Nordmann", "address1": "Strandgaten 7", "city": "Bergen",
        "countryCode": "NO" });
    store::place(&world.store, with(order(vec![goods]), json!({ "shippingAddress": address }))).await;
}

/// How each thing on the checklist stands.
async fn stands(world: &World) -> Vec<(&'static str, State)> {
    let checks = checklist::run(&world.connector, &world.queue, SHOP).await.unwrap();
    checks.into_iter().map(|check| (check.name, check.state)).collect()
}

async fn open(world: &World) -> Vec<&'static str> {
    let open = stands(world).await.into_iter().filter(|(_, state)| *state == State::Open);
    open.map(|(name, _)| name).collect()
}

#[rstest]
#[tokio::test]
async fn a_shop_that_begins_with_the_guide_changes_nothing_in_its_store_before_it_is_live(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let new = shops::NewShop {
        code: "NEW".into(),
        domain: DEFAULT_DOMAIN.into(),
        admin_url: None,
        credentials: DEFAULT_TOKEN.into(),
    };
    shops::add(&world.connector, &kari(), new).await.unwrap();
    assert_eq!(setup_guide::state(&world.connector, "NEW").await.unwrap(), None);
    let not_begun = setup_guide::come_to(&world.connector, &kari(), "NEW", Step::Vat).await.unwrap_err();
    assert!(not_begun.to_string().contains("begin it first"), "{not_begun}");

    let begun = setup_guide::begin(&world.connector, &kari(), "NEW").await.unwrap();
    assert_eq!((begun.step, begun.live_at), (Step::Sync, None));
    let shop = world.test.db.read(|r| async move { shops::find(&r, "NEW").await }).await.unwrap();
    assert!(!shop.allow_outgoing_requests);
    assert_eq!((shop.sync_item, shop.sku_mapping), (SyncItem::FromShopify, SkuMapping::ItemNumber));
    assert!(!shop.auto_create_unknown_items, "products are mapped to the items that are there, and none is made");
    setup_guide::come_to(&world.connector, &kari(), "NEW", Step::Vat).await.unwrap();
    let again = setup_guide::begin(&world.connector, &kari(), "NEW").await.unwrap();
    assert_eq!(again.step, Step::Vat, "it goes on where it was left");

    let refused = setup_guide::go_live(&world.connector, &world.queue, &kari(), "NEW").await.unwrap_err();
    let Error::NotReady { open, .. } = refused else { panic!("{refused}") };
    assert_eq!(open, "Connection, Access Scopes, Accounts, Products, Test Order, Schedules");
}

#[rstest]
#[tokio::test]
async fn what_was_chosen_on_a_card_that_is_disabled_for_a_while_stays_when_its_guide_is_begun(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("syncItem", "To Shopify"), ("skuMapping", "Bar Code")]).await;
    shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
    setup_guide::begin(&world.connector, &kari(), SHOP).await.unwrap();
    let shop = world.shop().await;
    assert_eq!((shop.sync_item, shop.sku_mapping), (SyncItem::ToShopify, SkuMapping::BarCode));
    assert!(!shop.allow_outgoing_requests);
}

#[rstest]
#[tokio::test]
async fn a_shop_goes_live_once_nothing_on_its_checklist_is_open(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("allowOutgoingRequests", "false"), ("shippingChargesAccount", "")]).await;
    setup_guide::begin(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!(open(&world).await, ["accounts", "testOrder", "schedules"]);

    world.set(&[("shippingChargesAccount", "3060")]).await;
    place(&world).await;
    world.sync_orders().await;
    assert_eq!(open(&world).await, ["testOrder", "schedules"]);
    world.create_sales_orders().await;
    assert_eq!(open(&world).await, ["schedules"]);
    recurring::create(&world.connector, &world.queue, &kari(), SHOP, chrono_tz::Europe::Oslo).await.unwrap();
    assert_eq!(open(&world).await, Vec::<&str>::new());

    let live = setup_guide::go_live(&world.connector, &world.queue, &kari(), SHOP).await.unwrap();
    assert_eq!((live.live_at, live.live_by.as_str()), (Some(world.connector.clock().now()), "KARI"));
    assert!(world.shop().await.allow_outgoing_requests);
    world.advance(1);
    let again = setup_guide::go_live(&world.connector, &world.queue, &kari(), SHOP).await.unwrap();
    assert_eq!(again, live, "it is live already");
}

#[rstest]
#[tokio::test]
async fn what_should_recur_is_made_once_and_left_alone_after_that(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("autoCreateOrders", "true"), ("syncItem", "From Shopify"), ("syncItemImages", "From Shopify")]).await;
    let zone = chrono_tz::Europe::Oslo;
    let jobs = recurring::preview(&world.connector, &world.queue, SHOP).await.unwrap();
    let seen = |jobs: &[recurring::Recurring]| jobs.iter().map(|job| (job.object, job.stands)).collect::<Vec<_>>();
    let all = |stands: Stands| [30104, 30103, 30109, 30108, 30107].map(|object| (object, stands)).to_vec();
    assert_eq!(seen(&jobs), all(Stands::Missing));
    assert!(world.all::<entry::Entity>().await.is_empty(), "it is only shown");

    let made = recurring::create(&world.connector, &world.queue, &kari(), SHOP, zone).await.unwrap();
    assert_eq!(seen(&made), all(Stands::Ready));
    let entries = world.all::<entry::Entity>().await;
    let (images, orders) = (&entries[4], &entries[0]);
    assert!(entries.len() == 5 && entries.iter().all(|entry| entry.recurring_job && entry.max_attempts == 3));
    assert_eq!((orders.minutes_between_runs, orders.scope.as_str()), (10, SHOP));
    assert_eq!(images.starting_time.map(|time| time.to_string()).as_deref(), Some("02:00:00"));

    let again = recurring::create(&world.connector, &world.queue, &kari(), SHOP, zone).await.unwrap();
    assert_eq!((again, world.all::<entry::Entity>().await.len()), (made, 5));
}

/// An entry that runs every hour for the shops that a filter lets through.
async fn every_hour(world: &World, object: i32, options: serde_json::Value, shops: &str) {
    let recurs = &NewEntry {
        options,
        filters: Filters::new().with("Shop.code", shops),
        schedule: Schedule::every(60, Weekdays::ALL, chrono_tz::UTC),
        ..NewEntry::now(object)
    };
    let enqueue = |tx| async move { world.queue.enqueue(&tx, recurs).await };
    world.test.db.write(enqueue).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_recurs_for_several_shops_counts_for_each_and_prices_alone_are_no_products(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("syncItem", "From Shopify")]).await;
    every_hour(&world, 30108, json!({ "onlySyncPrices": true }), SHOP).await;
    every_hour(&world, 30104, json!({}), "DEMO|POS").await;
    let stands = async || {
        let jobs = recurring::preview(&world.connector, &world.queue, SHOP).await.unwrap();
        jobs.iter().map(|job| (job.object, job.stands)).collect::<Vec<_>>()
    };
    assert_eq!(stands().await, [(30104, Stands::Ready), (30109, Stands::Missing), (30108, Stands::Missing)]);
    every_hour(&world, 30108, json!({}), "<>DEMO").await;
    assert_eq!(stands().await, [(30104, Stands::Ready), (30109, Stands::Missing), (30108, Stands::Missing)]);
    every_hour(&world, 30108, json!({}), "D*").await;
    assert_eq!(stands().await, [(30104, Stands::Ready), (30109, Stands::Missing), (30108, Stands::Ready)]);
}

#[rstest]
#[tokio::test]
async fn the_store_is_counted_in_one_call_more_and_nothing_is_written(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    place(&world).await;
    place(&world).await;
    world.forget_calls();
    let counted = counts::counts(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!((counted.orders.enter.orders, counted.customers.in_store.orders), (2, 1));
    assert_eq!((counted.products.in_store.orders, counted.products.items, counted.customers.here), (0, 3, 1));
    assert!(!counted.products.become_items && !counted.documents);
    assert_eq!(counted.companies.map(|companies| companies.in_store.orders), Some(0));
    assert_eq!(world.calls(), (4, 60));
    assert!(world.staged().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn companies_are_counted_where_the_store_lets_them_be(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    firm(&world, "Nord AS", "ola@nord.no").await;
    firm(&world, "Vest AS", "kari@vest.no").await;
    let companies = async || {
        let counted = counts::counts(&world.connector, &kari(), SHOP).await.unwrap();
        counted.companies.map(|Customers { in_store, here, are_read, .. }| (in_store.orders, here, are_read))
    };
    assert_eq!(companies().await, Some((2, 0, false)));
    world.set(&[("companyImportFromShopify", "All Companies")]).await;
    assert_eq!(companies().await, Some((2, 0, true)));
    let recommended = recurring::preview(&world.connector, &world.queue, SHOP).await.unwrap();
    assert!(recommended.iter().any(|job| job.object == SYNC_COMPANIES), "all of them are read again");
    sync(&world).await;
    assert_eq!(companies().await, Some((2, 2, true)));

    let (operation, path) = (Some("StoreCounts".to_owned()), vec!["companiesCount".into()]);
    world.store.handle().set_faults(vec![Fault { operation, path, ..Fault::of(FaultKind::Denied) }], 1);
    assert_eq!(companies().await, None, "the rest is counted all the same");
}

#[rstest]
#[tokio::test]
async fn accounts_and_templates_are_proposed_for_what_is_blank(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("customerTemplateCode", "EXPORT")]).await;
    let proposals = propose::propose(&world.connector, SHOP).await.unwrap();
    let proposed: Vec<_> = proposals.iter().map(|proposal| (proposal.field, proposal.value.as_str())).collect();
    assert_eq!(
        proposed,
        [
            ("tipAccount", "3070"),
            ("soldGiftCardAccount", "2950"),
            ("cashRoundingsAccount", "7770"),
            ("additionalFeesAccount", "3080"),
            ("paymentsClearingAccount", "1580"),
            ("paymentFeesAccount", "7780"),
            ("payoutAdjustmentsAccount", "7790"),
            ("payoutBankAccount", "MAIN"),
            ("itemTemplateCode", "ITEM"),
        ],
        "the shipping account and the customer template are chosen already"
    );
}

#[rstest]
#[tokio::test]
async fn a_shop_that_is_paid_by_shopify_needs_the_accounts_of_its_payouts(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let missing = async || {
        let checks = checklist::run(&world.connector, &world.queue, SHOP).await.unwrap();
        checks.into_iter().find(|check| check.name == "accounts").map(|check| (check.code, check.parameters)).unwrap()
    };
    let accounts = [
        ("payoutBankAccount", "MAIN"),
        ("paymentsClearingAccount", "1580"),
        ("paymentFeesAccount", "7780"),
        ("payoutAdjustmentsAccount", "7790"),
    ];
    assert_eq!(missing().await.0, "accountsNamed", "no order was paid by Shopify Payments");
    world.keep::<payment_method::Entity>(&[("shopCode", SHOP), ("gateway", "shopify_payments")]).await.unwrap();
    let (code, parameters) = missing().await;
    assert_eq!(code, "accountsMissing");
    assert_eq!(parameters["fields"], json!(accounts.map(|(field, _)| field)));
    world.set(&accounts).await;
    assert_eq!(missing().await.0, "accountsNamed");
}

#[rstest]
#[tokio::test]
async fn stock_and_payouts_recur_for_a_shop_that_wants_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.calculate("Free Inventory (not reserved)").await;
    world.set(&[("paymentsClearingAccount", "1580")]).await;
    recurring::create(&world.connector, &world.queue, &kari(), SHOP, chrono_tz::Europe::Oslo).await.unwrap();
    let entries = world.all::<entry::Entity>().await;
    let every = |object: i32| {
        let entry = entries.iter().find(|entry| entry.object_id_to_run == object).unwrap();
        (entry.minutes_between_runs, entry.starting_time.map(|time| time.to_string()))
    };
    assert_eq!(every(30102), (10, None));
    assert_eq!(every(30105), (0, Some("04:00:00".to_owned())));
}

#[rstest]
#[tokio::test]
async fn whoever_may_only_look_does_not_take_a_shop_live(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let viewer = access::Principal { permission: access::Permission::Viewer, via: Via::Session, ..kari() };
    assert!(setup_guide::begin(&world.connector, &viewer, SHOP).await.is_err());
    assert!(setup_guide::go_live(&world.connector, &world.queue, &viewer, SHOP).await.is_err());
    let zone = chrono_tz::UTC;
    assert!(recurring::create(&world.connector, &world.queue, &viewer, SHOP, zone).await.is_err());
    assert_eq!(world.log_of(30104, Filters::new()).await.error_message, "");
}

#[rstest]
#[tokio::test]
async fn what_only_changes_the_store_recurs_from_the_moment_from_which_that_may_be(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let card = [("allowOutgoingRequests", "false"), ("syncItem", "To Shopify"), ("canUpdateShopifyProducts", "true")];
    world.set(&card).await;
    setup_guide::begin(&world.connector, &kari(), SHOP).await.unwrap();
    place(&world).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    let made = recurring::create(&world.connector, &world.queue, &kari(), SHOP, chrono_tz::UTC).await.unwrap();
    assert_eq!(made.iter().map(|job| job.object).collect::<Vec<_>>(), [30104]);
    setup_guide::go_live(&world.connector, &world.queue, &kari(), SHOP).await.unwrap();
    let recur = world.all::<entry::Entity>().await.into_iter().filter(|entry| entry.recurring_job);
    assert_eq!(recur.map(|entry| entry.object_id_to_run).collect::<Vec<_>>(), [30104, 30109, 30108]);
}
