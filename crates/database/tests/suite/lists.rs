use std::cmp::Ordering;

use database::list::{Direction, MOST_SKIPPED, Page, Query, list};
use database::testing::TestDb;
use database::{Engine, Error, Read, Record, Result, insert_many, search};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use rstest::rstest;
use runtime::Clock;
use sea_orm::IntoActiveModel;
use values::field::Value;
use values::filter::{Filter, Test};

use crate::sample;

async fn database_with(engine: Engine, rows: &[sample::Model]) -> TestDb {
    let (clock, _) = Clock::manual(database::testing::start());
    let test = TestDb::new(engine, clock, sample::migrations).await;
    let insert = |tx: database::Tx| async move {
        search::keep::<sample::Entity>(&tx, rows).await?;
        insert_many(&tx, rows.iter().cloned().map(IntoActiveModel::into_active_model).collect()).await
    };
    test.db.write(insert).await.unwrap();
    test
}

async fn page(test: &TestDb, query: &Query) -> Result<Page<sample::Model>> {
    test.db.read(|r: Read| async move { list::<sample::Entity>(&r, query).await }).await
}

/// How a field orders two records in memory: nothing first, then by value; an empty text is something here.
fn compare(one: &sample::Model, other: &sample::Model, field: &str) -> Ordering {
    let text = |row: &sample::Model| match sample::value_of(row, field) {
        Value::Null => None,
        Value::Text(text) => Some(text),
        _ => Some(String::new()),
    };
    let is_something = |row: &sample::Model| sample::value_of(row, field) != Value::Null;
    is_something(one).cmp(&is_something(other)).then_with(|| text(one).cmp(&text(other))).then_with(|| {
        let bound = Test::Less(sample::value_of(other, field));
        let same = Test::Equal(sample::value_of(other, field));
        match sample::value_of(one, field) {
            Value::Text(_) | Value::Null => Ordering::Equal,
            value if same.matches(&value) => Ordering::Equal,
            value if bound.matches(&value) => Ordering::Less,
            _ => Ordering::Greater,
        }
    })
}

const SORTABLE: [&str; 9] = ["name", "note", "number", "count", "amount", "due", "starts", "changedAt", "id"];

#[rstest]
fn the_pages_of_a_list_are_its_records_in_order_each_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
    let rows = prop::collection::vec(sample::row(), 60).new_tree(&mut runner).unwrap().current();
    let test = runtime.block_on(database_with(engine, &rows));
    let directions = prop::sample::select(vec![Direction::Ascending, Direction::Descending]);
    let order = prop::collection::vec((prop::sample::select(&SORTABLE[..]), directions), 0..4);
    runner
        .run(&(order, 1u64..25, any::<bool>()), |(order, top, filtered)| {
            let filter = Filter::field("count", Test::Less(Value::Integer(1)));
            let filter = if filtered { filter } else { Filter::everything() };
            let mut expected: Vec<&sample::Model> = rows.iter().collect();
            expected.retain(|row| filter.matches(&|name| sample::value_of(row, name)));
            let last = order.last().map_or(Direction::Ascending, |(_, direction)| *direction);
            expected.sort_by(|one, other| {
                let whole = order.iter().copied().chain([("id", last)]);
                whole.fold(Ordering::Equal, |so_far, (field, direction)| {
                    so_far.then_with(|| match direction {
                        Direction::Ascending => compare(one, other, field),
                        Direction::Descending => compare(other, one, field),
                    })
                })
            });
            let order = order.into_iter().map(|(field, direction)| (field.to_owned(), direction)).collect();
            let mut query = Query { filter, order, top, count: true, ..Query::default() };
            let mut seen = Vec::new();
            loop {
                let page = runtime.block_on(page(&test, &query)).unwrap();
                prop_assert_eq!(page.count, Some(expected.len() as u64));
                prop_assert!(page.rows.len() as u64 == top || page.next.is_none());
                seen.extend(page.rows);
                match page.next {
                    Some(next) => query.skip_token = Some(next),
                    None => break,
                }
            }
            let ids = |rows: Vec<&sample::Model>| rows.iter().map(|row| row.id).collect::<Vec<_>>();
            prop_assert_eq!(ids(seen.iter().collect()), ids(expected));
            Ok(())
        })
        .unwrap();
    runtime.block_on(test.db.close()).unwrap();
}

#[rstest]
#[tokio::test]
async fn a_list_begins_after_what_is_skipped(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let mut runner = TestRunner::deterministic();
    let mut rows = prop::collection::vec(sample::row(), 10).new_tree(&mut runner).unwrap().current();
    let test = database_with(engine, &rows).await;
    rows.sort_by_key(|row| row.id);
    let skipped = page(&test, &Query { skip: 7, ..Query::default() }).await.unwrap();
    assert_eq!(skipped.rows, rows[7..]);
    assert_eq!((skipped.next, skipped.count), (None, None));
    let too_many = page(&test, &Query { skip: MOST_SKIPPED + 1, ..Query::default() }).await;
    assert!(matches!(too_many, Err(Error::SkippedTooMany(10_001))));
}

#[rstest]
#[tokio::test]
async fn a_token_of_another_list_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let mut runner = TestRunner::deterministic();
    let rows = prop::collection::vec(sample::row(), 3).new_tree(&mut runner).unwrap().current();
    let test = database_with(engine, &rows).await;
    let token = page(&test, &Query { top: 1, ..Query::default() }).await.unwrap().next;
    assert!(token.is_some());
    let order = vec![("name".to_owned(), Direction::Ascending)];
    for token in [token, Some("e30".into()), Some("not a token".into())] {
        let query = Query { order: order.clone(), skip_token: token, ..Query::default() };
        assert!(matches!(page(&test, &query).await, Err(Error::SkipToken)));
    }
}

#[rstest]
#[tokio::test]
async fn a_field_without_an_index_is_named_with_those_that_have_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let test = database_with(engine, &[]).await;
    let order = vec![("state".to_owned(), Direction::Ascending)];
    let error = page(&test, &Query { order, ..Query::default() }).await.unwrap_err();
    let expected =
        "samples can't be ordered by 'state'; use id, name, note, number, count, amount, due, starts, changedAt";
    assert_eq!(error.to_string(), expected);
    assert!(sample::Entity::field("state").is_some());
}
