//! Products whose items, or variants of them, are not there any more.

use connector::products::map;
use connector::products::staged::{product, variant};
use connector::skipped::Kind;
use database::Engine;
use rstest::rstest;
use values::Code;

use super::pricing::prices_of;
use super::{added, give_variants, in_store, products, reprice, sync, variants, world};
use crate::world::kari;

#[rstest]
#[tokio::test]
async fn a_product_whose_item_is_gone_is_told_and_holds_no_other_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(false, true)] only_prices: bool,
) {
    let world = world(engine).await;
    added(&world, "1000|2000").await;
    let gone = Code::cut("GONE");
    let product = product::Model { item_number: gone.clone(), ..products(&world).await.remove(0) };
    world.rewrite::<product::ActiveModel, _>(product.clone()).await;
    let of_product = variant::Model { item_number: gone, ..variants(&world).await.remove(0) };
    world.rewrite::<variant::ActiveModel, _>(of_product).await;
    reprice(&world, "2000", 50).await;
    let summary = sync(&world, only_prices).await;
    assert_eq!((summary.updated, summary.skipped, summary.failed), (1, 1, 0));
    assert_eq!(prices_of(&in_store(&world).await), ["100", "50"]);
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.shopify_id), (Kind::Product, product.shopify_product_id));
    assert_eq!(skipped.cause, "The item GONE does not exist any more.");
    assert_eq!(skipped.remedy, "Link the Shopify variant to another item.");

    map::map_product(&world.connector, &kari(), product.id, &Code::cut("1000")).await.unwrap();
    let summary = sync(&world, only_prices).await;
    assert_eq!((summary.unchanged, summary.skipped), (2, 0));
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn a_variant_that_is_gone_keeps_its_price_and_the_others_of_its_product_take_theirs(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    give_variants(&world, "1000", &["BLUE".into(), "RED".into()]).await;
    added(&world, "1000").await;
    let mut all = variants(&world).await;
    all.retain(|variant| variant.variant_code == "BLUE");
    let white = variant::Model { variant_code: Code::cut("WHITE"), ..all.remove(0) };
    world.rewrite::<variant::ActiveModel, _>(white).await;
    reprice(&world, "1000", 50).await;
    let summary = sync(&world, true).await;
    assert_eq!((summary.updated, summary.skipped, summary.failed), (1, 1, 0));
    let mut prices = prices_of(&in_store(&world).await);
    prices.sort();
    assert_eq!(prices, ["100", "50"]);
    assert_eq!(world.skipped().await[0].cause, "The variant WHITE of item 1000 does not exist any more.");
}
