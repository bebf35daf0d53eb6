//! What a person asks for when items are added, and what the shop card says to it.

use std::collections::BTreeSet;

use access::{Permission, Principal};
use back_office::items::Change;
use connector::Sync;
use connector::locations;
use connector::products::{ADD_ITEMS, add_items};
use connector::stock::SYNC_STOCK;
use connector::stock::options::StockCalculation;
use database::Engine;
use database::testing::start;
use devstore::{Fault, FaultKind};
use job_queue::{Filters, log};
use rstest::rstest;
use sea_orm::IntoActiveModel;
use serde_json::json;
use uuid::Uuid;
use values::Code;

use super::{add, added, change, in_store, item, passing_as, products, world};
use crate::gallery::gif;
use crate::world::{SHOP, World, kari};

#[rstest]
#[tokio::test]
async fn an_item_that_is_called_otherwise_after_a_lost_answer_is_no_second_product(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.set(&[("skuMapping", "")]).await;
    let fault = Fault { operation: Some("ProductsSet".into()), times: 1_000, ..Fault::of(FaultKind::LostResponse) };
    world.store.handle().set_faults(vec![fault], 1);
    super::passing(&world, ADD_ITEMS, Filters::new().with("Item.number", "1000")).await;
    assert_eq!((in_store(&world).await.len(), products(&world).await.len()), (1, 0), "it is made, and nobody knows");
    world.store.handle().set_faults(Vec::new(), 1);
    change(&world, "1000", Change { description: Some("Another name".into()), ..Change::default() }).await;
    assert_eq!(added(&world, "1000").await.created, 0);
    assert_eq!((in_store(&world).await.len(), products(&world).await.len()), (1, 1));
    assert_eq!(products(&world).await[0].item_number.as_str(), "1000");
}

#[rstest]
#[tokio::test]
async fn pictures_go_with_the_items_where_that_is_asked_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.show("1000", "", gif(10, 10, "one")).await;
    world.show("2000", "", gif(10, 10, "two")).await;
    let log = with_images(&world, "1000").await;
    assert!(log.error_message.contains("set Sync Item Images on the shop card to To Shopify"), "{}", log.error_message);
    assert_eq!(world.calls().0, 0);

    world.set(&[("syncItemImages", "To Shopify")]).await;
    world.takes(0);
    added(&world, "2000").await;
    let log = with_images(&world, "1000..3000").await;
    let summary = log.summary().unwrap();
    assert_eq!((log.error_message.as_str(), summary.created, summary.failed), ("", 2, 0));
    assert_eq!(world.calls_of("ProductsAddMedia"), 1);
    let [row] = &world.pictures().await[..] else { panic!("one has a picture, and was added by this run") };
    assert_eq!((row.name.as_str(), row.state), ("Item 1000", connector::products::images::State::Shown));
}

/// Adds items and their pictures.
async fn with_images(world: &World, numbers: &str) -> log::Model {
    let filters = Filters::new().with("Item.number", numbers);
    let task = Sync { options: json!({ "syncImages": true }), ..world.sync(ADD_ITEMS, filters) };
    connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    world.work().await;
    world.all::<log::Entity>().await.into_iter().max_by_key(|log| log.entry_number).unwrap()
}

/// As from an item's card: what stands in a number is no filter.
#[rstest]
#[tokio::test]
async fn the_item_that_a_person_chose_is_added_and_no_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    world.add_items(&[("1000|2000", "HIGH")]).await;
    let chosen = item(&world, "1000|2000").await.id;
    let add = async |by: &Principal, ids: &[Uuid]| {
        let zone = chrono_tz::Europe::Oslo;
        add_items::for_items(&world.connector, &world.queue, by, SHOP, ids, zone).await
    };
    let viewer = Principal { permission: Permission::Viewer, ..kari() };
    add(&viewer, &[chosen]).await.unwrap_err();
    let unknown = add(&kari(), &[chosen, Uuid::nil()]).await.unwrap_err().to_string();
    assert!(unknown.contains("there is no item with the id"), "{unknown}");
    add(&kari(), &[chosen]).await.unwrap();
    world.work().await;
    assert_eq!(in_store(&world).await.len(), 1);
    let [product] = &products(&world).await[..] else { panic!("one product") };
    assert_eq!(product.item_number, "1000|2000");
}

#[rstest]
#[tokio::test]
async fn a_fulfillment_service_gets_no_goods_without_skus(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    stocked_at(&world, StockCalculation::Off).await;
    world.set(&[("skuMapping", "")]).await;
    let log = add(&world, "1000").await;
    assert!(log.error_message.contains("stocked at Fjernlager, a fulfillment service"), "{}", log.error_message);
    assert!(log.error_message.contains("choose a SKU Mapping"), "{}", log.error_message);
    assert_eq!(in_store(&world).await.len(), 0);
    world.set(&[("skuMapping", "Item No.")]).await;
    assert_eq!(added(&world, "1000").await.created, 1);
}

/// Gives the shop a location of a fulfillment service at which products are stocked.
async fn stocked_at(world: &World, stock_calculation: StockCalculation) {
    let location = &locations::Model {
        id: world.connector.random().id(start()),
        shop_code: Code::cut(SHOP),
        location_id: 7,
        name: "Fjernlager".into(),
        location_filter: String::new(),
        default_location_code: Code::blank(),
        default_product_location: true,
        stock_calculation,
        stock_begun_at: None,
        is_fulfillment_service: true,
        active: true,
        ships_inventory: false,
    };
    let write = |tx| async move { database::insert_many(&tx, vec![location.clone().into_active_model()]).await };
    world.test.db.write(write).await.unwrap();
}

/// The entries that have sent stock.
async fn of_stock(world: &World) -> BTreeSet<Uuid> {
    let all = world.all::<log::Entity>().await;
    all.iter().filter(|log| log.object_id_to_run == SYNC_STOCK).map(|log| log.job_queue_entry_id).collect()
}

#[rstest]
#[tokio::test]
async fn stock_follows_the_items_where_that_is_asked_for(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let filters = Filters::new().with("Item.number", "1000");
    let task = &Sync { options: json!({ "syncInventory": true }), ..world.sync(ADD_ITEMS, filters) };
    passing_as(&world, task).await;
    let [refused] = &world.all::<log::Entity>().await[..] else { panic!("one run") };
    assert!(refused.error_message.contains("choose a Stock Calculation"), "{}", refused.error_message);
    assert_eq!(products(&world).await.len(), 0);

    stocked_at(&world, StockCalculation::FreeInventory).await;
    passing_as(&world, task).await;
    assert_eq!(products(&world).await.len(), 1);
    assert_eq!(of_stock(&world).await.len(), 1);
    passing_as(&world, task).await;
    assert_eq!(of_stock(&world).await.len(), 1, "where nothing is added nothing follows");
}
