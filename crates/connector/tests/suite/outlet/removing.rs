//! A product that a person takes away here, or whose item is gone, becomes in Shopify what the shop card says.

use std::time::Duration;

use back_office::items;
use connector::operations::{self, State};
use connector::products::{SYNC_PRODUCTS, removal};
use connector::{Sync, skipped};
use database::Engine;
use devstore::{Fault, FaultKind};
use job_queue::Filters;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use values::Code;

use super::pricing::prices_of;
use super::{SETTINGS, added, in_store, item, products, reprice, sync, variants, world};
use crate::shipments::gate::{Gate, When};
use crate::store::graphql;
use crate::world::shelf::simple;
use crate::world::{World, kari};

async fn with_product(engine: Engine, action: &str) -> World {
    let world = world(engine).await;
    added(&world, "1000").await;
    world.set(&[("actionForRemovedProductsAndBlockedItems", action)]).await;
    world.forget_calls();
    world
}

async fn remove(world: &World) {
    let (connector, queue) = (&world.connector, &world.queue);
    let (by, product) = (&kari(), &products(world).await[0]);
    let zone = chrono_tz::Europe::Oslo;
    let write = |tx| async move { removal::remove_in(&tx, (connector, queue), by, product, zone).await };
    world.test.db.write(write).await.unwrap();
}

/// The next answer about the status of a product is lost.
fn lose_an_answer(world: &World) {
    let operation = Some("ProductSetStatus".into());
    let fault = Fault { operation, times: 1, ..Fault::of(FaultKind::LostResponse) };
    world.store.handle().set_faults(vec![fault], 1);
}

async fn delete_in_store(world: &World, id: &str) {
    let document = "mutation($input: ProductDeleteInput!) { productDelete(input: $input) { userErrors { message } } }";
    graphql(&world.store, document, json!({ "input": { "id": id } })).await;
}

async fn states(world: &World) -> Vec<State> {
    world.all::<operations::Entity>().await.into_iter().map(|change| change.state).collect()
}

#[rstest]
#[case::archived("Status to Archived", "ARCHIVED", &[State::Done])]
#[case::draft("Status to Draft", "DRAFT", &[State::Done])]
#[case::unchanged("", "ACTIVE", &[])]
#[tokio::test]
async fn a_removed_product_becomes_what_the_shop_card_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] action: &str,
    #[case] status: &str,
    #[case] told: &[State],
) {
    let world = with_product(engine, action).await;
    remove(&world).await;
    assert!(products(&world).await.is_empty() && variants(&world).await.is_empty());
    world.work().await;
    assert_eq!(states(&world).await, told);
    assert_eq!(in_store(&world).await[0]["status"], status);
    assert_eq!(item(&world, "1000").await.number.as_str(), "1000", "its item stays");
}

#[rstest]
#[tokio::test]
async fn a_lost_answer_about_a_removed_product_is_looked_for(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    lose_an_answer(&world);
    remove(&world).await;
    world.work().await;
    assert_eq!(states(&world).await, [State::Sent]);
    world.clock.advance(Duration::from_secs(180));
    world.work().await;
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![State::Done], 1), "it is sent once");
}

#[rstest]
#[tokio::test]
async fn a_removed_product_waits_until_the_shop_card_allows_changes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Draft").await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    remove(&world).await;
    world.work().await;
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![State::Open], 0));
    world.set(&[("allowOutgoingRequests", "true")]).await;
    assert_eq!(sync(&world, false).await.updated, 1);
    assert_eq!(in_store(&world).await[0]["status"], "DRAFT");
}

#[rstest]
#[tokio::test]
async fn the_product_of_an_item_that_is_gone_leaves_the_store(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    let write = |tx| async move {
        let gone = items::Entity::delete_many().filter(items::Column::Number.eq(Code::<20>::cut("1000")));
        database::Result::<_>::Ok(gone.exec(&tx).await?.rows_affected)
    };
    assert_eq!(world.test.db.write(write).await.unwrap(), 1);
    assert_eq!(sync(&world, false).await.updated, 1);
    assert_eq!(in_store(&world).await[0]["status"], "ARCHIVED");
    assert_eq!(world.skipped().await[0].cause, "The item 1000 does not exist any more.");
    assert_eq!(sync(&world, false).await.calls, 0, "it is told once");
}

#[rstest]
#[tokio::test]
async fn what_the_store_refuses_of_a_removed_product_is_told_it_again_when_a_person_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    delete_in_store(&world, in_store(&world).await[0]["id"].as_str().unwrap()).await;
    world.forget_calls();
    remove(&world).await;
    world.work().await;
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![State::Failed], 1));
    let skipped = world.skipped().await.remove(0);
    assert_eq!(skipped.kind, skipped::Kind::Change);
    assert_eq!(skipped.cause, "Status of Removed Product was refused: Product does not exist.");
    let zone = chrono_tz::Europe::Oslo;
    skipped::retry(&world.connector, &world.queue, &kari(), &skipped, zone).await.unwrap();
    world.work().await;
    assert_eq!(world.calls_of("ProductSetStatus"), 2, "it is asked for again");
    assert_eq!(world.skipped().await.len(), 1, "and refused again");
}

