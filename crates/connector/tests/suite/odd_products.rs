//! Products as no store should have them, and some do: items are made of them all the same, or it is told why not.

use connector::skipped::Kind;
use connector::watermark;
use database::Engine;
use rstest::rstest;

use crate::world::shelf::{simple, sized};
use crate::world::{SHOP, World};

/// A bar code says what a thing is, and stores give the same one to several.
#[rstest]
#[case("Item No.")]
#[case("Bar Code")]
#[case("Variant Code")]
#[case("Item No. + Variant Code")]
#[case("Vendor Item No.")]
#[tokio::test]
async fn a_bar_code_that_several_variants_have_keeps_none_from_becoming_an_item(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] sku_mapping: &str,
) {
    let world = World::making_items(engine, sku_mapping).await;
    let mut shirt = sized("Shirt", "Size", &[("S", "S1"), ("M", "M1")]);
    let mut tent = simple("Tent", "T1");
    for variant in [&mut shirt["variants"][0], &mut tent["variants"][0]] {
        variant["barcode"] = "590123".into();
    }
    shirt["variants"][1]["barcode"] = "590123".into();
    world.put_product(shirt).await;
    world.put_product(tent).await;
    let summary = world.sync_products().await;
    assert_eq!((summary.failed, world.skipped().await), (0, Vec::new()));
    let mut mapped = world.mapped().await;
    mapped.sort();
    mapped.dedup();
    assert!(mapped.len() == 3 && mapped.iter().all(|item| !item.is_empty()), "each is an item of its own: {mapped:?}");
    let again = world.sync_products().await;
    assert_eq!((again.created, again.updated, again.failed), (0, 0, 0), "the next run makes nothing");
}

#[rstest]
#[tokio::test]
async fn skus_that_are_cut_to_the_same_number_are_told_and_no_half_of_them_is_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world
        .put_product(sized("Shirt", "Size", &[("S", "SHIRT-OF-THE-NORTH-0001"), ("M", "SHIRT-OF-THE-NORTH-0002")]))
        .await;
    world.put_product(simple("Tent", "TENT-OF-THE-FAR-NORTH-1")).await;
    let summary = world.sync_products().await;
    assert_eq!(summary.failed, 1);
    assert_eq!(world.mapped().await, ["", "", "TENT-OF-THE-FAR-NORT"], "a number has twenty letters");
    let [skipped] = &world.skipped().await[..] else { panic!("one product is told") };
    assert_eq!(skipped.document_name, "Shirt");
    assert!(skipped.cause.contains("SHIRT-OF-THE-NORTH-0") && skipped.cause.ends_with('.'), "{}", skipped.cause);
}

#[rstest]
#[tokio::test]
async fn a_title_of_255_letters_is_cut_for_the_item_that_is_made_of_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Item No.").await;
    world.put_product(simple(&"Ø".repeat(255), "TENT")).await;
    assert_eq!(world.sync_products().await.failed, 0);
    assert_eq!(world.item("TENT").await.description, "Ø".repeat(100));
    assert_eq!(world.products().await[0].title, "Ø".repeat(255), "what Shopify says is kept");
}

#[rstest]
#[case::no_title("\"title\":\"Tent\"", "\"title\":null", "Shopify's answer can't be read: ")]
#[case::no_money(
    "\"price\":\"77.00\"",
    "\"price\":\"99999999999999.00\"",
    "The price of the variant 'Default Title' can't"
)]
#[tokio::test]
async fn a_product_that_can_not_be_read_is_told_holds_up_no_other_and_is_taken_up_by_the_next_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] said: &'static str,
    #[case] instead: &'static str,
    #[case] cause: &str,
) {
    let world = World::spoilt(engine, |text| text).await;
    world.taking_products("").await;
    let mut tent = simple("Tent", "TENT");
    tent["variants"][0]["price"] = "77.00".into();
    let tent = world.put_product(tent).await;
    // What comes after it is far enough from it for the watermark to leave it behind.
    world.advance(60);
    let stove = world.put_product(simple("Stove", "STOVE")).await;
    world.network().answers(move |text| text.replace(said, instead));
    let summary = world.sync_products().await;
    assert_eq!((summary.fetched, summary.created, summary.failed), (2, 1, 1));
    let [skipped] = &world.skipped().await[..] else { panic!("one is told") };
    assert_eq!((skipped.kind, skipped.shopify_id), (Kind::Product, tent));
    assert!(skipped.cause.starts_with(cause), "{}", skipped.cause);
    let read: Vec<_> = world.product_variants().await.iter().map(|variant| variant.shopify_product_id).collect();
    assert_eq!(read, [stove]);
    assert!(world.products().await.iter().any(|row| row.shopify_product_id == tent && row.has_error));

    world.network().answers(|text| text);
    assert_eq!(world.sync_products().await.failed, 0);
    let staged: Vec<_> = world.products().await.into_iter().map(|row| (row.title, row.has_error)).collect();
    assert_eq!(staged, [("Tent".to_owned(), false), ("Stove".to_owned(), false)]);
    assert_eq!((world.product_variants().await.len(), world.skipped().await), (2, Vec::new()));
}

#[rstest]
#[tokio::test]
async fn the_watermark_does_not_go_past_a_product_that_can_not_be_read(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::spoilt(engine, |text| text.replace("\"title\":\"Tent\"", "\"title\":null")).await;
    world.taking_products("").await;
    world.put_product(simple("Stove", "STOVE")).await;
    world.advance(60);
    world.put_product(simple("Tent", "TENT")).await;
    assert_eq!(world.sync_products().await.failed, 1);
    let read = |r| async move { watermark::last(&r, SHOP, watermark::Kind::Products).await };
    let stove = world.products().await.into_iter().find(|product| product.title == "Stove").unwrap();
    assert_eq!(world.test.db.read(read).await.unwrap(), Some(stove.updated_at));
}
