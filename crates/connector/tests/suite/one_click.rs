//! What a person starts with one click on the shop card: a sync by its name, all of them, and reading again.

use access::{Permission, Principal};
use connector::customers::SYNC_CUSTOMERS;
use connector::disputes::SYNC_DISPUTES;
use connector::payouts::SYNC_PAYOUTS;
use connector::shipments::SYNC_SHIPMENTS;
use connector::stock::SYNC_STOCK;
use connector::sync::{ACTIONS, RESETTABLE, SYNC_ALL, last_syncs, offered, reset, sync_action, sync_all};
use connector::watermark::{self, Kind};
use connector::{Error, Started, shops};
use database::Engine;
use devstore::DEFAULT_DOMAIN;
use job_queue::{Filters, Worker, WorkerOptions, entry, log};
use rstest::rstest;
use sea_orm::{EntityTrait, QueryOrder};

use crate::store::{self, line, order};
use crate::world::{SHOP, World, kari};

const OSLO: chrono_tz::Tz = chrono_tz::Europe::Oslo;

async fn entries(world: &World) -> Vec<entry::Model> {
    let query = entry::Entity::find().order_by_asc(entry::Column::EntryNumber);
    world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
}

async fn start(world: &World, name: &str) -> Result<Started, Error> {
    sync_action(&world.connector, &world.queue, &kari(), (SHOP, name), OSLO).await
}

#[rstest]
#[tokio::test]
async fn every_action_is_an_object_that_takes_its_options(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let from_shopify = [("syncItem", "From Shopify"), ("syncItemImages", "From Shopify")];
    world.set(&from_shopify).await;
    world.set(&[("customerImportFromShopify", "All Customers"), ("companyImportFromShopify", "All Companies")]).await;
    world.set(&[("paymentsClearingAccount", "1580")]).await;
    let names: Vec<&str> = offered(world.queue.registry()).map(|action| action.name).collect();
    assert_eq!(names, ACTIONS.iter().map(|action| action.name).collect::<Vec<_>>(), "this program can run all of them");
    for name in &names {
        start(&world, name).await.unwrap();
    }
    let made = entries(&world).await;
    assert_eq!(made.len(), names.len());
    let category = |object| match object {
        SYNC_DISPUTES | SYNC_PAYOUTS => "SHPFYPAY",
        SYNC_SHIPMENTS | SYNC_STOCK => "SHPFYSTOCK",
        _ => "SHPFY",
    };
    assert!(made.iter().all(|entry| {
        entry.scope == SHOP && entry.job_queue_category_code.as_str() == category(entry.object_id_to_run)
    }));
    let prices = made.iter().find(|entry| entry.description == "Shopify Sync of Prices for shop(s) DEMO").unwrap();
    assert_eq!((prices.object_id_to_run, prices.user_id.as_str()), (30108, "KARI"));
    assert!(prices.parameters.contains("onlySyncPrices"));
}

#[rstest]
#[tokio::test]
async fn what_the_card_wants_nothing_of_is_refused_with_what_to_change(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let refused = async |name| start(&world, name).await.unwrap_err().to_string();
    assert!(refused("products").await.contains("choose From Shopify or To Shopify as Sync Item"));
    assert!(refused("images").await.contains("Sync Item Images"));
    assert!(refused("payouts").await.contains("choose a Payments Clearing Account"));
    assert!(refused("everything").await.contains("there is no sync 'everything'; there are: orders"));
    world.set(&[("syncItem", "To Shopify")]).await;
    assert!(refused("products").await.contains("turn on Can Update Shopify Products"));
    world.set(&[("allowOutgoingRequests", "false")]).await;
    assert!(refused("prices").await.contains("turn on Allow Data Sync to Shopify"));
    world.store.handle().grant_scopes(None, &["read_orders", "read_customers", "read_products"]).unwrap();
    shops::test(&world.connector, SHOP).await.unwrap();
    assert!(refused("disputes").await.contains("read_shopify_payments_accounts"));
    let all = sync_all(&world.connector, &world.queue, &kari(), SHOP, OSLO).await.unwrap_err().to_string();
    assert!(all.contains("choose on the shop card what is synced"), "{all}");
    assert_eq!(entries(&world).await.len(), 0);
}

