//! What a number is made of.

use std::collections::BTreeMap;

use back_office::sales;
use connector::stock::{Explained, Part, explain};
use database::Engine;
use rstest::rstest;
use values::money::Quantity;

use crate::world::{World, kari};

async fn explained(world: &World) -> Explained {
    let row = world.stock_of("1000").await;
    explain(&world.connector, &kari(), row.id).await.unwrap()
}

/// The parts that are not nothing; behind each stand entries that come to as much.
fn check(explained: &Explained) -> Vec<(Part, Quantity)> {
    let parts: Vec<_> = explained.parts.iter().filter(|(_, quantity)| !quantity.is_zero()).copied().collect();
    let mut behind: BTreeMap<Part, Quantity> = BTreeMap::new();
    for entry in explained.entries.iter().filter(|entry| entry.counts) {
        *behind.entry(entry.part).or_default() += entry.quantity;
    }
    assert_eq!(parts.iter().copied().collect::<BTreeMap<_, _>>(), behind);
    parts
}

/// Parts of so many pieces.
fn pieces<const N: usize>(parts: [(Part, i32); N]) -> Vec<(Part, Quantity)> {
    parts.into_iter().map(|(part, quantity)| (part, quantity.into())).collect()
}

#[rstest]
#[tokio::test]
async fn each_part_has_the_entries_behind_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (world, _) = World::stocked(engine).await;
    world.found_in_stock("1000", 12).await;
    world.found_in_stock("1000", -2).await;
    world.sync_stock().await;
    world.advance(1);
    world.buy("1000", 2).await;
    world.advance(5);
    world.sync_orders().await;
    world.set(&[("autoCreateOrders", "false")]).await;
    world.buy("1000", 3).await;
    world.advance(5);
    world.sync_orders().await;
    let number = explained(&world).await;
    let expected = pieces([(Part::Inventory, 10), (Part::SalesOrders, -2), (Part::Waiting, -3)]);
    assert_eq!(check(&number), expected);
    assert_eq!((number.available, number.stock), (8.into(), 5));
    let on_hand = number.entries.iter().filter(|entry| entry.part == Part::Inventory);
    let on_hand: Vec<Quantity> = on_hand.map(|entry| entry.quantity).collect();
    assert_eq!(on_hand, [Quantity::from(-2), Quantity::from(12)], "the newest first");
    let waits = number.entries.iter().find(|entry| entry.part == Part::Waiting).unwrap();
    assert_eq!(waits.document_number, "#1002");
    // Once it has its document it is taken off by that alone, before any run has looked.
    world.create_sales_orders().await;
    let number = explained(&world).await;
    assert_eq!(check(&number), pieces([(Part::Inventory, 10), (Part::SalesOrders, -5)]));
    assert_eq!(number.stock, 5);
}

#[rstest]
#[tokio::test]
async fn what_is_reserved_for_an_order_of_the_store_is_told_apart_from_the_rest_of_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (world, _) = World::stocked(engine).await;
    world.calculate("Free Inventory (not reserved)").await;
    world.found_in_stock("1000", 10).await;
    world.sync_stock().await;
    world.advance(1);
    world.buy("1000", 5).await;
    world.advance(5);
    world.sync_orders().await;
    let order = &world.sales_orders().await[0];
    let lines = world.sales_lines(order).await;
    let line = lines.iter().find(|line| line.number.as_str() == "1000").unwrap().line_number;
    let cx = &sales::Context { now: world.now(), random: world.connector.random().clone(), user: "KARI".into() };
    let write = |tx| async move { sales::reserve(&tx, order.id, line, 3.into(), cx).await };
    world.test.db.write(write).await.unwrap();
    let number = explained(&world).await;
    let expected = pieces([(Part::Inventory, 10), (Part::Reserved, -3), (Part::Promised, -2)]);
    assert_eq!(check(&number), expected);
    assert_eq!((number.available, number.stock), (5.into(), 5));
}
