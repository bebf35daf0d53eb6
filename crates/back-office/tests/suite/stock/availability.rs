//! What is available, on which day, of which variants, at which locations.

use std::sync::atomic::{AtomicUsize, Ordering};

use back_office::availability::{self, Figures};
use back_office::expected_receipts::{self, NewReceipt};
use back_office::items::{ItemType, NewItem};
use back_office::posting::Request;
use back_office::sales::DocumentType;
use back_office::{Error, Result, items};
use database::testing::start;
use database::{Engine, Read};
use rstest::rstest;
use sea_orm::prelude::async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use values::Code;

use super::warehouse::{TODAY, found, ordered, place, units};
use crate::world::{World, code, day, item};

const TOMORROW: &str = "2026-03-03";

fn receipt(at: &str, quantity: &str, date: Option<&str>) -> NewReceipt {
    let at = place(at);
    NewReceipt {
        item_number: at.item_number,
        variant_code: at.variant_code,
        location_code: at.location_code,
        expected_receipt_date: date.map(day),
        quantity: units(quantity),
        description: "PO-1".into(),
    }
}

async fn expect(world: &World, new: &NewReceipt) -> Result<expected_receipts::Model> {
    let cx = &world.context();
    world.test.db.write(|tx| async move { expected_receipts::add(&tx, new, cx).await }).await
}

/// On hand 10 at BLUE and 4 of the variant RED at EAST.
async fn stocked(engine: Engine) -> World {
    let world = World::new(engine).await;
    world.locations(&["BLUE", "EAST"]).await;
    world.variant("SHIRT", "RED").await;
    world.adjust(&[found("SHIRT - BLUE", "10", "60"), found("SHIRT RED EAST", "4", "60")]).await;
    world
}

#[rstest]
#[tokio::test]
async fn what_is_projected_is_on_hand_less_what_is_ordered_and_more_what_comes_by_the_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    world.dated(DocumentType::Order, (&place("SHIRT RED EAST"), 3), Some(TODAY)).await;
    world.dated(DocumentType::ReturnOrder, (&place("SHIRT RED EAST"), 1), Some(TODAY)).await;
    expect(&world, &receipt("SHIRT - BLUE", "5", Some(TOMORROW))).await.unwrap();

    let shirt = code("SHIRT");
    let today = world.available(&["SHIRT"], TODAY).await;
    let red_at_east = today.of(&shirt, Some(&code("RED")), |location| *location == "EAST").unwrap();
    assert_eq!(red_at_east.projected_available_balance(), units("2"));
    assert_eq!(today.of_item(&shirt).unwrap().projected_available_balance(), units("12"));
    let tomorrow = world.available(&["SHIRT"], TOMORROW).await;
    assert_eq!(tomorrow.of_item(&shirt).unwrap().projected_available_balance(), units("17"));
    assert_eq!(tomorrow.of_item(&shirt).unwrap().available_to_promise(), units("17"));
    assert_eq!(tomorrow.of_item(&shirt).unwrap().inventory, units("14"));
}

#[rstest]
#[tokio::test]
async fn only_what_is_asked_for_is_added_up_and_the_blank_location_is_a_location(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    world.adjust(&[found("SHIRT - -", "7", "60")]).await;
    let (shirt, today) = (code("SHIRT"), world.available(&["SHIRT"], TODAY).await);
    let inventory = |variant: Option<&str>, locations: &[&str]| {
        let variant = variant.map(code::<10>);
        let asked = |location: &Code<10>| locations.contains(&location.as_str());
        today.of(&shirt, variant.as_ref(), asked).unwrap().inventory
    };
    assert_eq!(inventory(None, &["", "BLUE", "EAST"]), units("21"));
    assert_eq!(inventory(None, &[""]), units("7"));
    assert_eq!(inventory(Some(""), &["", "BLUE", "EAST"]), units("17"));
    assert_eq!(inventory(Some("RED"), &["BLUE"]), units("0"));
    let places: Vec<_> =
        today.places(&shirt).map(|(variant, location, _)| (variant.as_str(), location.as_str())).collect();
    assert_eq!(places, [("", ""), ("", "BLUE"), ("RED", "EAST")]);
}

#[rstest]
#[tokio::test]
async fn what_has_no_date_counts_at_once_and_what_is_later_does_not(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    let blue = place("SHIRT - BLUE");
    world.dated(DocumentType::Order, (&blue, 2), None).await;
    world.dated(DocumentType::Order, (&blue, 4), Some(TOMORROW)).await;
    expect(&world, &receipt("SHIRT - BLUE", "5", None)).await.unwrap();
    expect(&world, &receipt("SHIRT - BLUE", "6", Some(TOMORROW))).await.unwrap();
    let figures = |day: &'static str| {
        let world = &world;
        async move { world.available(&["SHIRT"], day).await.of(&code("SHIRT"), None, |at| *at == "BLUE").unwrap() }
    };
    let today = figures(TODAY).await;
    assert_eq!((today.gross_requirement, today.scheduled_receipt), (units("2"), units("5")));
    let tomorrow = figures(TOMORROW).await;
    assert_eq!((tomorrow.gross_requirement, tomorrow.scheduled_receipt), (units("6"), units("11")));
}

