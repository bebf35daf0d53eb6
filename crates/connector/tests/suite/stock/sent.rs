//! What is sent, and what that costs.

use std::time::Duration;

use chrono::TimeDelta;
use connector::stock::Watch;
use connector::stock::staged::{batch, dirty, inventory};
use connector::{locations, products, stock};
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::{Summary, entry};
use rstest::rstest;
use runtime::Shutdown;
use sea_orm::IntoActiveModel;
use serde_json::{Value, json};
use values::Code;

use super::OSLO;
use crate::world::shelf::crossed;
use crate::world::{World, kari};

#[rstest]
#[tokio::test]
async fn one_change_among_ten_thousand_variants_at_five_locations_costs_one_call(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    many_others(&world, 10_000, 5).await;
    world.found_in_stock("1000", 7).await;
    world.forget_calls();
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.skipped, done.calls, done.points), (1, 0, 1, 10));
    assert_eq!(world.calls(), (1, 10), "as the store has counted it");
    assert_eq!(world.in_shopify("1000").await.0, 7);
    world.forget_calls();
    let nothing = world.sync_stock().await;
    assert_eq!((nothing.updated, world.calls()), (0, (0, 0)), "nothing has changed, and nothing is asked");
}

/// Fills the shop with variants of the item 2000 at locations, each of which stands for one here. All numbers are as they
/// should be.
async fn many_others(world: &World, variants: i64, locations: i64) {
    let (row, alone) = (world.stock_of("2000").await, world.stock_of("1000").await);
    let variant = world.product_variants().await.into_iter().find(|one| one.sku == "2000").unwrap();
    let first =
        world.all::<locations::Entity>().await.into_iter().find(|one| one.location_id == row.location_id).unwrap();
    let random = world.connector.random();
    let id = || random.id(world.connector.clock().now());
    let place = |at: i64| locations::Model {
        id: id(),
        location_id: at,
        name: format!("Place {at}"),
        location_filter: format!("P{at}"),
        default_location_code: Code::cut(&format!("P{at}")),
        ..first.clone()
    };
    let places: Vec<_> = (1..locations).map(place).collect();
    let others: Vec<_> = (1..=variants)
        .map(|at| products::staged::variant::Model {
            id: id(),
            shopify_variant_id: at,
            inventory_item_id: at,
            ..variant.clone()
        })
        .collect();
    let ids = others.iter().map(|one| one.shopify_variant_id).chain([row.shopify_variant_id]);
    let at = |variant: i64| {
        let places = places.iter().map(|place| place.location_id).chain([row.location_id]);
        places.map(move |location_id| (variant, location_id)).collect::<Vec<_>>()
    };
    let at_place = |at: i64| inventory::Model { id: id(), location_id: at, ..alone.clone() };
    let of_alone = places.iter().map(|place| at_place(place.location_id));
    let rows: Vec<_> = ids
        .flat_map(at)
        .filter(|(variant, location)| (*variant, *location) != (row.shopify_variant_id, row.location_id))
        .map(|(shopify_variant_id, location_id)| inventory::Model {
            id: id(),
            shopify_variant_id,
            location_id,
            ..row.clone()
        })
        .chain(of_alone)
        .collect();
    let (places, others, rows) = (&places, &others, &rows);
    let write = |tx| async move {
        database::insert_many(&tx, places.iter().cloned().map(IntoActiveModel::into_active_model).collect()).await?;
        database::insert_many(&tx, others.iter().cloned().map(IntoActiveModel::into_active_model).collect()).await?;
        database::insert_many(&tx, rows.iter().cloned().map(IntoActiveModel::into_active_model).collect()).await
    };
    world.test.db.write(write).await.unwrap();
}

