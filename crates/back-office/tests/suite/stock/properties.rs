//! What holds after whatever was posted: journals, counts, sales in parts and what comes back, in any order.

use std::collections::BTreeMap;

use back_office::inventory_setup;
use back_office::item_ledger::Place;
use back_office::posting::Request;
use back_office::sales::DocumentType;
use database::Engine;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rstest::rstest;
use sea_orm::Set;
use values::money::{Amount, Quantity};

use super::warehouse::{TODAY, found, lost, moved, ordered, place, units};
use crate::posting::books::Books;
use crate::world::World;

/// How many things happen on each engine.
const EVENTS: usize = 40;

const PLACES: [&str; 5] = ["SHIRT - MAIN", "SHIRT RED MAIN", "SHIRT RED EAST", "CUP - MAIN", "CUP - EAST"];

#[derive(Clone, Debug)]
enum Event {
    Found {
        at: usize,
        quantity: i32,
        cents: i64,
    },
    Lost {
        at: usize,
        quantity: i32,
    },
    Moved {
        at: usize,
        quantity: i32,
    },
    /// Ordered, shipped and invoiced of it.
    Sold {
        at: usize,
        quantity: i32,
        ship: i32,
        invoice: i32,
    },
    Returned {
        at: usize,
        quantity: i32,
    },
}

fn event() -> impl Strategy<Value = Event> {
    let (at, quantity) = (|| 0..PLACES.len(), || 1..12_i32);
    prop_oneof![
        3 => (at(), quantity(), 1..20_000_i64).prop_map(|(at, quantity, cents)| Event::Found { at, quantity, cents }),
        1 => (at(), quantity()).prop_map(|(at, quantity)| Event::Lost { at, quantity }),
        1 => (at(), quantity()).prop_map(|(at, quantity)| Event::Moved { at, quantity }),
        3 => (at(), quantity(), 0..12_i32, 0..12_i32)
            .prop_map(|(at, quantity, ship, invoice)| Event::Sold { at, quantity, ship, invoice }),
        1 => (at(), quantity()).prop_map(|(at, quantity)| Event::Returned { at, quantity }),
    ]
}

/// What is on hand, counted by hand.
#[derive(Default)]
struct Shelves(BTreeMap<Place, i32>);

impl Shelves {
    fn put(&mut self, at: &str, quantity: i32) {
        *self.0.entry(place(at)).or_default() += quantity;
    }
}

#[rstest]
#[tokio::test]
async fn the_item_ledger_is_what_is_on_the_shelves_and_value_entries_are_what_is_in_the_books(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let mut runner = TestRunner::deterministic();
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world.variant("SHIRT", "RED").await;
    let expected = inventory_setup::ActiveModel { expected_cost_posting: Set(true), ..Default::default() };
    world.change(expected).await;
    let mut shelves = Shelves::default();
    for _ in 0..EVENTS {
        let event = event().new_tree(&mut runner).unwrap().current();
        happen(&world, &event, &mut shelves).await;
        check(&world.books().await, &event);
    }
    let available = world.available(&["SHIRT", "CUP"], TODAY).await;
    let mut on_hand = BTreeMap::new();
    for item in ["SHIRT", "CUP"] {
        for (variant, location, figures) in available.places(&item.parse().unwrap()) {
            on_hand.insert(Place::new(&item.parse().unwrap(), variant, location), figures.inventory);
        }
    }
    let counted: BTreeMap<Place, Quantity> =
        shelves.0.into_iter().map(|(place, quantity)| (place, Quantity::from(quantity))).collect();
    on_hand.retain(|place, quantity| counted.contains_key(place) || !quantity.is_zero());
    assert_eq!(on_hand, counted);
}

async fn happen(world: &World, event: &Event, shelves: &mut Shelves) {
    match event {
        Event::Found { at, quantity, cents } => {
            let cost = rust_decimal::Decimal::new(*cents, 2).to_string();
            world.adjust(&[found(PLACES[*at], &quantity.to_string(), &cost)]).await;
            shelves.put(PLACES[*at], *quantity);
        }
        Event::Lost { at, quantity } => {
            world.adjust(&[lost(PLACES[*at], &quantity.to_string())]).await;
            shelves.put(PLACES[*at], -quantity);
        }
        Event::Moved { at, quantity } => {
            let from = PLACES[*at];
            let (what, here) = from.rsplit_once(' ').unwrap();
            let there = if here == "MAIN" { "EAST" } else { "MAIN" };
            world.adjust(&[moved(from, there, &quantity.to_string())]).await;
            shelves.put(from, -quantity);
            shelves.put(&format!("{what} {there}"), *quantity);
        }
        Event::Sold { at, quantity, ship, invoice } => {
            let id = world.document(DocumentType::Order, &ordered(&place(PLACES[*at]), *quantity)).await;
            let (ship, invoice) = ((*ship).min(*quantity), (*invoice).min(*ship).min(*quantity));
            world.plan_first(id, ship.into(), invoice.into()).await;
            let posted = world.post(id, Request::SHIP_AND_INVOICE).await;
            assert_eq!(posted.is_ok(), ship > 0 || invoice > 0, "{posted:?}");
            shelves.put(PLACES[*at], -ship);
        }
        Event::Returned { at, quantity } => {
            let kind = if quantity % 2 == 0 { DocumentType::CreditMemo } else { DocumentType::ReturnOrder };
            let id = world.document(kind, &ordered(&place(PLACES[*at]), *quantity)).await;
            assert!(world.post(id, Request::SHIP_AND_INVOICE).await.unwrap().completed);
            shelves.put(PLACES[*at], *quantity);
        }
    }
}

/// Value entries are what stands on the inventory accounts, and no place has both goods that are left and goods that are
/// missing.
fn check(books: &Books, event: &Event) {
    let actual: Amount = books.value.iter().map(|entry| entry.cost_amount_actual).sum();
    assert_eq!(books.balance(&["1460"]), actual, "{event:?}");
    let expected: Amount = books.item.iter().map(|entry| entry.cost_amount_expected).sum();
    assert_eq!(books.balance(&["1465"]), expected, "{event:?}");
    let mut signs: BTreeMap<Place, bool> = BTreeMap::new();
    for entry in books.item.iter().filter(|entry| entry.open) {
        let is_left = entry.remaining_quantity > units("0");
        assert_eq!(*signs.entry(entry.place()).or_insert(is_left), is_left, "{event:?}");
    }
}