#[rstest]
#[tokio::test]
async fn an_order_asks_for_what_is_not_shipped_in_base_units_and_an_invoice_for_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = stocked(engine).await;
    let blue = place("SHIRT - BLUE");
    let id = world.document(DocumentType::Order, &ordered(&blue, 6)).await;
    world.document(DocumentType::Invoice, &ordered(&blue, 3)).await;
    world
        .change(back_office::sales::line::ActiveModel {
            quantity_per_unit_of_measure: sea_orm::Set(units("1.5")),
            ..Default::default()
        })
        .await;
    world.plan(id, &[(1, "2", "0")]).await;
    world.post(id, Request::SHIP).await.unwrap();
    let figures = world.available(&["SHIRT"], TODAY).await.of(&code("SHIRT"), None, |at| *at == "BLUE").unwrap();
    assert_eq!(figures.inventory, units("7"));
    assert_eq!(figures.gross_requirement, units("6"));
    assert_eq!(figures.projected_available_balance(), units("1"));
}

#[rstest]
#[tokio::test]
async fn what_is_not_counted_has_no_figures(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let service = &NewItem { item_type: ItemType::Service, ..item("WORK", "") };
    let random = &world.random;
    world.test.db.write(|tx| async move { items::create(&tx, service, start(), random).await }).await.unwrap();
    world.document(DocumentType::Order, &ordered(&place("WORK - -"), 2)).await;
    let available = world.available(&["WORK", "SHIRT", "NOTHING"], TODAY).await;
    assert_eq!(available.of_item(&code("WORK")), None);
    assert_eq!(available.of_item(&code("NOTHING")), None);
    assert_eq!(available.of_item(&code("SHIRT")), Some(Figures::default()));
}

#[rstest]
#[tokio::test]
async fn ten_thousand_items_take_as_many_statements_as_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = stocked(engine).await;
    let many = (0..10_000).map(|number| code(&format!("NONE{number}")));
    let many: &Vec<Code<20>> = &many.chain([code("SHIRT")]).collect();
    let read = |items: Vec<Code<20>>| {
        let db = &world.test.db;
        async move {
            let items = &items;
            let read = |r| async move {
                let counted = Counted { read: r, statements: AtomicUsize::new(0) };
                let available = availability::read(&counted, items, day(TODAY)).await?;
                Result::<_>::Ok((available, counted.statements.into_inner()))
            };
            db.read(read).await.unwrap()
        }
    };
    let (one, of_one) = read(vec![code("SHIRT")]).await;
    let (all, of_many) = read(many.clone()).await;
    assert_eq!((of_one, of_many), (5, 5));
    assert_eq!(one, all);
    assert_eq!(all.of_item(&code("SHIRT")).unwrap().inventory, units("14"));
}

#[rstest]
#[tokio::test]
async fn an_expected_receipt_is_changed_and_taken_away(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = stocked(engine).await;
    let made = expect(&world, &receipt("SHIRT - BLUE", "5", Some(TODAY))).await.unwrap();
    let (cx, id) = (&world.context(), made.id);
    let less = &receipt("SHIRT - BLUE", "2", Some(TODAY));
    let changed =
        world.test.db.write(|tx| async move { expected_receipts::change(&tx, id, less, cx).await }).await.unwrap();
    assert_eq!((changed.quantity, changed.version), (units("2"), 2));
    let scheduled =
        || async { world.available(&["SHIRT"], TODAY).await.of_item(&code("SHIRT")).unwrap().scheduled_receipt };
    assert_eq!(scheduled().await, units("2"));
    world.test.db.write(|tx| async move { expected_receipts::remove(&tx, id, cx).await }).await.unwrap();
    assert_eq!(scheduled().await, units("0"));
    let gone = world.test.db.write(|tx| async move { expected_receipts::remove(&tx, id, cx).await }).await;
    assert!(matches!(gone, Err(Error::Unknown { kind: "expected receipt", .. })));
}

#[rstest]
#[case("HAT - -", "1", "there is no item HAT: create it, or choose another")]
#[case("SHIRT BLACK -", "1", "there is no item variant BLACK of item SHIRT: create it, or choose another")]
#[case("SHIRT - WEST", "1", "there is no location WEST: create it, or choose another")]
#[case("SHIRT - -", "0", "Quantity is 0: enter a greater number")]
#[tokio::test]
async fn what_can_not_come_is_not_expected(
    #[case] at: &str,
    #[case] quantity: &str,
    #[case] expected: &str,
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let refused = expect(&world, &receipt(at, quantity, None)).await.unwrap_err();
    assert_eq!(refused.to_string(), expected);
}

/// A connection that counts what is asked of it.
struct Counted {
    read: Read,
    statements: AtomicUsize,
}

#[async_trait]
impl ConnectionTrait for Counted {
    fn get_database_backend(&self) -> DbBackend {
        self.read.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.read.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.read.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.read.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.read.query_all_raw(statement).await
    }
}