#[rstest]
#[tokio::test]
async fn whoever_may_not_run_syncs_is_told_so_and_nothing_runs_instead(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let viewer = Principal { permission: Permission::Viewer, ..kari() };
    for toggle in ["true", "false"] {
        world.set(&[("allowBackgroundSyncs", toggle)]).await;
        let one = sync_action(&world.connector, &world.queue, &viewer, (SHOP, "orders"), OSLO).await.unwrap_err();
        let all = sync_all(&world.connector, &world.queue, &viewer, SHOP, OSLO).await.unwrap_err();
        assert!(matches!((&one, &all), (Error::Access(_), Error::Access(_))), "{one} {all}");
    }
    assert!(entries(&world).await.is_empty() && world.runs().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn sync_all_is_an_entry_for_each_sync_of_this_shop_in_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_shop("POS").await;
    let card = [("syncItem", "From Shopify"), ("syncItemImages", "From Shopify"), ("paymentsClearingAccount", "1580")];
    world.set(&card).await;
    let started = sync_all(&world.connector, &world.queue, &kari(), SHOP, OSLO).await.unwrap();
    let made = entries(&world).await;
    assert_eq!(
        made.iter().map(|entry| entry.id).collect::<Vec<_>>(),
        started.iter().map(|one| one.id()).collect::<Vec<_>>()
    );
    let objects = made.iter().map(|entry| entry.object_id_to_run).collect::<Vec<_>>();
    assert_eq!(objects, [30108, 30102, 30107, 30108, 30116, 30105, 30120]);
    assert!(made.iter().all(|entry| entry.scope == SHOP && entry.parameters.contains("'DEMO'")));
    world.work().await;
    let query = log::Entity::find().order_by_asc(log::Column::EntryNumber);
    let runs = world.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap();
    // Stock and payments have categories of their own and wait for none of the others.
    let of = |objects: &[i32]| {
        runs.iter().map(|run| run.object_id_to_run).filter(|object| objects.contains(object)).collect::<Vec<_>>()
    };
    assert_eq!(of(&[30107, 30108, 30116]), [30108, 30107, 30108, 30116]);
    assert_eq!(of(&[30105, 30120]), [30105, 30120]);
}

#[rstest]
#[tokio::test]
async fn in_the_foreground_sync_all_is_one_run(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.set(&[("allowBackgroundSyncs", "false"), ("syncItem", "From Shopify")]).await;
    let mut worker = Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..Default::default() });
    let started = sync_all(&world.connector, &world.queue, &kari(), SHOP, OSLO).await.unwrap();
    let busy = start(&world, "orders").await.unwrap_err().to_string();
    assert!(busy.contains("Shopify Sync of All for shop(s) DEMO"), "{busy}");
    worker.work_until_idle().await.unwrap();
    let runs = world.all::<log::Entity>().await;
    assert!(matches!(started[..], [Started::Foreground(id)] if runs[0].job_queue_entry_id == id));
    assert_eq!((runs.len(), runs[0].object_id_to_run, runs[0].error_message.as_str()), (1, SYNC_ALL, ""));
    assert!(runs[0].summary().unwrap().calls > 0, "the products were read");
}

#[rstest]
#[tokio::test]
async fn a_sync_that_fails_does_not_keep_sync_all_from_the_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("allowBackgroundSyncs", "false"), ("syncItem", "From Shopify")]).await;
    let refusal = serde_json::json!({ "kind": "status", "status": 403, "times": 1 });
    world.store.handle().set_faults(vec![serde_json::from_value(refusal).unwrap()], 1);
    let mut worker = Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..Default::default() });
    sync_all(&world.connector, &world.queue, &kari(), SHOP, OSLO).await.unwrap();
    worker.work_until_idle().await.unwrap();
    let run = world.all::<log::Entity>().await.remove(0);
    assert_eq!(run.error_message, "1 of 5 syncs failed: the lines below say why");
    assert!(run.error_call_stack.starts_with("DEMO: Products: "), "{}", run.error_call_stack);
    assert_eq!(run.summary().unwrap().failed, 1);
}

#[rstest]
#[tokio::test]
async fn each_kind_is_read_again_from_a_time_that_was_reached(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    let last = async || last_syncs(&world.connector, &kari(), SHOP).await.unwrap();
    let reached = last().await.into_iter().find(|(kind, _)| *kind == Kind::Orders).unwrap().1.unwrap();
    assert_eq!(last().await.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), RESETTABLE);
    let later = reached + chrono::Duration::seconds(1);
    for kind in RESETTABLE {
        let refused = reset(&world.connector, &kari(), (SHOP, kind), Some(later)).await.unwrap_err().to_string();
        assert!(refused.contains("give an earlier time, or none"), "{refused}");
        reset(&world.connector, &kari(), (SHOP, kind), None).await.unwrap();
    }
    assert!(last().await.iter().all(|(_, last)| last.is_none()));
    let refused = reset(&world.connector, &kari(), (SHOP, Kind::GiftCards), None).await.unwrap_err().to_string();
    assert!(refused.contains("what is: Products, Customers, Orders, Companies"), "{refused}");
    assert_eq!(world.run_with(30104, Filters::new()).await.unchanged, 1, "nothing is made twice");
}