/// A store in which the item 1000 is a thousand variants of a rug, of which none are there.
async fn rugs(engine: Engine) -> World {
    let (world, _) = World::stocked(engine).await;
    let mut product = crossed("Rug", "RUG", 40, 25);
    for variant in product["variants"].as_array_mut().unwrap() {
        variant["inventoryItem"]["tracked"] = true.into();
        variant["inventoryQuantities"] = json!([{ "locationId": OSLO, "name": "available", "quantity": 0 }]);
    }
    world.put_product(product).await;
    world.sync_products().await;
    let rugs = world.product_variants().await.into_iter().filter(|one| one.sku.starts_with("RUG"));
    for rug in rugs {
        let rug = products::staged::variant::Model { item_number: Code::cut("1000"), ..rug };
        world.rewrite::<products::staged::variant::ActiveModel, _>(rug).await;
    }
    // The variant that the item had so far is another's: a thousand are left.
    let alone = world.product_variants().await.into_iter().find(|one| one.sku == "1000").unwrap();
    let alone = products::staged::variant::Model { item_number: Code::cut("2000"), ..alone };
    world.rewrite::<products::staged::variant::ActiveModel, _>(alone).await;
    // Their numbers are read when they become variants of the item.
    world.sync_stock().await;
    world.forget_calls();
    world
}

#[rstest]
#[tokio::test]
async fn a_thousand_changes_cost_four_calls(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = rugs(engine).await;
    world.found_in_stock("1000", 6).await;
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.calls, done.points), (1_000, 4, 40));
    assert_eq!(world.calls(), (4, 40), "as the store has counted it");
    assert_eq!(world.in_shopify("RUG-7-7").await.0, 6);
}

/// Example E8, but for the key: it stays the same, so that the store sets nothing twice.
#[rstest]
#[tokio::test]
async fn a_call_to_which_the_store_never_comes_to_an_end_holds_no_other_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = rugs(engine).await;
    world.found_in_stock("1000", 6).await;
    let fault = Fault {
        operation: Some("InventorySetQuantities".into()),
        seconds: Some(3_600),
        after: 1,
        ..Fault::of(FaultKind::StillRunning)
    };
    world.store.handle().set_faults(vec![fault], 1);
    let done = in_time(&world, Value::Null).await;
    assert_eq!(
        (done.updated, done.skipped, world.stock_calls().0),
        (750, 250, 8),
        "the second one breaks off, and is told four times that it goes on"
    );
    let told = world.skipped().await;
    assert!(told.iter().all(|one| one.cause.contains("due to IDEMPOTENCY_CONCURRENT_REQUEST error")));
    world.advance(61);
    in_time(&world, Value::Null).await;
    assert!(world.skipped().await.is_empty() && world.dirty().await.is_empty());
    assert!(world.all::<inventory::Entity>().await.iter().all(|row| row.difference == 0));
}

#[rstest]
#[tokio::test]
async fn all_numbers_of_many_are_compared_by_one_bulk_operation(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = rugs(engine).await;
    world.found_in_stock("1000", 6).await;
    world.sync_stock().await;
    world.set_in_shopify("RUG-7-7", 40).await;
    world.advance(5);
    world.forget_calls();
    let done = in_time(&world, json!({ "compareWithShopify": true })).await;
    assert_eq!((done.updated, world.calls_of("InventoryOfItems"), world.stock_calls().0), (1, 0, 1));
    let drifts = world.drifts().await;
    assert_eq!(drifts.iter().map(|one| (one.expected_stock, one.shopify_stock)).collect::<Vec<_>>(), [(6, 40)]);
    assert_eq!(world.in_shopify("RUG-7-7").await.0, 6);
}

/// Runs the stock job while time passes: it waits for the store.
async fn in_time(world: &World, options: Value) -> Summary {
    let task = connector::Sync { options, ..world.sync(stock::SYNC_STOCK, job_queue::Filters::new()) };
    connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    world.while_time_passes(world.work(), None).await;
    world.ended_well().await.summary().unwrap()
}

#[rstest]
#[tokio::test]
async fn what_a_posted_document_changes_is_a_job_at_once_where_the_shop_wants_that(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    let watch = Watch::new(world.connector.clone(), world.queue.clone());
    let before = entries(&world).await;
    assert_eq!(watch.look().await.unwrap(), 0, "nothing has changed");
    let late = delay(&world, &watch, world.found_in_stock("1000", 7)).await;
    assert!(late <= TimeDelta::seconds(1), "{late}");
    assert_eq!(entries(&world).await, before + 1);
    assert_eq!(watch.look().await.unwrap(), 1, "the entry that waits is there already");
    assert_eq!(entries(&world).await, before + 1);
    world.work().await;
    assert_eq!(world.in_shopify("1000").await.0, 7);
    world.set(&[("syncStockWhenItChanges", "false")]).await;
    world.found_in_stock("1000", 1).await;
    assert_eq!(watch.look().await.unwrap(), 0, "the next scheduled run sends it");
}

