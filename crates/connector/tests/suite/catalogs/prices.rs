//! Sync Catalog Prices: what is sent, and what it costs.

use database::Engine;
use devstore::{Fault, FaultKind};
use rstest::rstest;
use serde_json::json;

use super::shelf::{self, fixed, price_item, staged_prices, sync_catalogs, sync_prices, sync_prices_with};
use crate::world::World;

const FIX: &str = "PriceListFixedPricesUpdate";
const READ: &str = "PriceListPrices";

/// A world with one catalog in kroner that gets its prices from here, and that many variants of item 1000. Gives the global id
/// of its price list, too.
async fn with_catalog(engine: Engine, variants: usize) -> (World, serde_json::Value, Vec<serde_json::Value>) {
    let world = World::new(engine).await;
    let (_, list) = shelf::priced(&world, "Wholesale", "NOK").await;
    let (_, ids) = shelf::mapped(&world, variants, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Wholesale").await;
    (world, list, ids)
}

/// The beginning of example 20 of the worked examples.
#[rstest]
#[tokio::test]
async fn prices_that_changed_go_out_by_two_hundred_and_fifty_and_nothing_is_read_for_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, list, _) = with_catalog(engine, 130).await;
    shelf::mapped(&world, 130, "2000").await;
    let first = sync_prices(&world).await;
    assert_eq!((first.updated, first.unchanged, first.skipped), (260, 0, 0));
    assert_eq!(
        (first.calls, first.points),
        (3, 2 + 10 + 10),
        "one that asks how the list stands, one of 250, one of 10"
    );
    assert_eq!((world.calls_of(FIX), world.calls_of(READ)), (2, 0), "a list without fixed prices has none to be read");
    assert_eq!(fixed(&world, &list).await.len(), 260);

    let nothing = sync_prices(&world).await;
    assert_eq!((nothing.updated, nothing.unchanged, nothing.fetched), (0, 260, 0));
    assert_eq!((nothing.calls, nothing.points), (1, 2), "what Shopify has said is known");
    assert_eq!((world.calls(), world.calls_of(FIX)), ((1, 2), 0), "as the store has counted it");

    price_item(&world, "1000", 120).await;
    let changed = sync_prices(&world).await;
    assert_eq!((changed.updated, changed.unchanged, changed.calls, changed.points), (130, 130, 2, 12));
    let prices = fixed(&world, &list).await;
    let of = |amount: &str| prices.iter().filter(|(_, price, _)| price == amount).count();
    assert_eq!((of("120"), of("100")), (130, 130));
}

#[rstest]
#[tokio::test]
async fn what_someone_else_does_to_a_price_list_is_seen(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, list, ids) = with_catalog(engine, 3).await;
    let (other, strange) = shelf::product(&world, "Strange", 1).await;
    sync_prices(&world).await;

    shelf::fix(&world, &list, &strange[0], ("7.00", "NOK")).await;
    let more = sync_prices(&world).await;
    assert_eq!(
        (more.fetched, more.updated, more.calls, more.points),
        (4, 0, 2, 2 + 25),
        "there are more than were left"
    );

    shelf::fix(&world, &list, &ids[1], ("7.00", "NOK")).await;
    assert_eq!(sync_prices(&world).await.calls, 1, "there are as many as before");
    let compared = sync_prices_with(&world, json!({ "compareWithShopify": true })).await;
    assert_eq!((compared.updated, compared.calls), (1, 3));
    shelf::fix(&world, &list, &ids[1], ("7.00", "NOK")).await;
    world.advance(24 * 60);
    assert_eq!(sync_prices(&world).await.updated, 1, "once a day all are read");
    assert_eq!(fixed(&world, &list).await.iter().filter(|(_, price, _)| price == "100").count(), 3);

    shelf::map(&world, &other, &strange, "2000").await;
    assert_eq!(sync_prices(&world).await.updated, 1, "what is an item now has its price");
}

