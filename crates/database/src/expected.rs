//! What SQLite is to expect of tables that are still empty.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use sea_orm_migration::SchemaManager;

/// How many rows a table is taken for, as SQLite does by itself.
const ROWS: u32 = 1_000_000;
/// How many of them share a value of a column in which many do.
const MANY: u32 = 100_000;
/// How many share that of another column, as SQLite expects by itself.
const FEW: u32 = 10;

/// The columns of each index, in their order; an expression has no name.
const INDEXES: &str = r#"
    SELECT tables.name, indexes.name, indexes."unique", columns.name
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
    let mut indexes: BTreeMap<(String, String), (bool, Vec<String>)> = BTreeMap::new();
    for row in connection.query_all_raw(Statement::from_string(DbBackend::Sqlite, INDEXES)).await? {
        let index = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let column: Option<String> = row.try_get_by_index(3)?;
        let (is_unique, names) = indexes.entry(index).or_default();
        *is_unique = row.try_get_by_index(2)?;
        names.push(column.unwrap_or_default());
    }
    let many = |name: &String| columns.contains(&name.as_str());
    for ((table, index), (is_unique, names)) in indexes {
        if names.first().is_some_and(many) {
            let said = said(is_unique, names.iter().take_while(|name| many(name)).count(), names.len());
            let insert = "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)";
            let values = [table.into(), index.into(), said.into()];
            connection.execute_raw(Statement::from_sql_and_values(DbBackend::Sqlite, insert, values)).await?;
        }
    }
    connection.execute_unprepared("ANALYZE sqlite_schema").await?;
    Ok(())
}

/// How many rows there are, and how many share the first column, the first two, and so on; none of them is skipped.
fn said(is_unique: bool, shared: usize, columns: usize) -> String {
    let rows = (1..=columns).map(|column| match column {
        last if is_unique && last == columns => 1,
        shared_by_many if shared_by_many <= shared => MANY,
        _ => FEW,
    });
    let numbers: Vec<String> = std::iter::once(ROWS).chain(rows).map(|rows| rows.to_string()).collect();
    format!("{} noskipscan", numbers.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unique_index_leads_to_one_row_and_another_to_few() {
        assert_eq!(said(true, 1, 2), "1000000 100000 1 noskipscan");
        assert_eq!(said(false, 2, 3), "1000000 100000 100000 10 noskipscan");
        assert_eq!(said(true, 1, 1), "1000000 1 noskipscan");
    }
}
