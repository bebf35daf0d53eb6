//! Records by a text that one of their texts contains, in whatever case and with whatever accents.
//!
//! A record may have dozens of texts, and a search looks at all of them in all records. Where there may be very many,
//! the record names a narrow table that holds all texts of one together, folded and each once: to go through that takes
//! a twentieth of the time. Whoever writes texts of such a record writes this table, too ([`keep`], [`forget`]).
//!
//! Measured with 100,000 orders of 52 texts, which come to 216 bytes folded: 25 ms to go through the table on SQLite and
//! 30 ms on PostgreSQL; to ask each column of each order 1,600 ms and 970 ms.

use std::collections::HashSet;

use sea_orm::sea_query::{
    Alias, Asterisk, Expr, ExprTrait, Func, OnConflict, Query, SelectStatement, SimpleExpr, SubQueryStatement,
};
use sea_orm::{Condition, ConnectionTrait, DbBackend, DbErr};
use sea_orm_migration::SchemaManager;
use uuid::Uuid;
use values::field::{Kind, Value};
use values::filter::{Filter, Part, Pattern, Test, fold};

use crate::condition::like;
use crate::{Error, Field, Record, Result, Tx, condition};

const ID: &str = "id";
const TEXT: &str = "text";
/// Stands between two texts, so that nothing is found that begins in one and ends in the next.
const BETWEEN: char = '\u{1f}';
/// How many records are few: so many are found by their ids at once.
const FEW: u64 = 2_000;
/// How many rows are written in one statement.
const ROWS: usize = 1_000;

impl<C> Field<C> {
    /// Whether a search looks at it.
    pub fn is_searched(&self) -> bool {
        self.filterable && matches!(self.kind, Kind::Text | Kind::Code)
    }
}

/// Creates the table of `E`'s texts, where `E` has one.
///
/// # Errors
/// What the engine says.
pub async fn create_table<E: Record>(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let Some(table) = E::SEARCH else { return Ok(()) };
    let create = match manager.get_database_backend() {
        DbBackend::Sqlite => {
            format!(
                "CREATE TABLE \"{table}\" (\"id\" uuid_text NOT NULL PRIMARY KEY, \"text\" text NOT NULL) WITHOUT ROWID"
            )
        }
        _ => {
            format!("CREATE TABLE \"{table}\" (\"id\" uuid NOT NULL PRIMARY KEY, \"text\" text COLLATE \"C\" NOT NULL)")
        }
    };
    manager.get_connection().execute_unprepared(&create).await?;
    Ok(())
}

/// Keeps the texts of these records for searches, in place of those they had.
///
/// # Errors
/// What the engine says.
pub async fn keep<'a, E: Record>(tx: &Tx, records: impl IntoIterator<Item = &'a E::Model>) -> Result<()>
where
    E::Model: 'a,
{
    let Some(table) = E::SEARCH else { return Ok(()) };
    let rows: Vec<(Uuid, String)> =
        records.into_iter().filter_map(|record| Some((id::<E>(record)?, text::<E>(record)))).collect();
    for rows in rows.chunks(ROWS) {
        let mut insert = Query::insert();
        insert.into_table(Alias::new(table)).columns([Alias::new(ID), Alias::new(TEXT)]);
        insert.on_conflict(OnConflict::column(Alias::new(ID)).update_column(Alias::new(TEXT)).to_owned());
        for (id, text) in rows {
            let row = insert.values([Expr::val(*id), Expr::val(text.as_str())]);
            row.map_err(|error| DbErr::Custom(error.to_string()))?;
        }
        tx.execute(&insert).await?;
    }
    Ok(())
}

/// Forgets the texts of records that are no more.
///
/// # Errors
/// What the engine says.
pub async fn forget<E: Record>(tx: &Tx, ids: &[Uuid]) -> Result<()> {
    let Some(table) = E::SEARCH else { return Ok(()) };
    for ids in ids.chunks(ROWS) {
        let mut delete = Query::delete();
        delete.from_table(Alias::new(table)).and_where(Expr::col(Alias::new(ID)).is_in(ids.iter().copied()));
        tx.execute(&delete).await?;
    }
    Ok(())
}

/// Checks that the table holds the texts of `E`'s records as they are, and no others.
///
/// # Panics
/// When it does not.
#[cfg(feature = "testing")]
#[expect(clippy::expect_used, reason = "a test that fails should stop at once")]
pub async fn assert_kept<E: Record>(read: &crate::Read) {
    let table = E::SEARCH.expect("the record has a table of its texts");
    let mut all = Query::select();
    all.columns([Alias::new(ID), Alias::new(TEXT)]).from(Alias::new(table));
    let rows = read.query_all(&all).await.expect("the texts are read");
    let row = |row: &sea_orm::QueryResult| {
        (row.try_get_by_index::<Uuid>(0).expect("an id"), row.try_get_by_index::<String>(1).expect("a text"))
    };
    let records = E::find().all(read).await.expect("the records are read");
    let owned = |record: &E::Model| (id::<E>(record).expect("an id"), text::<E>(record));
    let kept: std::collections::BTreeMap<Uuid, String> = rows.iter().map(row).collect();
    assert_eq!(kept, records.iter().map(owned).collect(), "{table}");
}

