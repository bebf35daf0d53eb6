use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sea_orm::sqlx::{
    self, AssertSqlSafe, Column, ConnectOptions, Connection, Row, SqliteConnection, TypeInfo, ValueRef,
};

use crate::Result;
use crate::table::Table;

/// A value as SQLite stores it.
pub enum Stored {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

/// The database as it was before, open, and the rows that the other has and it has not.
pub async fn gained(before: &str, after: &str) -> Result<(SqliteConnection, Vec<Table<Stored>>)> {
    let open = |path: &str| {
        let options = SqliteConnectOptions::new().filename(path.trim_start_matches("sqlite:"));
        options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
    };
    let mut target = open(before).connect().await?;
    let mut source = open(after).connect().await?;
    let names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid";
    let names: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut source).await?;
    let mut tables = Vec::new();
    for name in names {
        let without_rowid = "SELECT wr FROM pragma_table_list WHERE name = ?";
        let without_rowid: bool = sqlx::query_scalar(without_rowid).bind(&name).fetch_one(&mut source).await?;
        // Ids grow with time as row ids do.
        let (key, least) = if without_rowid { ("id", "x''") } else { ("rowid", "0") };
        let last = format!("SELECT COALESCE(MAX({key}), {least}) FROM \"{name}\"");
        let last = stored(&sqlx::query(AssertSqlSafe(last)).fetch_one(&mut target).await?)?;
        let added = format!("SELECT * FROM \"{name}\" WHERE {key} > ? ORDER BY {key}");
        let added = bind_all(sqlx::query(AssertSqlSafe(added)), &last).fetch_all(&mut source).await?;
        let Some(first) = added.first() else { continue };
        let columns = first.columns().iter().map(|column| column.name().to_owned()).collect();
        let rows = added.iter().map(stored).collect::<std::result::Result<_, _>>()?;
        tables.push(Table { name, columns, rows });
    }
    Ok((target, tables))
}

/// Inserts the rows, each table after the other, or dealt to so many transactions.
pub async fn insert(
    target: &mut SqliteConnection,
    tables: &[Table<Stored>],
    transactions: Option<usize>,
) -> Result<()> {
    let Some(transactions) = transactions else {
        for table in tables {
            insert_rows(target, table, &table.rows).await?;
        }
        return Ok(());
    };
    for at in 0..transactions {
        let mut transaction = target.begin_with("BEGIN IMMEDIATE").await?;
        for table in tables {
            insert_rows(&mut transaction, table, table.dealt(at, transactions)).await?;
        }
        transaction.commit().await?;
    }
    Ok(())
}

async fn insert_rows(target: &mut SqliteConnection, table: &Table<Stored>, rows: &[Vec<Stored>]) -> Result<()> {
    for rows in table.chunks(rows) {
        let statement = table.statement(rows.len(), |_| "?".to_owned());
        bind_all(sqlx::query(AssertSqlSafe(statement)), rows.iter().flatten()).execute(&mut *target).await?;
    }
    Ok(())
}

fn stored(row: &SqliteRow) -> std::result::Result<Vec<Stored>, sqlx::Error> {
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
