use sea_orm::sqlx::encode::IsNull;
use sea_orm::sqlx::error::BoxDynError;
use sea_orm::sqlx::postgres::{PgArgumentBuffer, PgConnectOptions, PgRow, PgTypeInfo};
use sea_orm::sqlx::{
    self, AssertSqlSafe, Column, ConnectOptions, Connection, Encode, PgConnection, Postgres, Row, Type, ValueRef,
};
use uuid::Uuid;

use crate::Result;
use crate::table::Table;

/// A value as PostgreSQL sends it.
pub struct Sent {
    kind: PgTypeInfo,
    bytes: Option<Vec<u8>>,
}

impl Type<Postgres> for Sent {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_name("text")
    }
}

impl Encode<'_, Postgres> for Sent {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> std::result::Result<IsNull, BoxDynError> {
        let Some(bytes) = &self.bytes else { return Ok(IsNull::Yes) };
        buffer.extend_from_slice(bytes);
        Ok(IsNull::No)
    }

    fn produces(&self) -> Option<PgTypeInfo> {
        Some(self.kind.clone())
    }
}

/// The database as it was before, open, and the rows that the other has and it has not: those whose ids, which grow with
/// time, are greater than all of its own.
pub async fn gained(before: &str, after: &str) -> Result<(PgConnection, Vec<Table<Sent>>)> {
    let mut target = before.parse::<PgConnectOptions>()?.connect().await?;
    let mut source = after.parse::<PgConnectOptions>()?.connect().await?;
    let names = "SELECT table_name::text FROM information_schema.columns JOIN information_schema.tables \
                 USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE' \
                 AND column_name = 'id' AND data_type = 'uuid' ORDER BY table_name";
    let names: Vec<String> = sqlx::query_scalar(names).fetch_all(&mut source).await?;
    let mut tables = Vec::new();
    for name in names {
        let last = format!("SELECT id FROM \"{name}\" ORDER BY id DESC LIMIT 1");
        let last: Option<Uuid> = sqlx::query_scalar(AssertSqlSafe(last)).fetch_optional(&mut target).await?;
        let added = format!("SELECT * FROM \"{name}\" WHERE id > $1 ORDER BY id");
        let added = sqlx::query(AssertSqlSafe(added)).bind(last.unwrap_or_default()).fetch_all(&mut source).await?;
        let Some(first) = added.first() else { continue };
        let columns = first.columns().iter().map(|column| column.name().to_owned()).collect();
        let rows = added.iter().map(sent).collect::<Result<_>>()?;
        tables.push(Table { name, columns, rows });
    }
    Ok((target, tables))
}

/// Inserts the rows, each table after the other, or dealt to so many transactions.
pub async fn insert(target: &mut PgConnection, tables: &[Table<Sent>], transactions: Option<usize>) -> Result<()> {
    let Some(transactions) = transactions else {
        for table in tables {
            insert_rows(target, table, &table.rows).await?;
        }
        return Ok(());
    };
    for at in 0..transactions {
        let mut transaction = target.begin().await?;
        for table in tables {
            insert_rows(&mut transaction, table, table.dealt(at, transactions)).await?;
        }
        transaction.commit().await?;
    }
    Ok(())
}

async fn insert_rows(target: &mut PgConnection, table: &Table<Sent>, rows: &[Vec<Sent>]) -> Result<()> {
    for rows in table.chunks(rows) {
        let mut query = sqlx::query(AssertSqlSafe(table.statement(rows.len(), |at| format!("${at}"))));
        for value in rows.iter().flatten() {
            query = query.bind(value);
        }
        query.execute(&mut *target).await?;
    }
    Ok(())
}

fn sent(row: &PgRow) -> Result<Vec<Sent>> {
    let value = |index: usize| {
        let raw = row.try_get_raw(index)?;
        let kind = raw.type_info().into_owned();
        let bytes = if raw.is_null() { None } else { Some(raw.as_bytes()?.to_vec()) };
        Ok(Sent { kind, bytes })
    };
    (0..row.len()).map(value).collect()
}
