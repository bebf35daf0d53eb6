//! The first time, and the comparison of all numbers.

use back_office::item_ledger::entry as item_entry;
use connector::locations;
use connector::products::staged::variant;
use connector::stock::Begin;
use connector::stock::options::Explanation;
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::Code;

use crate::world::World;

/// A store that has 5 and 9, where 7 and 9 are here.
async fn differing(engine: Engine) -> World {
    let (world, _) = World::beginning(engine).await;
    for (sku, here, there) in [("1000", 7, 5), ("2000", 9, 9)] {
        world.found_in_stock(sku, here).await;
        world.set_in_shopify(sku, there).await;
    }
    world.sync_stock().await;
    world
}

#[rstest]
#[tokio::test]
async fn at_first_nothing_is_sent_and_the_differences_are_shown(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = differing(engine).await;
    assert_eq!(world.in_shopify("1000").await.0, 5);
    let row = world.stock_of("1000").await;
    assert_eq!((row.stock, row.shopify_stock, row.difference), (7, 5, 2));
    assert_eq!(world.stock_of("2000").await.difference, 0);
    world.found_in_stock("1000", 1).await;
    world.sync_stock().await;
    assert_eq!((world.in_shopify("1000").await.0, world.stock_of("1000").await.difference), (5, 3));
    assert!(world.all::<locations::Entity>().await.iter().all(|location| location.stock_begun_at.is_none()));
}

#[rstest]
#[tokio::test]
async fn ours_is_sent_when_a_person_says_that_it_is_right(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = differing(engine).await;
    let begun = world.begin_stock(Begin::PushOurs).await.unwrap();
    assert_eq!((begun.locations, begun.differences, begun.posted), (1, 1, 0));
    world.work().await;
    assert_eq!(world.in_shopify("1000").await.0, 7);
    let again = world.begin_stock(Begin::PushOurs).await.unwrap_err();
    assert!(again.to_string().contains("is sent to every location"), "{again}");
}

#[rstest]
#[tokio::test]
async fn shopifys_is_taken_over_as_opening_stock_by_an_item_journal(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = differing(engine).await;
    let before = world.all::<item_entry::Entity>().await.len();
    let begun = world.begin_stock(Begin::TakeOver).await.unwrap();
    assert_eq!((begun.differences, begun.posted, begun.left), (1, 1, Vec::new()));
    let entries = world.all::<item_entry::Entity>().await;
    assert_eq!(entries.len(), before + 1);
    assert_eq!(entries.iter().map(|entry| entry.quantity).min().unwrap(), (-2).into());
    world.forget_calls();
    world.work().await;
    assert_eq!((world.stock_calls().0, world.in_shopify("1000").await.0), (0, 5), "both sides agree");
    world.found_in_stock("1000", 4).await;
    world.sync_stock().await;
    assert_eq!(world.in_shopify("1000").await.0, 9);
}

#[rstest]
#[tokio::test]
async fn nothing_begins_before_both_sides_were_compared(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::beginning(engine).await;
    let refused = world.begin_stock(Begin::PushOurs).await.unwrap_err();
    assert!(refused.to_string().contains("run Sync Stock to Shopify first"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn what_someone_has_changed_in_shopify_is_found_explained_and_put_right(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 10).await;
    world.found_in_stock("2000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    world.set_in_shopify("1000", 40).await;
    world.buy("2000", 3).await;
    world.advance(1);
    world.forget_calls();
    assert_eq!((world.sync_stock().await.updated, world.calls().0), (0, 0), "nothing says so");
    world.advance(24 * 60);
    let done = world.sync_stock().await;
    assert_eq!(done.updated, 1, "what was sold is as it should be");
    assert_eq!((world.in_shopify("1000").await.0, world.in_shopify("2000").await.0), (10, 7));
    let mut drifts: Vec<_> = world
        .drifts()
        .await
        .into_iter()
        .map(|one| (one.item_number.to_string(), one.expected_stock, one.shopify_stock, one.stock, one.explanation))
        .collect();
    drifts.sort();
    assert_eq!(
        drifts,
        [
            ("1000".to_owned(), 10, 40, 10, Explanation::ChangedInShopify),
            ("2000".to_owned(), 10, 7, 7, Explanation::Orders),
        ]
    );
    world.stock_log(json!({ "compareWithShopify": true })).await;
    assert!(world.drifts().await.iter().all(|one| one.item_number.as_str() != "1000"), "it is put right");
}

#[rstest]
#[tokio::test]
async fn nothing_begins_by_itself_where_no_variant_is_an_item_yet(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::beginning(engine).await;
    world.set_in_shopify("1000", 9).await;
    let mapped = world.product_variants().await;
    for one in &mapped {
        let unmapped = variant::Model { item_number: Code::blank(), ..one.clone() };
        world.rewrite::<variant::ActiveModel, _>(unmapped).await;
    }
    world.sync_stock().await;
    assert!(world.all::<locations::Entity>().await.iter().all(|location| location.stock_begun_at.is_none()));
    for one in mapped {
        world.rewrite::<variant::ActiveModel, _>(one).await;
    }
    world.sync_stock().await;
    assert_eq!((world.in_shopify("1000").await.0, world.stock_of("1000").await.difference), (9, -9));
}

#[rstest]
#[tokio::test]
async fn what_was_sold_since_the_comparison_is_not_taken_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = differing(engine).await;
    world.advance(1);
    world.buy("1000", 1).await;
    world.advance(5);
    world.sync_orders().await;
    let begun = world.begin_stock(Begin::TakeOver).await.unwrap();
    assert_eq!((begun.posted, begun.left), (1, Vec::new()));
    let entries = world.all::<item_entry::Entity>().await;
    assert_eq!(entries.iter().map(|entry| entry.quantity).min().unwrap(), (-2).into(), "7 and 5, less one each");
    world.work().await;
    assert_eq!(world.in_shopify("1000").await, (4, 1, 5), "nothing is put back");
    assert_eq!(world.stock_of("1000").await.stock, 4);
}

#[rstest]
#[tokio::test]
async fn what_was_sold_without_being_there_becomes_no_opening_stock(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::beginning(engine).await;
    world.buy("1000", 2).await;
    world.advance(5);
    world.sync_orders().await;
    world.found_in_stock("1000", 3).await;
    world.sync_stock().await;
    let row = world.stock_of("1000").await;
    assert_eq!((row.stock, row.shopify_stock, row.difference), (1, -2, 1));
    let begun = world.begin_stock(Begin::TakeOver).await.unwrap();
    assert_eq!((begun.posted, begun.left), (1, Vec::new()));
    let entries = world.all::<item_entry::Entity>().await;
    let on_hand: values::money::Quantity = entries.iter().map(|entry| entry.quantity).sum();
    assert_eq!(on_hand, 0.into(), "nothing is on the shelf, and two are promised");
    world.work().await;
    assert_eq!((world.in_shopify("1000").await, world.stock_of("1000").await.stock), ((-2, 2, 0), -2));
}
