//! What SQLite is to expect of tables that are still empty.

use std::collections::BTreeMap;

use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, DbErr, Statement};
use sea_orm_migration::SchemaManager;

/// How many rows a table is taken for, as SQLite does by itself.
const ROWS: u32 = 1_000_000;
/// How many of them share a value of a column in which many do.
const MANY: u32 = 100_000;
/// How many share that of another first column, as SQLite expects by itself; with each column after it one less.
const FEW: u32 = 10;
/// An index over some rows is made where they are few among many: it has one of so many.
const SOME: u32 = 100;

/// The columns of each index, in their order; an expression has no name.
const INDEXES: &str = r#"
    SELECT tables.name, indexes.name, indexes."unique", indexes.partial, columns.name
    FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS indexes, pragma_index_info(indexes.name) AS columns
    WHERE tables.type = 'table' AND indexes.name NOT IN (SELECT idx FROM sqlite_stat1 WHERE idx IS NOT NULL)
    ORDER BY indexes.name, columns.seqno"#;

/// Tells SQLite that very many rows share a value of these columns, wherever an index begins with one of them and nothing
/// was said of it before.
///
/// Of any column that an index begins with SQLite expects ten rows for each value, so it looks a row's shop up rather
/// than a hundred ids. Where all rows are of one shop, a task that works through them by the hundred would have all of
/// them looked through each time. PostgreSQL counts for itself.
///
/// The form of what is said is that of <https://www.sqlite.org/fileformat2.html#stat1tab>.
///
/// # Errors
/// What the engine says.
pub async fn expect_many(manager: &SchemaManager<'_>, columns: &[&str]) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    if manager.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    // Makes the table, which only SQLite may, from what is never more than a few rows.
    connection.execute_unprepared("ANALYZE seaql_migrations").await?;
    let mut indexes: BTreeMap<(String, String), Index> = BTreeMap::new();
    for row in connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, INDEXES)).await? {
        let index = indexes.entry((row.try_get_by_index(0)?, row.try_get_by_index(1)?)).or_default();
        (index.is_unique, index.is_partial) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        let column: Option<String> = row.try_get_by_index(4)?;
        index.shared.push(column.is_some_and(|name| columns.contains(&name.as_str())));
    }
    for ((table, name), index) in indexes {
        if index.shared.first() == Some(&true) {
            let insert = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)";
            let values = [table.into(), name.into(), index.said().into()];
            connection.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, insert, values)).await?;
        }
    }
    connection.execute_unprepared("ANALYZE sqlite_schema").await?;
    Ok(())
}

/// That a text is blank, where very many may be and other conditions leave fewer: asked for what equals it, SQLite looks
/// through all that do.
pub fn blank(column: impl ColumnTrait) -> SimpleExpr {
    column.lte("")
}

/// An index.
#[derive(Default)]
struct Index {
    is_unique: bool,
    /// Whether it has only some of the rows.
    is_partial: bool,
    /// Of each column whether very many rows share a value of it.
    shared: Vec<bool>,
}

impl Index {
    /// How many rows it has, and how many share the first column, the first two, and so on; none of them is skipped.
    fn said(&self) -> String {
        let part = if self.is_partial { SOME } else { 1 };
        let shared = self.shared.iter().take_while(|shared| **shared).count();
        let fewer = (1..=FEW).rev().chain(std::iter::repeat(1));
        let rows = (1..=self.shared.len()).zip(fewer).map(|(columns, fewer)| match columns {
            all if self.is_unique && all == self.shared.len() => 1,
            first if first <= shared => MANY / part,
            _ => fewer,
        });
        let numbers: Vec<String> = std::iter::once(ROWS / part).chain(rows).map(|rows| rows.to_string()).collect();
        format!("{} noskipscan", numbers.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(is_unique: bool, is_partial: bool, shared: &[bool]) -> String {
        Index { is_unique, is_partial, shared: shared.to_vec() }.said()
    }

    #[test]
    fn a_unique_index_leads_to_one_row_and_another_to_few() {
        assert_eq!(said(true, false, &[true, false]), "1000000 100000 1 noskipscan");
        assert_eq!(said(false, false, &[true, true, false]), "1000000 100000 100000 8 noskipscan");
        assert_eq!(said(false, false, &[true, false, true]), "1000000 100000 9 8 noskipscan");
        assert_eq!(said(true, false, &[true]), "1000000 1 noskipscan");
    }

    #[test]
    fn an_index_over_some_rows_has_few_of_them() {
        assert_eq!(said(false, true, &[true, false]), "10000 1000 9 noskipscan");
    }
}
