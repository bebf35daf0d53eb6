//! What is read in the two minutes before the watermark: nothing twice for nothing, and nothing too seldom.

use connector::orders::SYNC_ORDERS;
use database::Engine;
use job_queue::Filters;
use rstest::rstest;
use serde_json::json;

use crate::store::{self, graphql, line, order};
use crate::world::World;

/// What it costs to look at what has changed.
const LOOK: u64 = 13;

/// Writes a note on an order.
async fn note(world: &World, id: &str, text: &str) {
    let document = "mutation($input: OrderInput!) { orderUpdate(input: $input) { userErrors { message } } }";
    let data = graphql(&world.store, document, json!({ "input": { "id": id, "note": text } })).await;
    assert_eq!(data["orderUpdate"]["userErrors"], json!([]));
}

async fn placed(world: &World) -> String {
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await
}

#[rstest]
#[tokio::test]
async fn a_run_that_finds_nothing_new_costs_a_look(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    placed(&world).await;
    world.sync_orders().await;
    for _ in 0..2 {
        world.advance(5);
        let again = world.run_with(SYNC_ORDERS, Filters::new()).await;
        assert_eq!((again.fetched, again.unchanged, again.calls), (1, 1, 2), "it may have changed in that very second");
    }
    world.advance(5);
    let idle = world.run_with(SYNC_ORDERS, Filters::new()).await;
    assert_eq!((idle.fetched, idle.calls, idle.points), (0, 1, LOOK));
}

#[rstest]
#[tokio::test]
async fn an_order_that_changes_twice_in_a_second_with_a_run_between_is_not_lost(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = placed(&world).await;
    world.sync_orders().await;
    world.advance(5);
    world.sync_orders().await;
    note(&world, &id, "ring twice").await;
    world.sync_orders().await;
    note(&world, &id, "ring three times").await;
    let now = world.sync_orders().await;
    assert_eq!((now.updated, world.staged().await[0].work_description.as_str()), (1, "ring three times"));
    note(&world, &id, "do not ring").await;
    world.advance(5);
    assert_eq!(world.sync_orders().await.updated, 1);
    assert_eq!(world.staged().await[0].work_description, "do not ring");
    world.advance(5);
    assert_eq!(world.sync_orders().await.calls, 1);
}

#[rstest]
#[tokio::test]
async fn an_order_that_a_search_brings_late_is_read(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let late = placed(&world).await;
    world.sync_orders().await;
    world.advance(1);
    note(&world, &late, "late").await;
    world.advance(1);
    // The watermark is the time of this one, and the one before it is read with it.
    placed(&world).await;
    let found = world.sync_orders().await;
    assert_eq!((found.created, found.updated), (1, 1));
    for _ in 0..2 {
        world.advance(5);
        world.sync_orders().await;
    }
    assert_eq!(world.sync_orders().await.calls, 1);
    note(&world, &late, "later").await;
    assert_eq!(world.sync_orders().await.updated, 1);
}

#[rstest]
#[tokio::test]
async fn who_sets_the_watermark_back_reads_what_is_known(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    placed(&world).await;
    for _ in 0..3 {
        world.sync_orders().await;
        world.advance(5);
    }
    assert_eq!(world.sync_orders().await.fetched, 0);
    let today = world.connector.clock().now().date_naive();
    connector::orders::first_sync::reset(&world.connector, &crate::world::kari(), crate::world::SHOP, Some(today))
        .await
        .unwrap();
    assert_eq!(world.sync_orders().await.fetched, 1);
}
