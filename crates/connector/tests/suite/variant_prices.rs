//! What variants of new items are sold for that cost something else than their items.

use back_office::items;
use back_office::prices::list::Source;
use back_office::prices::{NewList, create_list, line};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use serde_json::json;
use values::Code;

use crate::world::World;
use crate::world::shelf::variant;

/// A product in three sizes, of which one costs more, by SKUs that begin alike.
fn in_sizes(title: &str, sku: &str) -> serde_json::Value {
    let mut shirt = json!({
        "title": title,
        "productOptions": [{ "name": "Size", "values": [{ "name": "S" }, { "name": "M" }, { "name": "L" }] }],
        "variants": [
            variant(&format!("{sku}S"), "100.00", &[("Size", "S")]),
            variant(&format!("{sku}M"), "120.00", &[("Size", "M")]),
            variant(&format!("{sku}L"), "100.00", &[("Size", "L")]),
        ],
    });
    shirt["variants"][0]["inventoryItem"]["measurement"] = json!({ "weight": { "value": 250, "unit": "GRAMS" } });
    shirt
}

#[rstest]
#[tokio::test]
async fn a_variant_that_costs_something_else_than_its_item_has_a_price_of_its_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Variant Code").await;
    world.put_product(in_sizes("Shirt", "A")).await;
    let summary = world.sync_products().await;
    assert_eq!((summary.failed, summary.skipped), (0, 0));
    let item = world.item(world.products().await[0].item_number.as_str()).await;
    assert_eq!(item.unit_price, 100.into());
    assert_eq!(item.gross_weight, "0.25".parse().unwrap(), "in what the store weighs in");
    let [price] = &world.all::<line::Entity>().await[..] else { panic!("one price is another") };
    assert_eq!((price.list_code.as_str(), price.source_type), ("VARIANTS-VAT", Source::AllCustomers));
    assert_eq!((&price.asset_number, price.variant_code.as_str()), (&item.number, "AM"));
    assert_eq!((price.unit_price, price.price_includes_vat), (120.into(), item.price_includes_vat));
    assert_eq!(price.status.caption(), "Active");

    world.put_product(in_sizes("Blouse", "B")).await;
    assert_eq!(world.sync_products().await.failed, 0);
    assert_eq!(world.all::<line::Entity>().await.len(), 2, "the list goes on");
}

#[rstest]
#[tokio::test]
async fn another_price_list_of_that_code_is_told_and_left_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::making_items(engine, "Variant Code").await;
    let (taken, random) =
        (&NewList::new(Code::cut("VARIANTS-VAT"), Source::AllCustomers, Code::blank()), world.connector.random());
    let write = |tx| async move { create_list(&tx, taken, start(), random).await };
    world.test.db.write(write).await.unwrap();
    let before = world.all::<items::Entity>().await.len();
    world.put_product(in_sizes("Shirt", "A")).await;
    assert_eq!(world.sync_products().await.failed, 1);
    let message = &world.products().await[0].error_message;
    assert!(message.contains("'VARIANTS-VAT'") && message.ends_with("give that list another code."), "{message}");
    assert_eq!(world.all::<items::Entity>().await.len(), before, "no half of it is made");
    assert_eq!(world.all::<line::Entity>().await, []);
}
