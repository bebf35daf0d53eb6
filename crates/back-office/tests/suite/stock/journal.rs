//! What posting an item journal does to goods and books.

use back_office::item_journal::{self, EntryType, NewLine, TemplateType, line};
use back_office::item_ledger::EntryType as Moved;
use back_office::posting::Request;
use back_office::posting_setup::inventory;
use back_office::sales::DocumentType;
use back_office::{Error, Result, inventory_setup, items};
use chrono::NaiveDate;
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use super::warehouse::{found, lost, moved, ordered, place, units};
use crate::posting::books::{Books, entries};
use crate::world::{World, amount, code, day};

#[rstest]
#[tokio::test]
async fn what_is_found_comes_with_its_cost_and_what_is_lost_goes_with_that_of_its_item(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let posted = world.adjust(&[found("SHIRT - MAIN", "10", "60"), lost("SHIRT - MAIN", "3")]).await;
    assert_eq!((posted.transaction_number, posted.lines), (Some(1), 2));
    let books = world.books().await;
    assert_eq!(books.transaction(1), entries("1460 420, 4390 -420"));
    let register = &books.registers[0];
    assert_eq!((register.source_code.as_str(), register.document_number.as_str()), ("ITEMJNL", "IJ-000001"));
    let [came, gone] = &books.item[..] else { panic!("{:?}", books.item) };
    assert_eq!(
        (came.entry_type, came.quantity, came.cost_amount_actual),
        (Moved::PositiveAdjustment, units("10"), amount("600"))
    );
    assert_eq!((came.remaining_quantity, came.open), (units("7"), true));
    assert_eq!(
        (gone.entry_type, gone.quantity, gone.cost_amount_actual),
        (Moved::NegativeAdjustment, units("-3"), amount("-180"))
    );
    assert_eq!((gone.remaining_quantity, gone.open), (units("0"), false));
    assert!(came.completely_invoiced && came.document_number == "IJ-000001" && came.document_line_number == 10_000);
    assert_eq!(books.value[0].cost_posted_to_general_ledger, amount("600"));
    assert!(world.entered_lines().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn goods_move_to_another_location_and_keep_their_worth(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world.adjust(&[found("SHIRT - MAIN", "10", "60")]).await;
    world.adjust(&[moved("SHIRT - MAIN", "EAST", "4")]).await;
    let books = world.books().await;
    assert!(books.transaction(2).is_empty(), "both locations have one account");
    let [_, from, to] = &books.item[..] else { panic!("{:?}", books.item) };
    assert_eq!((from.entry_type, from.quantity, from.location_code.as_str()), (Moved::Transfer, units("-4"), "MAIN"));
    assert_eq!((to.entry_type, to.quantity, to.location_code.as_str()), (Moved::Transfer, units("4"), "EAST"));
    assert_eq!((from.cost_amount_actual, to.cost_amount_actual), (amount("-240"), amount("240")));
    assert_eq!(world.item("SHIRT").await.unit_cost, amount("60"));
}

#[rstest]
#[tokio::test]
async fn goods_that_move_to_a_location_with_another_account_take_their_worth_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world.own_account("EAST", "1580").await;
    world.adjust(&[found("SHIRT - MAIN", "10", "60"), moved("SHIRT - MAIN", "EAST", "4")]).await;
    assert_eq!(world.books().await.transaction(1), entries("1460 600, 4390 -600, 1580 240, 1460 -240"));
}

impl World {
    /// Gives a location an inventory account of its own.
    async fn own_account(&self, location: &str, account: &str) {
        use inventory::{Column, Entity};
        let (location, account) = (&code::<10>(location), &code::<20>(account));
        let write = |tx| async move {
            let of_location = Entity::update_many().filter(Column::LocationCode.eq(location.clone()));
            of_location.col_expr(Column::InventoryAccount, account.clone().into()).exec(&tx).await?;
            Result::<_>::Ok(())
        };
        self.test.db.write(write).await.unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn goods_that_go_are_taken_from_the_oldest_that_came(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.adjust(&[found("SHIRT - MAIN", "3", "60"), found("SHIRT - MAIN", "5", "60")]).await;
    world.adjust(&[lost("SHIRT - MAIN", "4")]).await;
    let left = |books: &Books| -> Vec<(String, bool)> {
        books.item.iter().map(|entry| (entry.remaining_quantity.to_string(), entry.open)).collect()
    };
    let is =
        |text: &str| -> Vec<(String, bool)> { text.split(' ').map(|left| (left.to_owned(), left != "0")).collect() };
    assert_eq!(left(&world.books().await), is("0 4 0"));
    // An order takes the last four and two that are not there, which the next receipt makes up for.
    let id = world.document(DocumentType::Order, &ordered(&place("SHIRT - MAIN"), 6)).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!(left(&world.books().await), is("0 0 0 -2"));
    world.adjust(&[found("SHIRT - MAIN", "1", "60"), found("SHIRT - MAIN", "9", "60")]).await;
    assert_eq!(left(&world.books().await), is("0 0 0 0 0 8"));
    // What comes back is there again, elsewhere nothing changes.
    let back = world.document(DocumentType::CreditMemo, &ordered(&place("SHIRT - -"), 2)).await;
    world.post(back, Request::SHIP_AND_INVOICE).await.unwrap();
    assert_eq!(left(&world.books().await), is("0 0 0 0 0 8 2"));
}

#[rstest]
#[tokio::test]
async fn without_automatic_cost_posting_the_general_ledger_stays_as_it_is(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let off = inventory_setup::ActiveModel { automatic_cost_posting: Set(false), ..Default::default() };
    world.change(off).await;
    world.adjust(&[found("SHIRT - MAIN", "10", "60")]).await;
    let books = world.books().await;
    assert!(books.general.is_empty() && books.registers.len() == 1);
    assert_eq!(books.value[0].cost_amount_actual, amount("600"));
    assert_eq!(books.value[0].cost_posted_to_general_ledger, amount("0"));
}

#[rstest]
#[tokio::test]
async fn a_crate_is_worth_as_many_units_as_it_holds(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let unit = &items::unit_of_measure::Model {
        id: world.random.id(start()),
        item_number: code("SHIRT"),
        code: code("CRATE"),
        quantity_per_unit_of_measure: units("12"),
    };
    let write = |tx| async move {
        unit.clone().into_active_model().insert(&tx).await?;
        Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    let crates = NewLine { unit_of_measure_code: code("CRATE"), ..found("SHIRT - MAIN", "2", "120") };
    world.adjust(std::slice::from_ref(&crates)).await;
    let books = world.books().await;
    assert_eq!((books.item[0].quantity, books.item[0].cost_amount_actual), (units("24"), amount("240")));
    assert_eq!(world.item("SHIRT").await.unit_cost, amount("10"));
    let without = NewLine { unit_cost: None, ..crates };
    let lines = world.enter_stock(&[without]).await.unwrap();
    assert_eq!((lines[0].unit_cost, lines[0].amount), (amount("120"), amount("240")));
}

#[rstest]
#[tokio::test]
async fn lines_keep_their_own_document_and_reason_and_the_others_share_a_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let own = NewLine {
        document_number: code("FLOOD"),
        reason_code: code("WATER"),
        posting_date: day("2026-02-28"),
        ..lost("SHIRT - MAIN", "1")
    };
    world.costing("5").await;
    world.adjust(&[found("SHIRT - MAIN", "1", "5"), own, found("CUP - MAIN", "1", "7")]).await;
    let books = world.books().await;
    let numbers: Vec<_> = books.item.iter().map(|entry| entry.document_number.as_str()).collect();
    assert_eq!(numbers, ["IJ-000001", "FLOOD", "IJ-000001"]);
    let reasons: Vec<_> = books.value.iter().map(|entry| entry.reason_code.as_str()).collect();
    assert_eq!(reasons, ["", "WATER", ""]);
    let dates: Vec<NaiveDate> = books.general.iter().map(|entry| entry.posting_date).collect();
    assert_eq!(dates, ["2026-02-28", "2026-02-28", "2026-03-02", "2026-03-02"].map(day));
    world.adjust(&[found("CUP - MAIN", "1", "7")]).await;
    assert_eq!(world.books().await.item[3].document_number, "IJ-000002");
}

#[rstest]
#[tokio::test]
async fn a_line_is_changed_and_taken_away(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let lines = world.enter_stock(&[found("SHIRT - MAIN", "10", "60"), found("CUP - MAIN", "1", "1")]).await.unwrap();
    assert_eq!(lines.iter().map(|line| line.line_number).collect::<Vec<_>>(), [10_000, 20_000]);
    let (id, other) = (lines[0].id, lines[1].id);
    let new = &NewLine { entry_type: EntryType::NegativeAdjustment, ..found("LAMP - -", "2", "3.505") };
    let changed = world.test.db.write(|tx| async move { item_journal::change(&tx, id, new).await }).await.unwrap();
    assert_eq!((changed.item_number.as_str(), changed.amount, changed.version), ("LAMP", amount("7.01"), 2));
    let gone = world.test.db.write(|tx| async move { item_journal::remove(&tx, &[other]).await }).await.unwrap();
    let left: Vec<line::Model> = world.entered_lines().await;
    assert_eq!((gone, left), (1, vec![changed]));
    let missing = world.test.db.write(|tx| async move { item_journal::change(&tx, other, new).await }).await;
    assert!(matches!(missing, Err(Error::Unknown { kind: "item journal line", .. })));
}

#[rstest]
#[tokio::test]
async fn two_who_post_the_same_journal_post_it_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.enter_stock(&[found("SHIRT - MAIN", "10", "60")]).await.unwrap();
    let (one, other) = tokio::join!(world.post_stock(), world.post_stock());
    let (done, refused) = if one.is_ok() { (one, other) } else { (other, one) };
    assert_eq!(done.unwrap().lines, 1);
    let refused = refused.unwrap_err().to_string();
    assert_eq!(refused, "item journal DEFAULT can't be posted: there is nothing to post: add a line");
    assert_eq!(world.books().await.item.len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_batch_is_made_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let random = &world.random;
    let create = |name: &'static str, series: &'static str| {
        world.test.db.write(move |tx| async move {
            item_journal::create(&tx, TemplateType::Item, (&code(name), "Counts"), &code(series), start(), random).await
        })
    };
    assert_eq!(create("COUNTS", "").await.unwrap().number_series, "");
    assert!(matches!(create("COUNTS", "").await, Err(Error::Exists { kind: "item journal batch", .. })));
    assert!(matches!(create("OTHER", "NONE").await, Err(Error::Unknown { kind: "number series", .. })));
}

#[rstest]
#[tokio::test]
async fn twenty_lines_cost_as_many_statements_as_two(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world.adjust(&[found("SHIRT - MAIN", "100", "60"), found("CUP - MAIN", "100", "5")]).await;
    let mut costs = Vec::new();
    for times in [1, 10] {
        let lines = [moved("SHIRT - MAIN", "EAST", "1"), lost("CUP - MAIN", "1")];
        let before = world.test.db.statements();
        world.adjust(&vec![lines; times].concat()).await;
        costs.push(world.test.db.statements() - before);
    }
    assert_eq!(costs[0], costs[1]);
}
