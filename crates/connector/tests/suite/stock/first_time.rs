//! The first time, and the comparison of all numbers.

use back_office::item_ledger::entry as item_entry;
use connector::locations;
use connector::stock::Begin;
use connector::stock::options::Explanation;
use database::Engine;
use rstest::rstest;
use serde_json::json;

use super::OSLO;
use crate::world::World;

/// A store that has 5 and 9, where 7 and 9 are here.
async fn differing(engine: Engine) -> World {
    let (world, _) = World::beginning(engine).await;
    for (sku, here, there) in [("1000", 7, 5), ("2000", 9, 9)] {
        world.found_in_stock(sku, here).await;
        let rows = world.product_variants().await;
        let variant = rows.iter().find(|one| one.sku == sku).unwrap();
        let document = "mutation($input: InventorySetQuantitiesInput!, $key: String!) {
            inventorySetQuantities(input: $input) @idempotent(key: $key) { userErrors { code message } } }";
        let input = json!({ "name": "available", "reason": "other", "quantities": [{
            "inventoryItemId": format!("gid://shopify/InventoryItem/{}", variant.inventory_item_id),
            "locationId": OSLO, "quantity": there, "changeFromQuantity": null }] });
        crate::store::graphql(&world.store, document, json!({ "input": input, "key": sku })).await;
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
