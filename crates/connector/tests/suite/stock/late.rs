//! Orders that no search finds yet, that are too many, or that nobody reads.

use connector::orders;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use crate::world::{SHOP, World, kari};

/// A store that has ten, as there are here.
async fn ten(engine: Engine) -> (World, super::Buyers) {
    let (world, buyers) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    (world, buyers)
}

#[rstest]
#[tokio::test]
async fn a_sale_that_no_search_finds_yet_is_not_put_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, buyers) = ten(engine).await;
    world.found_in_stock("1000", 5).await;
    world.buy("1000", 1).await;
    buyers.are_late();
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.skipped, world.in_shopify("1000").await.0), (0, 1, 9), "it is not raised");
    let told = world.skipped().await;
    assert!(told[0].cause.contains("has just changed in Shopify"), "{}", told[0].cause);
    assert_eq!(world.dirty().await, ["1000"]);
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await, (14, 1, 15), "the next run finds the order");
    assert!(world.skipped().await.is_empty() && world.dirty().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn what_a_comparison_leaves_for_a_late_order_is_marked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, buyers) = ten(engine).await;
    world.buy("1000", 1).await;
    buyers.are_late();
    world.stock_log(json!({ "compareWithShopify": true })).await;
    assert_eq!((world.in_shopify("1000").await.0, world.dirty().await), (9, vec!["1000".to_owned()]));
    world.advance(5);
    world.sync_orders().await;
    world.sync_stock().await;
    assert_eq!((world.in_shopify("1000").await.0, world.dirty().await), (9, Vec::<String>::new()));
}

#[rstest]
#[tokio::test]
async fn what_no_order_explains_once_none_can_be_late_is_put_right(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = ten(engine).await;
    world.set_in_shopify("1000", 7).await;
    world.found_in_stock("1000", 1).await;
    assert_eq!(world.sync_stock().await.skipped, 1);
    assert_eq!(world.in_shopify("1000").await.0, 7);
    world.advance(3);
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 11);
}

#[rstest]
#[tokio::test]
async fn a_number_that_is_lowered_waits_for_no_order(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, buyers) = ten(engine).await;
    world.found_in_stock("1000", -5).await;
    world.buy("1000", 1).await;
    buyers.are_late();
    assert_eq!(world.sync_stock().await.updated, 1);
    assert_eq!(world.in_shopify("1000").await.0, 5, "too many for a moment, and fewer than before");
    world.advance(5);
    world.sync_orders().await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await, (4, 1, 5));
}

#[rstest]
#[tokio::test]
async fn so_many_unread_orders_are_imported_first(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = ten(engine).await;
    for _ in 0..51 {
        world.buy("1000", 1).await;
    }
    world.found_in_stock("1000", 100).await;
    assert_eq!(world.sync_stock().await.skipped, 1);
    assert_eq!(world.in_shopify("1000").await.0, -41);
    let told = world.skipped().await;
    assert!(told[0].remedy.contains("Sync Orders from Shopify"), "{}", told[0].remedy);
    world.advance(5);
    world.sync_orders().await;
    // What has just changed is read a second time, and is known then.
    world.advance(5);
    world.sync_orders().await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await, (59, 51, 110));
}

#[rstest]
#[tokio::test]
async fn who_reads_no_orders_takes_what_is_missing_for_sold_until_all_is_compared(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = ten(engine).await;
    orders::first_sync::reset(&world.connector, &kari(), SHOP, None).await.unwrap();
    world.buy("1000", 2).await;
    world.found_in_stock("1000", 5).await;
    world.sync_stock().await;
    assert_eq!((world.in_shopify("1000").await.0, world.stock_of("1000").await.waiting), (13, 2));
    world.found_in_stock("1000", 1).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 14, "what was sold stays sold");
    world.stock_log(json!({ "compareWithShopify": true })).await;
    assert_eq!((world.in_shopify("1000").await.0, world.stock_of("1000").await.waiting), (16, 0));
}