#[rstest]
#[tokio::test]
async fn a_removed_product_keeps_its_status_where_products_are_not_changed_from_here(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    world.set(&[("canUpdateShopifyProducts", "false")]).await;
    remove(&world).await;
    world.work().await;
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![], 0));
    assert_eq!(in_store(&world).await[0]["status"], "ACTIVE");
}

#[rstest]
#[tokio::test]
async fn a_removed_product_waits_until_products_may_be_changed_and_for_more_than_prices(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Draft").await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    remove(&world).await;
    world.set(&[("allowOutgoingRequests", "true"), ("canUpdateShopifyProducts", "false")]).await;
    sync(&world, false).await;
    assert_eq!(states(&world).await, [State::Open]);
    world.set(&[("canUpdateShopifyProducts", "true")]).await;
    sync(&world, true).await;
    assert_eq!(states(&world).await, [State::Open]);
    sync(&world, false).await;
    assert_eq!(states(&world).await, [State::Done]);
}

#[rstest]
#[tokio::test]
async fn a_run_that_loses_an_answer_about_a_removed_product_ends_and_the_next_one_looks(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = with_product(engine, "Status to Archived").await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    remove(&world).await;
    world.set(&[("allowOutgoingRequests", "true")]).await;
    lose_an_answer(&world);
    sync(&world, false).await;
    assert_eq!(states(&world).await, [State::Sent]);
    world.clock.advance(Duration::from_secs(180));
    assert_eq!(sync(&world, false).await.updated, 1);
    assert_eq!((states(&world).await, world.calls_of("ProductSetStatus")), (vec![State::Done], 1));
}

#[rstest]
#[tokio::test]
async fn what_is_done_from_here_does_not_bring_a_removed_product_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(false, true)] is_lost: bool,
) {
    let world = with_product(engine, "Status to Archived").await;
    let id = products(&world).await[0].shopify_product_id;
    world.advance(1);
    if is_lost {
        lose_an_answer(&world);
    }
    remove(&world).await;
    world.work().await;
    world.clock.advance(Duration::from_secs(180));
    world.work().await;
    assert_eq!(states(&world).await, [State::Done]);
    world.set(&[("syncItem", "From Shopify")]).await;
    for _ in 0..2 {
        assert_eq!(world.sync_products().await.created, 0);
        assert!(products(&world).await.is_empty());
    }
    world.change_product(id, json!({ "title": "Another" })).await;
    assert_eq!(world.sync_products().await.created, 1);
    assert_eq!(products(&world).await[0].title, "Another");
}

#[rstest]
#[tokio::test]
async fn a_removed_product_comes_back_when_it_changes_or_a_person_names_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    let id = world.put_product(simple("Tent", "TENT")).await;
    world.sync_products().await;
    remove(&world).await;
    let again = world.sync_products().await;
    assert_eq!((again.fetched, again.created), (1, 0), "it is read again, and says nothing new");
    world.change_product(id, json!({ "title": "Large tent" })).await;
    assert_eq!(world.sync_products().await.created, 1);
    remove(&world).await;
    assert_eq!(world.sync_named(&[id]).await.created, 1);
}

#[rstest]
#[tokio::test]
async fn a_product_that_vanishes_is_missed_although_another_was_removed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    world.put_product(simple("Tent", "TENT")).await;
    let vanishes = world.put_product(simple("Rope", "ROPE")).await;
    world.sync_products().await;
    remove(&world).await;
    delete_in_store(&world, &format!("gid://shopify/Product/{vanishes}")).await;
    world.sync_products().await;
    assert!(products(&world).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_product_that_is_removed_while_its_price_is_sent_is_not_put_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, gate) = Gate::new(engine).await;
    world.set(&SETTINGS).await;
    added(&world, "1000").await;
    world.set(&[("actionForRemovedProductsAndBlockedItems", "Status to Archived")]).await;
    reprice(&world, "1000", 50).await;
    let task = Sync { options: json!({ "onlySyncPrices": true }), ..world.sync(SYNC_PRODUCTS, Filters::new()) };
    connector::sync(&world.connector, &world.queue, &kari(), &task).await.unwrap();
    gate.close("productVariantsBulkUpdate", When::After);
    let meanwhile = async {
        gate.reached().await;
        remove(&world).await;
        gate.open();
    };
    tokio::join!(world.work(), meanwhile);
    assert!(products(&world).await.is_empty() && variants(&world).await.is_empty());
    let store = in_store(&world).await;
    assert_eq!((prices_of(&store), &store[0]["status"]), (vec!["50".to_owned()], &json!("ARCHIVED")));
}
