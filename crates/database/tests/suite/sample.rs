//! A table with a field of each kind, and random rows for it.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use database::testing::start;
use database::{Migrations, Record, create_table, search};
use proptest::prelude::*;
use sea_orm::entity::prelude::*;
use sea_orm_migration::prelude::{DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use values::Code;
use values::field::Value as FieldValue;
use values::money::Amount;

values::options! {
    /// How far it has come.
    pub enum State {
        /// Nothing is known.
        #[default]
        Blank => "",
        /// Begun.
        Open => "Open",
        /// Done.
        Released => "Released",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "sample")]
#[record(name = "samples", caption = "Sample", search = "sample_search")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[record(sort)]
    pub name: String,
    #[record(sort)]
    pub note: Option<String>,
    #[record(sort)]
    pub number: Code<20>,
    pub done: Option<bool>,
    #[record(sort)]
    pub count: Option<i32>,
    pub entry: i64,
    #[record(sort)]
    pub amount: Option<Amount>,
    #[record(sort)]
    pub due: Option<ChronoDate>,
    #[record(sort)]
    pub starts: Option<ChronoTime>,
    #[record(sort)]
    pub changed_at: Option<ChronoDateTimeUtc>,
    pub state: State,
    #[record(nofilter)]
    pub body: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[derive(DeriveMigrationName)]
struct Initial;

#[async_trait::async_trait]
impl MigrationTrait for Initial {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_table::<Entity>(manager).await?;
        search::create_table::<Entity>(manager).await
    }
}

pub fn migrations() -> Migrations {
    vec![Box::new(Initial)]
}

/// The value of a field by its name, as filters ask for it.
pub fn value_of(row: &Model, name: &str) -> FieldValue {
    Entity::field(name).map_or(FieldValue::Null, |field| Entity::value(row, field.column))
}

/// Short texts of few letters, so that they often meet: accents, cases, and all that means something to an engine.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        8 => "[aAáÅbBøØ]{1,3}",
        2 => "[a%_*?.\\[\\]^\\\\|'~-]{1,3}",
        1 => "[ßẞςΣσ한한ﬁaé\u{301} ]{1,3}",
    ]
}

pub fn amount() -> impl Strategy<Value = Amount> {
    prop::sample::select(vec![-150_000i64, -1, 0, 1, 10_000, 100_000, 9_000_000_000_000]).prop_map(Amount::from_scaled)
}

pub fn date() -> impl Strategy<Value = NaiveDate> {
    (0u64..5).prop_map(|days| start().date_naive() + Days::new(days))
}

pub fn time() -> impl Strategy<Value = NaiveTime> {
    prop::sample::select(vec![(0, 0), (32_400, 0), (32_400, 500_000_000), (32_400, 500_001_000), (86_399, 0)])
        .prop_map(|(seconds, nanos)| NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos).unwrap())
}

pub fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    prop::sample::select(vec![0i64, 1, 500_000, 1_000_000, 86_400_000_000, -1])
        .prop_map(|micros| start() + TimeDelta::microseconds(micros))
}

pub fn state() -> impl Strategy<Value = State> {
    prop::sample::select(State::ALL)
}

fn maybe<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::weighted(0.75, strategy)
}

pub fn row() -> impl Strategy<Value = Model> {
    let texts = (text(), maybe(text()), text());
    let numbers = (maybe(any::<bool>()), maybe(-2i32..3), -2i64..3, maybe(amount()));
    let times = (maybe(date()), maybe(time()), maybe(instant()));
    (any::<u128>(), texts, numbers, times, state()).prop_map(|(id, texts, numbers, times, state)| Model {
        id: Uuid::from_u128(id),
        name: texts.0,
        note: texts.1,
        number: Code::cut(&texts.2),
        done: numbers.0,
        count: numbers.1,
        entry: numbers.2,
        amount: numbers.3,
        due: times.0,
        starts: times.1,
        changed_at: times.2,
        state,
        body: String::new(),
    })
}
