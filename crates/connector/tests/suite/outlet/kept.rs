//! Large numbers of products are compared in pages.

use database::Engine;
use rstest::rstest;

use super::{added, in_store, reprice, sync, world};

/// Among ten thousand items, one price changes: one call, ten points.
#[rstest]
#[tokio::test]
async fn one_price_among_ten_thousand_takes_one_call(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    added(&world, "1000").await;
    super::stage_others(&world, 10_000).await;
    world.forget_calls();
    let nothing = sync(&world, true).await;
    assert_eq!((nothing.fetched, nothing.unchanged, nothing.calls), (10_001, 10_001, 0));
    reprice(&world, "1000", 99).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.unchanged), (1, 10_000));
    assert_eq!(world.calls(), (1, 10));
    assert_eq!(in_store(&world).await.len(), 1);
}
