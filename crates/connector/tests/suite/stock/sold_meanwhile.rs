//! What is sold while stock is sent: it is never put back.

use back_office::sales::header;
use connector::orders::staged;
use connector::stock::staged::inventory;
use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;

use super::{SET, purchase};
use crate::world::World;

/// How many rounds there are on both engines together, of each kind, unless `KOBLING_TEST_SALES` says.
const ROUNDS: usize = 100;

fn rounds() -> usize {
    std::env::var("KOBLING_TEST_SALES").map_or(ROUNDS, |text| text.parse().unwrap()).div_ceil(2)
}

/// Both sides have what was found less what was sold, once all orders are here.
async fn agree(world: &World, found: i64, sold: i64) {
    world.advance(5);
    world.sync_orders().await;
    world.sync_stock().await;
    let (available, committed, _) = world.in_shopify("1000").await;
    assert_eq!((available, committed), (found - sold, sold), "found {found}, sold {sold}");
    let row = world.stock_of("1000").await;
    assert_eq!((row.stock, row.shopify_stock, row.waiting), (found - sold, found - sold, 0));
}

#[rstest]
#[case::available("Available")]
#[case::on_hand("On Hand")]
#[tokio::test]
async fn no_sale_is_lost_that_happens_during_a_stock_write(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] name: &str,
) {
    let (world, buyers) = World::stocked(engine).await;
    world.set(&[("stockQuantityName", name)]).await;
    let variant = world.variant_of("1000").await;
    let (mut found, mut sold) = (0, 0);
    for round in 0..rounds() {
        world.found_in_stock("1000", 3).await;
        found += 3;
        let pieces = u32::from(round % 3 == 0) + 1;
        // Before it is written; every fifth time also between the look and the second try.
        buyers.buy_before("InventorySetQuantities", purchase(variant, pieces));
        sold += i64::from(pieces);
        if round % 5 == 0 {
            buyers.buy_before("InventoryOfItems", purchase(variant, 1));
            sold += 1;
        }
        if round % 7 == 0 {
            buyers.buy_before("OrdersGlance", purchase(variant, 1));
            sold += 1;
        }
        world.advance(1);
        world.sync_stock().await;
        let (available, ..) = world.in_shopify("1000").await;
        assert!(available <= found - sold, "round {round}: {available} of {} can be sold", found - sold);
        if round % 10 == 9 {
            agree(&world, found, sold).await;
        }
    }
    // What is sold and can't be found yet may have kept the last number from being sent, and the last buyers with it.
    world.advance(5);
    world.sync_stock().await;
    agree(&world, found, sold).await;
}

#[rstest]
#[tokio::test]
async fn what_is_sold_before_each_try_is_told_and_sent_by_the_next_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    world.found_in_stock("1000", 5).await;
    let sold = Fault { operation: Some(SET.into()), times: 4, ..Fault::of(FaultKind::Purchase) };
    world.store.handle().set_faults(vec![sold], 1);
    world.forget_calls();
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.skipped, world.stock_calls().0), (0, 1, 4));
    let told = world.skipped().await.remove(0);
    assert!(told.cause.contains("changed in Shopify each time") && told.remedy.contains("the next run"), "{told:?}");
    assert_eq!(world.in_shopify("1000").await, (6, 4, 10), "nothing is put back");
    world.advance(5);
    world.sync_stock().await;
    assert_eq!((world.in_shopify("1000").await.0, world.skipped().await.len()), (11, 0));
}

#[rstest]
#[tokio::test]
async fn a_sale_that_is_not_here_yet_is_left_out_of_what_is_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    world.buy("1000", 2).await;
    world.found_in_stock("1000", 5).await;
    world.advance(1);
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await, (13, 2, 15));
    let row = world.stock_of("1000").await;
    assert_eq!((row.stock, row.waiting), (13, 2), "what nobody has read yet is known to be sold");
    agree(&world, 15, 2).await;
}

#[rstest]
#[tokio::test]
async fn an_order_that_comes_in_is_not_sent_at_all(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    world.buy("1000", 2).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.all::<header::Entity>().await.len(), 1, "it has its document");
    world.forget_calls();
    let done = world.sync_stock().await;
    assert_eq!((done.updated, world.calls()), (0, (0, 0)), "Shopify has taken it off by itself");
    let row = world.stock_of("1000").await;
    assert_eq!((row.stock, row.shopify_stock), (8, 8));
}

#[rstest]
#[tokio::test]
async fn an_order_without_a_document_takes_its_goods_all_the_same(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.set(&[("autoCreateOrders", "false")]).await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    world.buy("1000", 2).await;
    world.advance(5);
    world.sync_orders().await;
    assert_eq!(world.all::<staged::order::Entity>().await.len(), 1);
    world.found_in_stock("1000", 1).await;
    world.forget_calls();
    let done = world.sync_stock().await;
    assert_eq!((done.updated, done.calls), (1, 1), "it is known, and nothing has to be looked at");
    assert_eq!(world.in_shopify("1000").await, (9, 2, 11));
    let row: inventory::Model = world.stock_of("1000").await;
    assert_eq!((row.stock, row.waiting), (9, 2));
    world.create_sales_orders().await;
    world.forget_calls();
    assert_eq!((world.sync_stock().await.updated, world.calls().0), (0, 0), "its document takes its place");
    assert_eq!(world.stock_of("1000").await.waiting, 0);
}
