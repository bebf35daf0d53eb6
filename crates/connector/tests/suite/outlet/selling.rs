//! In which unit and in which currency goods are offered.

use back_office::currencies::exchange_rate;
use back_office::items::Change;
use database::Engine;
use rstest::rstest;
use values::Code;

use super::pricing::prices_of;
use super::{added, change, give_unit, in_store, reprice, sync, world};
use crate::world::World;

#[rstest]
#[tokio::test]
async fn goods_are_offered_in_the_unit_in_which_the_item_is_sold(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    give_unit(&world, "1000", "SET", 6).await;
    added(&world, "1000").await;
    assert_eq!(prices_of(&in_store(&world).await), ["100"], "it is sold by the piece");
    let in_sets = Change { sales_unit_of_measure_code: Some(Code::cut("SET")), ..Change::default() };
    change(&world, "1000", in_sets).await;
    assert_eq!(sync(&world, true).await.updated, 1);
    assert_eq!(prices_of(&in_store(&world).await), ["600"]);
    reprice(&world, "1000", 110).await;
    assert_eq!(sync(&world, true).await.updated, 1);
    assert_eq!(prices_of(&in_store(&world).await), ["660"]);
    assert_eq!(sync(&world, true).await.calls, 0);
}

/// What so many euros are worth from a day on.
async fn rate(world: &World, day: &str, kroner: &str) {
    let rate = [
        ("currencyCode", "EUR"),
        ("startingDate", day),
        ("exchangeRateAmount", "100"),
        ("relationalExchangeRateAmount", kroner),
    ];
    world.keep::<exchange_rate::Entity>(&rate).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_store_in_another_currency_is_told_prices_at_the_rate_of_the_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    rate(&world, "2020-01-01", "1150").await;
    rate(&world, "2026-04-01", "1250").await;
    world.set(&[("currencyCode", "EUR")]).await;
    added(&world, "1000|2000").await;
    assert_eq!(prices_of(&in_store(&world).await), ["8.7", "8.7"], "100 / 11.50 is 8.69565");
    reprice(&world, "2000", 230).await;
    assert_eq!(sync(&world, true).await.updated, 1);
    assert_eq!(prices_of(&in_store(&world).await), ["8.7", "20"]);
    assert_eq!(sync(&world, true).await.calls, 0);

    world.advance(60 * 24 * 40);
    assert_eq!(sync(&world, true).await.updated, 2);
    assert_eq!(prices_of(&in_store(&world).await), ["8", "18.4"], "a euro is worth more since");
}
