use std::sync::Arc;

use back_office::Error;
use back_office::sales::{NewDocument, Outcome, Status};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;
use values::Code;

use crate::world::{World, amount, code, day, from, order, sold};

fn shirt(id: &str) -> NewDocument {
    NewDocument { source: from(id), ..order(true, vec![sold("SHIRT", 1, "125.00", "0")]) }
}

fn number(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Created(_, number) | Outcome::AlreadyThere(_, number) => number.as_str(),
    }
}

#[rstest]
#[tokio::test]
async fn an_order_is_open_and_says_where_it_comes_from(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (order, _) = world.made(&shirt("1001")).await;
    assert_eq!((order.number.as_str(), order.status), ("SO-000001", Status::Open));
    assert_eq!((order.source_kind.as_deref(), order.source_id.as_deref()), (Some("Web Order"), Some("1001")));
    assert_eq!(order.source_number, "#1001");
    assert_eq!((order.posting_date, order.due_date), (day("2026-03-02"), day("2026-03-01")));
    assert_eq!((order.user_id.as_str(), order.version), ("OLA", 1));
}

#[rstest]
#[tokio::test]
async fn an_order_made_twice_is_there_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let first = world.create(&shirt("1001")).await.unwrap();
    let Outcome::Created(id, made) = first else { panic!("it is new") };
    assert_eq!(world.create(&shirt("1001")).await.unwrap(), Outcome::AlreadyThere(id, made));
    let (_, lines) = world.read(id).await;
    assert_eq!((world.orders().await.len(), lines.len()), (1, 1));
    assert_eq!(number(&world.create(&shirt("1002")).await.unwrap()), "SO-000002");
}

#[rstest]
#[tokio::test]
async fn an_order_that_is_there_is_found_even_when_its_customer_has_been_blocked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.create(&shirt("1001")).await.unwrap();
    let blocked = back_office::customers::Blocked::All;
    world.change(back_office::customers::ActiveModel { blocked: Set(blocked), ..Default::default() }).await;
    assert!(matches!(world.create(&shirt("1001")).await, Ok(Outcome::AlreadyThere(..))));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn orders_made_at_the_same_time_have_numbers_without_gaps_and_are_there_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = Arc::new(World::new(engine).await);
    let mut scope = runtime::Scope::new();
    for _ in 0..6 {
        let world = world.clone();
        scope.spawn(async move {
            for id in 0..10 {
                world.create(&shirt(&id.to_string())).await.unwrap();
                // One that is refused must not take a number along.
                let unknown = NewDocument { lines: vec![sold("NOTHING", 1, "1", "0")], ..shirt("x") };
                world.create(&unknown).await.unwrap_err();
            }
        });
    }
    scope.join().await;
    let numbers: Vec<String> = world.orders().await.into_iter().map(|order| order.number.to_string()).collect();
    assert_eq!(numbers, (1..=10).map(|at| format!("SO-{at:06}")).collect::<Vec<_>>());
}

#[rstest]
#[tokio::test]
async fn in_a_batch_what_is_refused_stays_out_and_draws_no_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.create(&shirt("1")).await.unwrap();
    let refused = NewDocument { lines: vec![], ..shirt("3") };
    let batch = [shirt("2"), refused, shirt("1"), shirt("4"), shirt("2")];
    let made = world.create_all(&batch).await.unwrap();
    assert!(matches!(made[1], Err(Error::NoLines)));
    let of = |at: usize| made[at].as_ref().unwrap();
    assert!(matches!(
        (of(0), of(2), of(3), of(4)),
        (Outcome::Created(..), Outcome::AlreadyThere(..), Outcome::Created(..), Outcome::AlreadyThere(..),)
    ));
    assert_eq!([0, 2, 3, 4].map(|at| number(of(at))), ["SO-000002", "SO-000001", "SO-000003", "SO-000002"]);
    assert_eq!(world.orders().await.len(), 3);
}

#[rstest]
#[tokio::test]
async fn an_order_may_have_its_own_number_which_the_series_passes_by(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let own = |number: &str, id: &str| NewDocument { number: Some(code(number)), ..shirt(id) };
    assert_eq!(number(&world.create(&own("so-000001", "1")).await.unwrap()), "SO-000001");
    assert_eq!(number(&world.create(&shirt("2")).await.unwrap()), "SO-000002");
    let taken = world.create(&own("SO-000002", "3")).await.unwrap_err();
    assert_eq!(taken.to_string(), "sales order SO-000002 already exists: choose another number");
}

#[rstest]
#[tokio::test]
async fn payment_terms_lead_to_the_due_date_unless_one_is_given(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let terms: Code<10> = code("14D");
    world.change(back_office::customers::ActiveModel { payment_terms_code: Set(terms), ..Default::default() }).await;
    let (order, _) = world.made(&shirt("1")).await;
    assert_eq!(order.due_date, day("2026-03-15"));
    let (order, _) = world.made(&NewDocument { due_date: Some(day("2026-04-01")), ..shirt("2") }).await;
    assert_eq!(order.due_date, day("2026-04-01"));
}

#[rstest]
#[tokio::test]
async fn a_discount_on_the_whole_is_on_the_header_and_on_the_lines(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let lines = vec![sold("A", 1, "10.00", "0"), sold("A", 1, "10.00", "0"), sold("A", 1, "10.00", "0")];
    let new = NewDocument { invoice_discount: amount("1.00"), ..order(false, lines) };
    let (order, lines) = world.made(&new).await;
    let shares: Vec<_> = lines.iter().map(|line| line.invoice_discount_amount).collect();
    assert_eq!(shares, [amount("0.33"), amount("0.34"), amount("0.33")]);
    assert_eq!((order.invoice_discount_amount, order.amount), (amount("1.00"), amount("29.00")));
}
