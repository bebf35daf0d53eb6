use database::Engine;
use rstest::rstest;

use crate::store::{self, line, order};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_thousand_orders_take_at_most_fifteen_calls_and_twelve_thousand_points(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for _ in 0..1_000 {
        store::place(&world.store, order(vec![line("1000", 1, "100.00"), line("2000", 2, "50.00")])).await;
    }
    world.forget_calls();
    let summary = world.sync_orders().await;
    assert_eq!((summary.fetched, summary.created, summary.skipped, summary.failed), (1_000, 1_000, 0, 0));
    let (calls, points) = world.calls();
    assert_eq!((summary.calls, summary.points), (calls, points));
    assert!(calls <= 15 && points <= 12_000, "{calls} calls and {points} points");
    assert_eq!(world.create_sales_orders().await.created, 1_000);
    assert_eq!(world.calls(), (calls, points), "documents are made without a call");
}