fn id<E: Record>(record: &E::Model) -> Option<Uuid> {
    match E::value(record, E::field(ID)?.column) {
        Value::Id(id) => Some(id),
        _ => None,
    }
}

/// All texts of a record, folded, each once.
pub(crate) fn text<E: Record>(record: &E::Model) -> String {
    let mut seen = HashSet::new();
    let mut all = String::new();
    for field in E::fields().iter().filter(|field| field.is_searched()) {
        let Value::Text(text) = E::value(record, field.column) else { continue };
        let folded: String = text.chars().map(fold).collect();
        if !folded.is_empty() && !seen.contains(&folded) {
            if !all.is_empty() {
                all.push(BETWEEN);
            }
            all.push_str(&folded);
            seen.insert(folded);
        }
    }
    all
}

/// The records that a search is for.
pub(crate) enum Found {
    /// Those that meet this condition.
    Meeting(Condition),
    /// These, and no others.
    These(Vec<Uuid>),
    /// Many, whose texts in this table are alike.
    Many(Texts),
}

/// The records of `E` in which `text` is found.
///
/// # Errors
/// What the engine says.
pub(crate) async fn find<E: Record>(connection: &impl ConnectionTrait, text: &str) -> Result<Found> {
    let Some(table) = E::SEARCH else {
        return Ok(Found::Meeting(condition::<E>(connection, &in_any_field::<E>(text))?));
    };
    if text.contains(BETWEEN) {
        return Ok(Found::These(Vec::new()));
    }
    let texts = Texts { table, backend: connection.get_database_backend(), text: text.chars().map(fold).collect() };
    let mut first = texts.ids();
    first.limit(FEW + 1);
    let rows = connection.query_all(&first).await?;
    if rows.len() as u64 > FEW {
        return Ok(Found::Many(texts));
    }
    let ids: Result<Vec<Uuid>, DbErr> = rows.iter().map(|row| row.try_get_by_index(0)).collect();
    Ok(Found::These(ids?))
}

/// The same as a filter over each text of its own.
fn in_any_field<E: Record>(text: &str) -> Filter {
    let contains = Pattern::new(vec![Part::Many, Part::Letters(text.to_owned()), Part::Many], true);
    let searched = E::fields().iter().filter(|field| field.is_searched());
    Filter::Any(searched.map(|field| Filter::field(field.name, Test::Like(contains.clone()))).collect())
}

impl Found {
    /// What a page asks of each record, in order, until it is full.
    pub(crate) fn in_order<E: Record>(&self) -> Result<Condition> {
        Ok(match self {
            Self::Meeting(condition) => condition.clone(),
            Self::These(ids) => Condition::all().add(column::<E>()?.is_in(ids.iter().copied())),
            Self::Many(texts) => Condition::all().add(texts.of_one(column::<E>()?)),
        })
    }

    /// What a count asks of all records.
    pub(crate) fn at_once<E: Record>(&self) -> Result<Condition> {
        match self {
            Self::Many(texts) => Ok(Condition::all().add(column::<E>()?.in_subquery(texts.ids()))),
            _ => self.in_order::<E>(),
        }
    }

    /// How many there are, where that is known without looking at the records.
    pub(crate) async fn count(&self, connection: &impl ConnectionTrait) -> Result<Option<u64>> {
        match self {
            Self::Meeting(_) => Ok(None),
            Self::These(ids) => Ok(Some(ids.len() as u64)),
            Self::Many(texts) => {
                let row = connection.query_one(&texts.count()).await?;
                let count: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
                Ok(count.and_then(|count| u64::try_from(count).ok()))
            }
        }
    }
}

fn column<E: Record>() -> Result<SimpleExpr> {
    let field = E::field(ID).ok_or_else(|| Error::Unfilterable {
        record: E::NAME.to_owned(),
        field: ID.to_owned(),
        possible: String::new(),
    })?;
    Ok(Expr::col((E::default(), field.column)))
}

/// The rows of a table of texts that contain a text.
pub(crate) struct Texts {
    table: &'static str,
    backend: DbBackend,
    /// Folded.
    text: String,
}

impl Texts {
    fn contains(&self) -> SimpleExpr {
        let text = Expr::col((Alias::new(self.table), Alias::new(TEXT)));
        like(self.backend, text, &Pattern::contains(&self.text))
    }

    fn ids(&self) -> SelectStatement {
        let id = (Alias::new(self.table), Alias::new(ID));
        Query::select().column(id).from(Alias::new(self.table)).and_where(self.contains()).to_owned()
    }

    fn count(&self) -> SelectStatement {
        let all = Func::count(Expr::col(Asterisk));
        Query::select().expr(all).from(Alias::new(self.table)).and_where(self.contains()).to_owned()
    }

    /// Whether the texts of one record contain it. A value, not a join: engines would begin with a join, and read all
    /// that is found before the first of the page.
    fn of_one(&self, id: SimpleExpr) -> SimpleExpr {
        let own = Expr::col((Alias::new(self.table), Alias::new(ID))).eq(id);
        let is = Query::select().expr(self.contains()).from(Alias::new(self.table)).and_where(own).to_owned();
        Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(is)))
    }
}