#[rstest]
#[tokio::test]
async fn a_sales_order_that_is_entered_is_a_job_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 7).await;
    world.sync_stock().await;
    let watch = Watch::new(world.connector.clone(), world.queue.clone());
    let late = delay(&world, &watch, world.enter_order("1000", 2, None)).await;
    assert!(late <= TimeDelta::seconds(1), "{late}");
    world.work().await;
    assert_eq!(world.in_shopify("1000").await.0, 5);
}

/// How many entries of the stock job there are.
async fn entries(world: &World) -> usize {
    let entries = world.all::<entry::Entity>().await;
    entries.into_iter().filter(|entry| entry.object_id_to_run == stock::SYNC_STOCK).count()
}

/// How long it takes from a change until its entry is there.
async fn delay<T>(world: &World, watch: &Watch, change: impl Future<Output = T>) -> TimeDelta {
    let (clock, before) = (world.connector.clock(), entries(world).await);
    let told = async {
        // By then it has looked for the first time, and it is long until it looks again by itself.
        clock.sleep(Duration::from_secs(2)).await;
        change.await;
        let changed = world.now();
        while entries(world).await == before {
            clock.sleep(Duration::from_millis(50)).await;
        }
        world.now() - changed
    };
    let watched = async {
        tokio::select! {
            () = watch.clone().run(Shutdown::new()) => panic!("it watches on"),
            late = told => late,
        }
    };
    world.while_time_passes(watched, Some(1_000)).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn an_answer_that_is_lost_is_asked_for_with_the_same_key(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 6).await;
    world.sync_stock().await;
    world.found_in_stock("1000", 1).await;
    let lost = Fault { operation: Some("InventorySetQuantities".into()), ..Fault::of(FaultKind::LostResponse) };
    world.store.handle().set_faults(vec![lost], 1);
    let task = world.sync(stock::SYNC_STOCK, job_queue::Filters::new());
    connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    world.while_time_passes(world.work(), None).await;
    assert_eq!(world.stock_calls().0, 3, "the first time, the one that was lost, and once more");
    let batches = world.all::<batch::Entity>().await;
    assert_eq!(batches.iter().map(|batch| batch.state).collect::<Vec<_>>(), [batch::State::Settled; 2]);
    assert_eq!(world.in_shopify("1000").await.0, 7);
}

#[rstest]
#[tokio::test]
async fn a_batch_that_a_dead_worker_left_behind_is_sent_again_as_it_was(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    for looks in 1..80 {
        world.found_in_stock("1000", 1).await;
        world.advance(1);
        let task = world.sync(stock::SYNC_STOCK, job_queue::Filters::new());
        connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
        let ended = world.while_time_passes(world.work(), Some(looks)).await.is_some();
        // Whoever takes over waits for the lease of the dead worker.
        world.advance(1);
        world.work().await;
        world.sync_stock().await;
        let open = world.all::<batch::Entity>().await.into_iter().filter(|batch| batch.state == batch::State::Open);
        assert_eq!(open.count(), 0, "after {looks} looks");
        let expected = i64::try_from(looks).unwrap();
        assert_eq!(world.in_shopify("1000").await.0, expected, "after {looks} looks");
        assert!(world.all::<dirty::Entity>().await.is_empty());
        if ended {
            return;
        }
    }
    panic!("it never ended by itself");
}

#[rstest]
#[tokio::test]
async fn two_shops_of_one_company_each_get_what_has_changed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.add_shop("SECOND").await;
    world.set_on("SECOND", &[("syncItem", "From Shopify"), ("skuMapping", "Item No.")]).await;
    let of_second = |object| world.log_on("SECOND", object, job_queue::Filters::new());
    of_second(products::SYNC_PRODUCTS).await;
    world.calculate("Free Inventory (not reserved)").await;
    world.sync_stock().await;
    of_second(stock::SYNC_STOCK).await;
    world.found_in_stock("1000", 7).await;
    assert_eq!(world.sync_stock().await.updated, 1);
    let left: Vec<_> = world.all::<dirty::Entity>().await.into_iter().map(|mark| mark.shop_code.to_string()).collect();
    assert_eq!(left, ["SECOND"], "one shop takes no mark of the other");
}