#[rstest]
#[tokio::test]
async fn a_run_of_known_customers_that_goes_on_does_not_undo_that_they_are_read_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("customerImportFromShopify", "All Customers")]).await;
    let made = "mutation { customerCreate(input: { email: \"ola@example.com\" }) { userErrors { message } } }";
    store::graphql(&world.store, made, serde_json::json!({})).await;
    world.run_with(SYNC_CUSTOMERS, Filters::new()).await;
    world.set(&[("customerImportFromShopify", "With Order Import"), ("shopifyCanUpdateCustomers", "true")]).await;
    // From here on the first run of known customers has begun.
    let of = async |kind: Kind| {
        let read = |r| async move { watermark::of(&r, DEFAULT_DOMAIN, kind).await };
        world.test.db.read(read).await.unwrap()
    };
    let (all, known) = (of(Kind::Customers).await, of(Kind::KnownCustomers).await);
    assert!(all.last_updated_at.is_some() && known.last_updated_at.is_none());
    let began = &watermark::Model { last_updated_at: all.last_updated_at, ..known };
    let from = all.last_updated_at.unwrap() - chrono::Duration::hours(1);
    reset(&world.connector, &kari(), (SHOP, Kind::Customers), Some(from)).await.unwrap();
    let now = world.now();
    let write = |tx| async move { watermark::advance(&tx, began, now).await };
    world.test.db.write(write).await.unwrap();
    assert!(of(Kind::KnownCustomers).await.last_updated_at <= Some(from));
    assert_eq!(of(Kind::Customers).await.last_updated_at, Some(from));
}

#[test]
fn sync_all_goes_in_the_order_of_business_central_and_ends_with_payouts_and_disputes() {
    let all: Vec<&str> = ACTIONS.iter().filter(|action| action.is_in_sync_all).map(|action| action.name).collect();
    assert_eq!(
        all,
        ["customers", "products", "stock", "images", "prices", "companies", "catalogPrices", "payouts", "disputes"]
    );
}

#[rstest]
#[tokio::test]
async fn two_fields_that_exclude_each_other_are_never_both_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.set(&[("canUpdateShopifyCustomers", "true")]).await;
    world.set(&[("shopifyCanUpdateCustomers", "true")]).await;
    let shop = world.shop().await;
    assert!(shop.shopify_can_update_customers && !shop.can_update_shopify_customers);
    let refused = async |field: &str, value: &str| {
        let changes = [(field.to_owned(), value.to_owned())];
        shops::set(&world.connector, &kari(), SHOP, &changes).await.unwrap_err().to_string()
    };
    assert!(refused("contactSource", "Company Name").await.contains("a contact is a person"));
    assert!(refused("currencyCode", "XAF").await.contains("it has no exchange rate"));
}

#[rstest]
#[tokio::test]
async fn a_shop_is_deleted_when_it_is_disabled_and_what_it_brought_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    world.set(&[("syncItem", "From Shopify")]).await;
    world.run_with(30108, Filters::new()).await;
    let read = async || world.all::<watermark::Entity>().await.into_iter().map(|one| one.store).collect::<Vec<_>>();
    assert!(read().await.iter().any(|store| store == SHOP));
    start(&world, "orders").await.unwrap();
    let delete = async || {
        let (connector, queue) = (&world.connector, &world.queue);
        let delete = |tx| async move {
            let shop = shops::find(&tx, SHOP).await?;
            shops::delete(connector, queue, &tx, &kari(), shop).await
        };
        world.test.db.write(delete).await
    };
    assert!(delete().await.unwrap_err().to_string().contains("disable it first"));
    shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
    delete().await.unwrap();
    assert!(world.test.db.read(|r| async move { shops::list(&r).await }).await.unwrap().is_empty());
    assert_eq!(world.staged().await.len(), 1);
    let waiting = entries(&world).await;
    assert!(waiting.iter().all(|entry| entry.status == entry::Status::OnHold), "nothing runs for it");
    assert!(world.all::<shops::credential::Entity>().await.is_empty());
    let read = read().await;
    assert!(!read.is_empty() && read.iter().all(|store| store != SHOP), "a shop of that code begins anew");
}
