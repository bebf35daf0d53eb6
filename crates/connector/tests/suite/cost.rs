use database::Engine;
use rstest::rstest;

use crate::store::{self, line, order};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn orders_on_pages_take_a_call_for_ninety_and_one_to_ask_how_many(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for _ in 0..180 {
        store::place(&world.store, order(vec![line("1000", 1, "100.00"), line("2000", 2, "50.00")])).await;
    }
    world.forget_calls();
    let summary = world.sync_orders().await;
    assert_eq!((summary.fetched, summary.created, summary.skipped, summary.failed), (180, 180, 0, 0));
    let (calls, points) = world.calls();
    assert_eq!((summary.calls, summary.points), (calls, points));
    assert!(calls == 3 && points <= 1_801, "{calls} calls and {points} points");
    assert_eq!(world.create_sales_orders().await.created, 180);
    assert_eq!(world.calls(), (calls, points), "documents are made without a call");
}