#[rstest]
#[tokio::test]
async fn the_price_of_what_is_no_item_any_more_leaves_the_list_and_only_where_it_was_fixed_from_here(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, list, ids) = with_catalog(engine, 3).await;
    let (_, strange) = shelf::product(&world, "Strange", 1).await;
    sync_prices(&world).await;
    shelf::fix(&world, &list, &strange[0], ("7.00", "NOK")).await;
    shelf::fix(&world, &list, &ids[2], ("8.00", "NOK")).await;
    shelf::unmap(&world, &ids[1..]).await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, summary.unchanged, world.calls_of(FIX)), (1, 1, 1));
    let left: Vec<_> = fixed(&world, &list).await.into_iter().map(|(variant, price, _)| (variant, price)).collect();
    let wanted = [(&ids[0], "100"), (&ids[2], "8"), (&strange[0], "7")];
    assert_eq!(
        left,
        wanted.map(|(variant, price)| (variant.clone(), price.to_owned())),
        "what others have fixed stays"
    );
    let nothing = sync_prices(&world).await;
    assert_eq!((nothing.updated, nothing.calls), (0, 1), "it is known how many there are");
}

#[rstest]
#[tokio::test]
async fn the_price_of_a_variant_that_the_shop_does_not_know_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, list, ids) = with_catalog(engine, 2).await;
    sync_prices(&world).await;
    shelf::forget(&world, &ids[1..]).await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, summary.unchanged, summary.skipped), (0, 1, 0));
    assert_eq!(fixed(&world, &list).await.len(), 2, "another shop of the store may sell it");
}

#[rstest]
#[tokio::test]
async fn a_catalog_with_a_publication_has_the_prices_of_its_products_and_one_without_has_all(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (all, list_of_all) = shelf::priced(&world, "All", "NOK").await;
    let (some, list_of_some) = shelf::priced(&world, "Some", "NOK").await;
    let publication = shelf::publication(&world, &some).await;
    let (chosen, of_chosen) = shelf::mapped(&world, 2, "1000").await;
    let (later, _) = shelf::mapped(&world, 3, "2000").await;
    shelf::publish(&world, &chosen, &publication).await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "All").await;
    shelf::turn_on(&world, "Some").await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, world.calls_of(READ), world.calls_of("PriceListsStand")), (5 + 2, 1, 1), "{all}");
    assert_eq!(fixed(&world, &list_of_all).await.len(), 5);
    let variants: Vec<_> = fixed(&world, &list_of_some).await.into_iter().map(|(variant, ..)| variant).collect();
    assert_eq!(variants, of_chosen);

    assert_eq!(sync_prices(&world).await.calls, 1);
    shelf::publish(&world, &later, &publication).await;
    assert_eq!(sync_prices(&world).await.updated, 3, "there are more products than there were");
}

#[rstest]
#[case::made(FaultKind::LostResponse)]
#[case::not_made(FaultKind::Reset)]
#[tokio::test]
async fn prices_whose_answer_is_lost_are_sent_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] kind: FaultKind,
) {
    let (world, list, _) = with_catalog(engine, 2).await;
    let fault = Fault { operation: Some(FIX.into()), times: 1, ..Fault::of(kind) };
    world.store.handle().set_faults(vec![fault], 1);
    let task = async { sync_prices(&world).await };
    let summary = world.while_time_passes(task, None).await.unwrap();
    assert_eq!((summary.updated, world.calls_of(FIX)), (2, 2));
    assert_eq!(fixed(&world, &list).await.len(), 2);
    let nothing = sync_prices(&world).await;
    assert_eq!((nothing.updated, nothing.unchanged, nothing.calls), (0, 2, 1));
}

#[rstest]
#[tokio::test]
async fn prices_are_worked_out_before_any_is_sent(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, list, _) = with_catalog(engine, 2).await;
    shelf::set(&world, "Wholesale", &[("syncPrices", "false")]).await.unwrap();
    world.set(&[("allowOutgoingRequests", "false")]).await;
    let summary = sync_prices_with(&world, json!({ "onlyCalculate": true })).await;
    assert_eq!((summary.updated, summary.skipped, world.calls_of(FIX)), (0, 0, 0));
    assert_eq!(fixed(&world, &list).await, []);
    let catalog = &shelf::catalogs(&world).await[0];
    assert_eq!(catalog.prices_synced_at, None, "nothing was sent");
    let prices = staged_prices(&world, catalog.id).await;
    assert!(prices.iter().all(|price| price.differs && !price.is_fixed && price.calculated_price == 100.into()));
    assert_eq!(prices[0].item_number.as_str(), "1000");
}
