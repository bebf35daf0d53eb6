//! What sending costs, by the store's journal.

use connector::shipments::staged::shipped;
use database::Engine;

use super::*;

/// How many shipments there are, and how many calls they take; a thousand where `KOBLING_TEST_SHIPMENTS` asks for large
/// numbers.
const SHIPMENTS: (u64, u64) = (300, 14);
const MANY: (u64, u64) = (1_000, 44);
/// As many orders are read, and as many parcels made, in a call.
const READ_AT_ONCE: u64 = 250;
const MADE_AT_ONCE: u64 = 25;

#[tokio::test]
async fn three_hundred_shipments_take_14_calls_and_a_second_run_none() {
    let world = World::new(Engine::Sqlite).await;
    let (count, expected) = if std::env::var("KOBLING_TEST_SHIPMENTS").is_ok() { MANY } else { SHIPMENTS };
    for _ in 0..count {
        store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    }
    take_over(&world).await;
    ship_all(&world).await;
    world.forget_calls();
    let summary = send(&world).await;
    assert_eq!((summary.updated, summary.fetched), (count, count));
    // A page of shipments is sent before the next is read.
    let pages = [count / 250 * 250, count % 250];
    let calls = |at_once: u64| pages.iter().map(|page| page.div_ceil(at_once)).sum::<u64>();
    let (reads, made) = (calls(READ_AT_ONCE), calls(MADE_AT_ONCE));
    assert_eq!(world.calls(), (reads + made, reads * READ + count * PARCEL));
    assert_eq!(reads + made, expected);
    assert!((reads + made) * 1_000 <= count * 100, "a thousand may take a hundred calls");
    assert_eq!(world.all::<shipped::Entity>().await.len() as u64, count);
    assert!(numbers(&world).await.iter().all(|number| *number > 0));
    println!("shipments: {count} sent in {} calls of {} points", reads + made, reads * READ + count * PARCEL);
    world.forget_calls();
    assert_eq!(send(&world).await, Summary::default());
    assert_eq!(world.calls(), (0, 0));
}
