//! Searches in a table that holds the texts of each record together.

use database::list::{Direction, Query, list};
use database::testing::TestDb;
use database::{Engine, Read, Record, Result, Tx, insert_many, search};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use rstest::rstest;
use runtime::Clock;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;
use values::field::Value;
use values::filter::{Filter, Part, Pattern, Test};

use crate::sample;

async fn write(test: &TestDb, rows: &[sample::Model]) {
    let write = |tx: Tx| async move {
        search::keep::<sample::Entity>(&tx, rows).await?;
        insert_many(&tx, rows.iter().cloned().map(IntoActiveModel::into_active_model).collect()).await
    };
    test.db.write(write).await.unwrap();
}

async fn database_with(engine: Engine, rows: &[sample::Model]) -> TestDb {
    let (clock, _) = Clock::manual(database::testing::start());
    let test = TestDb::new(engine, clock, sample::migrations).await;
    write(&test, rows).await;
    test
}

/// The ids of all pages, and the count that the first said.
async fn found(test: &TestDb, mut query: Query) -> (Vec<Uuid>, Option<u64>) {
    let (mut ids, mut count) = (Vec::new(), None);
    loop {
        let asked = &query;
        let page = test.db.read(|r: Read| async move { list::<sample::Entity>(&r, asked).await }).await.unwrap();
        ids.extend(page.rows.iter().map(|row| row.id));
        count = count.or(page.count);
        query.count = false;
        match page.next {
            Some(next) => query.skip_token = Some(next),
            None => return (ids, count),
        }
    }
}

fn has(row: &sample::Model, text: &str) -> bool {
    let contains = Pattern::new(vec![Part::Many, Part::Letters(text.to_owned()), Part::Many], true);
    let matches = |field: &database::Field<_>| match sample::value_of(row, field.name) {
        Value::Text(value) => contains.matches(&value),
        _ => false,
    };
    sample::Entity::fields().iter().filter(|field| field.is_searched()).any(matches)
}

fn search_for(text: &str) -> Query {
    Query { search: Some(text.to_owned()), count: true, top: 7, ..Query::default() }
}

#[rstest]
fn a_search_finds_what_has_the_text_in_one_of_its_texts(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 100, failure_persistence: None, ..Config::default() });
    let rows = prop::collection::vec(sample::row(), 60).new_tree(&mut runner).unwrap().current();
    let test = runtime.block_on(database_with(engine, &rows));
    let text = sample::text().prop_filter("nothing is not searched for", |text| !text.is_empty());
    runner
        .run(&(text, any::<bool>()), |(text, filtered)| {
            let filter = Filter::field("count", Test::Less(Value::Integer(1)));
            let filter = if filtered { filter } else { Filter::everything() };
            let mut expected: Vec<&sample::Model> = rows.iter().filter(|row| has(row, &text)).collect();
            expected.retain(|row| filter.matches(&|name| sample::value_of(row, name)));
            expected.sort_by_key(|row| row.id);
            let (ids, count) = runtime.block_on(found(&test, Query { filter, ..search_for(&text) }));
            prop_assert_eq!(ids, expected.iter().map(|row| row.id).collect::<Vec<_>>());
            prop_assert_eq!(count, Some(expected.len() as u64));
            Ok(())
        })
        .unwrap();
    runtime.block_on(test.db.close()).unwrap();
}

fn rows(count: u128, name: impl Fn(u128) -> String) -> Vec<sample::Model> {
    let mut runner = TestRunner::deterministic();
    let row = sample::row().new_tree(&mut runner).unwrap().current();
    let blank = sample::Model { note: None, number: values::Code::blank(), ..row };
    let numbered = |at| sample::Model {
        id: Uuid::from_u128(at),
        name: name(at),
        entry: i64::try_from(at).unwrap(),
        ..blank.clone()
    };
    (0..count).map(numbered).collect()
}

#[rstest]
#[tokio::test]
async fn where_a_search_finds_very_many_the_pages_and_the_count_are_right(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let rows = rows(4_000, |at| if at % 4 == 0 { "none".into() } else { format!("Ørsta {at}") });
    let test = database_with(engine, &rows).await;
    let expected: Vec<Uuid> = rows.iter().filter(|row| row.entry % 4 != 0).map(|row| row.id).collect();
    let order = vec![("id".to_owned(), Direction::Ascending)];
    let query = Query { top: 1_000, order, ..search_for("ørSTÀ") };
    assert_eq!(found(&test, query.clone()).await, (expected.clone(), Some(3_000)));

    let filter = Filter::field("entry", Test::Less(Value::Integer(3_600)));
    let fewer: Vec<Uuid> = expected.iter().copied().filter(|id| id.as_u128() < 3_600).collect();
    assert_eq!(found(&test, Query { filter, ..query }).await, (fewer, Some(2_700)));
}

#[rstest]
#[tokio::test]
async fn nothing_is_found_across_two_texts(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let mut rows = rows(1, |_| "Kari".into());
    rows[0].note = Some("Nes".into());
    let test = database_with(engine, &rows).await;
    for (text, count) in [("kari", 1), ("nes", 1), ("karines", 0), ("kari\u{1f}nes", 0), ("kari nes", 0)] {
        assert_eq!(found(&test, search_for(text)).await.1, Some(count), "{text}");
    }
}

#[rstest]
#[tokio::test]
async fn texts_are_replaced_and_forgotten(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let before = rows(2, |at| format!("before {at}"));
    let test = database_with(engine, &before).await;
    let change = |tx: Tx| async move {
        let after = sample::Model { name: "after".into(), ..rows(2, |_| String::new())[1].clone() };
        sample::Entity::delete_by_id(Uuid::nil()).exec(&tx).await?;
        search::forget::<sample::Entity>(&tx, &[Uuid::nil()]).await?;
        search::keep::<sample::Entity>(&tx, [&after]).await?;
        sample::Entity::update(after.into_active_model().reset_all()).exec(&tx).await?;
        Result::<_>::Ok(())
    };
    test.db.write(change).await.unwrap();
    assert_eq!(found(&test, search_for("before")).await, (Vec::new(), Some(0)));
    assert_eq!(found(&test, search_for("after")).await, (vec![Uuid::from_u128(1)], Some(1)));
    let kept = |r| async move {
        search::assert_kept::<sample::Entity>(&r).await;
        Result::<_>::Ok(())
    };
    test.db.read(kept).await.unwrap();
}
