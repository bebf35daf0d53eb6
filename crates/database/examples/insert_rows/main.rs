//! What the rows of a run cost when nothing but SQL is done: takes a SQLite database as it was before the run and as it
//! is after, and inserts the rows that were added into the first, many rows to a statement. Prints the rows and the CPU
//! time that inserting them took. Reading them is not counted.

#![expect(clippy::print_stdout, reason = "it prints what it measured")]

use std::error::Error;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sea_orm::sqlx::{self, AssertSqlSafe, Column, ConnectOptions, Row, SqliteConnection, TypeInfo, ValueRef};

/// Values in one statement, at most: SQLite takes 32,766.
const VALUES: usize = 32_000;
/// Rows in one statement, at most: more gain little.
const ROWS: usize = 500;

/// A value as SQLite stores it.
enum Stored {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

/// The rows that a table has gained.
struct Table {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Stored>>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(before), Some(after)) = (arguments.next(), arguments.next()) else {
        return Err("give the database as it was before, and as it is after".into());
    };
    let open = |path: &str| {
        let options = SqliteConnectOptions::new().filename(path);
        options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
    };
    let mut target = open(&before).connect().await?;
    let mut source = open(&after).connect().await?;
    let tables = gained(&mut target, &mut source).await?;
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    let began = cpu_microseconds()?;
    for table in &tables {
        insert(&mut target, table).await?;
    }
    println!("{{\"rows\": {rows}, \"cpuMicroseconds\": {}}}", cpu_microseconds()? - began);
    Ok(())
}

async fn gained(before: &mut SqliteConnection, after: &mut SqliteConnection) -> Result<Vec<Table>, sqlx::Error> {
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid";
    let names: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut *after).await?;
    let mut tables = Vec::new();
    for name in names {
        let without_rowid = "SELECT wr FROM pragma_table_list WHERE name = ?";
        let without_rowid: bool = sqlx::query_scalar(without_rowid).bind(&name).fetch_one(&mut *after).await?;
        // Ids grow with time as row ids do.
        let (key, least) = if without_rowid { ("id", "x''") } else { ("rowid", "0") };
        let last = format!("SELECT COALESCE(MAX({key}), {least}) FROM \"{name}\"");
        let last = stored(&sqlx::query(AssertSqlSafe(last)).fetch_one(&mut *before).await?)?;
        let added = format!("SELECT * FROM \"{name}\" WHERE {key} > ?");
        let added = bind_all(sqlx::query(AssertSqlSafe(added)), &last).fetch_all(&mut *after).await?;
        let Some(first) = added.first() else { continue };
        let columns = first.columns().iter().map(|column| column.name().to_owned()).collect();
        let rows = added.iter().map(stored).collect::<Result<_, _>>()?;
        tables.push(Table { name, columns, rows });
    }
    Ok(tables)
}

fn stored(row: &SqliteRow) -> Result<Vec<Stored>, sqlx::Error> {
    let value = |index: usize| {
        let raw = row.try_get_raw(index)?;
        Ok(match (raw.is_null(), raw.type_info().name()) {
            (true, _) => Stored::Null,
            (_, "INTEGER" | "BOOLEAN") => Stored::Integer(row.try_get_unchecked(index)?),
            (_, "REAL") => Stored::Real(row.try_get_unchecked(index)?),
            (_, "BLOB") => Stored::Blob(row.try_get_unchecked(index)?),
            _ => Stored::Text(row.try_get_unchecked(index)?),
        })
    };
    (0..row.len()).map(value).collect()
}

async fn insert(target: &mut SqliteConnection, table: &Table) -> Result<(), sqlx::Error> {
    let columns = table.columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let row = format!("({})", vec!["?"; table.columns.len()].join(", "));
    for rows in table.rows.chunks(ROWS.min(VALUES / table.columns.len().max(1))) {
        let values = vec![row.as_str(); rows.len()].join(", ");
        let statement = format!("INSERT INTO \"{}\" ({columns}) VALUES {values}", table.name);
        bind_all(sqlx::query(AssertSqlSafe(statement)), rows.iter().flatten()).execute(&mut *target).await?;
    }
    Ok(())
}

type Asked<'q> = sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>;

fn bind_all<'q>(query: Asked<'q>, values: impl IntoIterator<Item = &'q Stored>) -> Asked<'q> {
    values.into_iter().fold(query, |query, value| match value {
        Stored::Null => query.bind(None::<i64>),
        Stored::Integer(number) => query.bind(*number),
        Stored::Real(number) => query.bind(*number),
        Stored::Text(text) => query.bind(text.as_str()),
        Stored::Blob(bytes) => query.bind(bytes.as_slice()),
    })
}

/// The time that this process has had on a core, its own and the system's for it. Linux counts hundredths of a second.
fn cpu_microseconds() -> Result<u64, Box<dyn Error>> {
    let text = std::fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = text.rsplit_once(") ").ok_or("/proc/self/stat can't be read")?;
    let ticks = fields.split(' ').skip(11).take(2).map(str::parse::<u64>).sum::<Result<u64, _>>()?;
    Ok(ticks * 10_000)
}
