//! Orders of more lines, parts and parcels than come in one answer.

use connector::shipments::staged::shipped::Origin;
use connector::shipments::staged::waiting;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use super::sending::move_line;
use super::*;
use crate::places::{TORGET, open_location};

#[rstest]
#[tokio::test]
async fn an_order_in_more_parts_than_come_with_it_is_sent_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 1); 52]).await;
    let torget = open_location(&world, TORGET).await;
    for _ in 0..51 {
        move_line(&world, &order, 0, &torget).await;
    }
    ship_all(&world).await;
    world.forget_calls();
    assert_eq!(send(&world).await.updated, 1);
    assert_eq!((world.calls_of("OrderFulfillmentOrders"), asked(&world)), (1, 1));
    assert_eq!(world.all::<waiting::Entity>().await.len(), 52);
    let mut counts: Vec<_> = parcels(&world, &order).await.iter().map(|parcel| goods(parcel).len()).collect();
    counts.sort_unstable();
    assert_eq!(counts, [1, 51], "one for each place");
}

#[rstest]
#[tokio::test]
async fn a_parcel_of_more_lines_than_come_with_it_is_taken_over_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let order = sold(&world, &[("1000", 1); 251]).await;
    let part = parts(&world, &order).await.remove(0)["id"].clone();
    let made = fulfill(&world, json!({ "lineItemsByFulfillmentOrder": [{ "fulfillmentOrderId": part }] })).await;
    ship_all(&world).await;
    world.forget_calls();
    assert_eq!(send(&world).await.unchanged, 1);
    assert_eq!((world.calls_of("ParcelLines"), asked(&world)), (1, 0));
    let row = rows(&world).await.remove(0);
    assert_eq!((row.origin, row.quantity), (Origin::TakenOver, 251));
    assert_eq!(numbers(&world).await, [number(&made)]);
}
