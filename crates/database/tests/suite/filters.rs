use std::collections::BTreeSet;

use database::testing::TestDb;
use database::{Engine, Error, Result, condition, insert_many};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use rstest::rstest;
use runtime::Clock;
use sea_orm::{EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;
use values::Code;
use values::field::{FieldType, Value};
use values::filter::{Filter, Part, Pattern, Test, Words, alike, fold, parse_expression};

use crate::sample::{self, amount, date, instant, state, text, time};

/// A value as the field might have it.
fn value(field: &'static str) -> BoxedStrategy<Value> {
    let there = match field {
        "done" => any::<bool>().prop_map(Value::Boolean).boxed(),
        "count" | "entry" => (-3i64..4).prop_map(Value::Integer).boxed(),
        "amount" => amount().prop_map(|amount| amount.value()).boxed(),
        "due" => date().prop_map(Value::Date).boxed(),
        "starts" => time().prop_map(Value::Time).boxed(),
        "changedAt" => instant().prop_map(Value::DateTime).boxed(),
        "state" => state().prop_map(|state| state.value()).boxed(),
        "number" => text().prop_map(|text| Code::<20>::cut(&text).value()).boxed(),
        _ => text().prop_map(Value::Text).boxed(),
    };
    prop_oneof![6 => there, 1 => Just(Value::Null)].boxed()
}

fn pattern() -> impl Strategy<Value = Pattern> {
    let part = prop_oneof![2 => text().prop_map(Part::Letters), 1 => Just(Part::One), 2 => Just(Part::Many)];
    (prop::collection::vec(part, 0..4), any::<bool>()).prop_map(|(parts, folded)| Pattern::new(parts, folded))
}

fn test(field: &'static str) -> BoxedStrategy<Test> {
    let value = || value(field);
    let compared = prop_oneof![
        value().prop_map(Test::Equal),
        value().prop_map(Test::NotEqual),
        value().prop_map(Test::Less),
        value().prop_map(Test::LessOrEqual),
        value().prop_map(Test::Greater),
        value().prop_map(Test::GreaterOrEqual),
        (prop::option::of(value()), prop::option::of(value())).prop_map(|(from, to)| Test::Between(from, to)),
        prop::collection::vec(value(), 0..3).prop_map(Test::In),
    ];
    match field {
        "name" | "note" | "number" | "state" => prop_oneof![compared, pattern().prop_map(Test::Like)].boxed(),
        _ => compared.boxed(),
    }
}

const FIELDS: [&str; 10] = ["name", "note", "number", "done", "count", "entry", "amount", "due", "starts", "changedAt"];

fn filter() -> impl Strategy<Value = Filter> {
    let fields = prop::sample::select([&FIELDS[..], &["state"]].concat());
    let leaf = fields.prop_flat_map(|field| test(field).prop_map(move |test| Filter::field(field, test)));
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Filter::All),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Filter::Any),
            inner.prop_map(|filter| Filter::Not(Box::new(filter))),
        ]
    })
}

async fn found(test: &TestDb, filter: &Filter) -> BTreeSet<Uuid> {
    let read = |r: database::Read| async move {
        let condition = condition::<sample::Entity>(&r, filter)?;
        Result::<_>::Ok(sample::Entity::find().filter(condition).all(&r).await?)
    };
    test.db.read(read).await.unwrap().into_iter().map(|row| row.id).collect()
}

async fn insert(test: &TestDb, rows: &[sample::Model]) {
    let insert = |tx: database::Tx| async move {
        insert_many(&tx, rows.iter().cloned().map(IntoActiveModel::into_active_model).collect()).await
    };
    test.db.write(insert).await.unwrap();
}

#[rstest]
fn the_predicate_and_sql_let_the_same_rows_through(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 600, failure_persistence: None, ..Config::default() });
    let rows = prop::collection::vec(sample::row(), 150).new_tree(&mut runner).unwrap().current();
    let (clock, _) = Clock::manual(database::testing::start());
    let test = runtime.block_on(TestDb::new(engine, clock, sample::migrations));
    runtime.block_on(insert(&test, &rows));
    runner
        .run(&filter(), |filter| {
            let by_sql = runtime.block_on(found(&test, &filter));
            for row in &rows {
                let by_predicate = filter.matches(&|name| sample::value_of(row, name));
                prop_assert_eq!(by_predicate, by_sql.contains(&row.id), "{:?}", row);
            }
            Ok(())
        })
        .unwrap();
    runtime.block_on(test.db.close()).unwrap();
}

#[rstest]
#[tokio::test]
async fn every_letter_is_found_by_the_letter_it_is_alike_to(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (clock, _) = Clock::manual(database::testing::start());
    let test = TestDb::new(engine, clock, sample::migrations).await;
    let mut runner = TestRunner::deterministic();
    let model = sample::row().new_tree(&mut runner).unwrap().current();
    let letters = ('!'..='\u{FFFF}').filter(|letter| fold(*letter) != *letter || alike(*letter).len() > 1);
    let rows: Vec<sample::Model> = letters
        .map(|letter| sample::Model { id: Uuid::from_u128(letter as u128), name: letter.into(), ..model.clone() })
        .collect();
    insert(&test, &rows).await;
    let folded: BTreeSet<char> = rows.iter().flat_map(|row| row.name.chars().map(fold)).collect();
    for letter in folded {
        let pattern = Pattern::new(vec![Part::Letters(letter.into())], true);
        let found = found(&test, &Filter::field("name", Test::Like(pattern))).await;
        let alike: BTreeSet<Uuid> = alike(letter).into_iter().map(|letter| Uuid::from_u128(letter as u128)).collect();
        assert_eq!(found, alike, "{letter}");
    }
}

#[rstest]
#[tokio::test]
async fn a_filter_of_the_greatest_size_is_answered(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (clock, _) = Clock::manual(database::testing::start());
    let test = TestDb::new(engine, clock, sample::migrations).await;
    let words = Words { now: database::testing::start(), zone: chrono_tz::UTC, work_date: None, user: String::new() };
    let kind = <chrono::DateTime<chrono::Utc> as FieldType>::KIND;
    let days = vec!["<>2026-03-02"; 250].join("&");
    let filter = parse_expression("changedAt", kind, &days, &words).unwrap();
    assert_eq!(found(&test, &filter).await, BTreeSet::new());
    let letters = format!("@{}*", "o?".repeat(99));
    let filter = parse_expression("note", String::KIND, &letters, &words).unwrap();
    assert_eq!(found(&test, &filter).await, BTreeSet::new());
}

#[rstest]
#[tokio::test]
async fn a_field_that_cannot_be_filtered_is_named_with_those_that_can(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (clock, _) = Clock::manual(database::testing::start());
    let test = TestDb::new(engine, clock, sample::migrations).await;
    for name in ["body", "colour"] {
        let filter = &Filter::field(name, Test::Equal(Value::Null));
        let read = |r: database::Read| async move { condition::<sample::Entity>(&r, filter) };
        let error = test.db.read(read).await.unwrap_err();
        assert!(matches!(error, Error::Unfilterable { .. }));
        assert_eq!(
            error.to_string(),
            format!(
                "samples can't be filtered by '{name}'; \
                 use id, name, note, number, done, count, entry, amount, due, starts, changedAt, state"
            )
        );
    }
    let unfit = &Filter::field("count", Test::Equal(Value::Text("x".into())));
    let read = |r: database::Read| async move { condition::<sample::Entity>(&r, unfit) };
    assert!(matches!(test.db.read(read).await, Err(Error::UnfitValue(_))));
}
