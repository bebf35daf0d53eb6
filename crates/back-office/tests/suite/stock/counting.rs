//! Counting what is there.

use back_office::item_journal::{self, Counting, Refusal, line};
use back_office::item_ledger::EntryType;
use back_office::{Error, Result, items};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;
use uuid::Uuid;
use values::Code;

use super::warehouse::{found, lost, today, units};
use crate::posting::books::entries;
use crate::world::{World, amount, code, day};

fn all() -> Counting {
    Counting {
        posting_date: today(),
        document_number: Code::blank(),
        item_numbers: Vec::new(),
        location_codes: Vec::new(),
        items_not_on_inventory: false,
    }
}

impl World {
    async fn calculate(&self, counting: &Counting) -> Vec<line::Model> {
        let cx = &self.context();
        let calculate =
            |tx| async move { item_journal::calculate_inventory(&tx, &code("PHYSINV"), counting, cx).await };
        self.test.db.write(calculate).await.unwrap()
    }

    async fn count(&self, id: Uuid, quantity: &str) -> Result<line::Model> {
        let quantity = units(quantity);
        self.test.db.write(|tx| async move { item_journal::count(&tx, id, quantity).await }).await
    }
}

/// Item, variant, location and how many should be there.
fn calculated(lines: &[line::Model]) -> Vec<String> {
    let text = |line: &line::Model| {
        format!("{} {} {} {}", line.item_number, line.variant_code, line.location_code, line.quantity_calculated)
    };
    lines.iter().map(text).collect()
}

/// 10 shirts and no more cups at MAIN, 3 red shirts at EAST.
async fn stocked(engine: Engine) -> World {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world.variant("SHIRT", "RED").await;
    world
        .adjust(&[
            found("SHIRT - MAIN", "10", "60"),
            found("SHIRT RED EAST", "3", "60"),
            found("CUP - MAIN", "2", "5"),
            lost("CUP - MAIN", "2"),
        ])
        .await;
    world
}

#[rstest]
#[tokio::test]
async fn what_should_be_there_is_counted_and_the_difference_is_posted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    let lines = world.calculate(&all()).await;
    assert_eq!(calculated(&lines), ["SHIRT  MAIN 10", "SHIRT RED EAST 3"]);
    assert!(lines.iter().all(|line| line.quantity.is_zero() && line.quantity_physical == line.quantity_calculated));
    let fewer = world.count(lines[0].id, "8").await.unwrap();
    assert_eq!(
        (fewer.entry_type, fewer.quantity, fewer.amount),
        (item_journal::EntryType::NegativeAdjustment, units("2"), amount("120"))
    );
    assert_eq!(world.count(lines[1].id, "4").await.unwrap().quantity, units("1"));
    assert_eq!(world.post_count().await.unwrap().lines, 2);
    let books = world.books().await;
    assert_eq!(books.transaction(2), entries("1460 -60, 4390 60"));
    let posted: Vec<_> = books.item.iter().skip(4).map(|entry| (entry.entry_type, entry.quantity)).collect();
    assert_eq!(posted, [(EntryType::NegativeAdjustment, units("-2")), (EntryType::PositiveAdjustment, units("1"))]);
    assert!(world.entered_lines().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_count_that_finds_all_draws_no_number_and_posts_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    world.calculate(&all()).await;
    let posted = world.post_count().await.unwrap();
    assert_eq!((posted.transaction_number, posted.lines), (None, 2));
    assert!(world.entered_lines().await.is_empty());
    world.adjust(&[found("CUP - MAIN", "1", "5")]).await;
    assert_eq!(world.books().await.item.last().unwrap().document_number, "IJ-000002");
}

#[rstest]
#[tokio::test]
async fn what_is_counted_is_chosen_by_item_location_and_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    let empty = world.calculate(&Counting { items_not_on_inventory: true, ..all() }).await;
    assert_eq!(calculated(&empty), ["CUP  MAIN 0", "SHIRT  MAIN 10", "SHIRT RED EAST 3"]);
    let at_east = world.calculate(&Counting { location_codes: vec![code("EAST")], ..all() }).await;
    assert_eq!(calculated(&at_east), ["SHIRT RED EAST 3"]);
    let cups = Counting { item_numbers: vec![code("CUP")], items_not_on_inventory: true, ..all() };
    assert_eq!(calculated(&world.calculate(&cups).await), ["CUP  MAIN 0"]);
    assert!(world.calculate(&Counting { posting_date: day("2026-03-01"), ..all() }).await.is_empty());
    assert!(world.entered_lines().await.is_empty(), "each count takes the place of the one before");
    world.change(items::ActiveModel { blocked: Set(true), ..Default::default() }).await;
    assert!(world.calculate(&all()).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn what_is_entered_and_what_is_counted_stand_in_batches_of_their_own(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    let entered = world.enter_stock(&[found("CUP - MAIN", "1", "5")]).await.unwrap();
    let lines = world.calculate(&all()).await;
    assert!(matches!(world.count(entered[0].id, "1").await, Err(Error::ItemJournal(Refusal::IsNotCounted(10_000)))));
    let (id, new) = (lines[0].id, &found("CUP - MAIN", "1", "5"));
    let changed = world.test.db.write(|tx| async move { item_journal::change(&tx, id, new).await }).await;
    assert!(matches!(changed, Err(Error::ItemJournal(Refusal::IsCounted(10_000)))));
    assert!(matches!(world.count(id, "-1").await, Err(Error::NotPositive { .. })));
    let (cx, counting) = (&world.context(), &all());
    let added = |tx| async move { item_journal::add(&tx, &code("PHYSINV"), std::slice::from_ref(new), cx).await };
    let refused = world.test.db.write(added).await.unwrap_err().to_string();
    assert_eq!(
        refused,
        "batch PHYSINV is of the Phys. Inventory journal, not of the Item journal: choose another batch"
    );
    let calculate = |tx| async move { item_journal::calculate_inventory(&tx, &code("DEFAULT"), counting, cx).await };
    assert!(matches!(world.test.db.write(calculate).await, Err(Error::ItemJournal(Refusal::OtherJournal { .. }))));
    // Posting the one leaves the other alone.
    assert_eq!(world.post_count().await.unwrap().lines, 2);
    assert_eq!(world.entered_lines().await, entered);
}
