use sea_orm::{DbBackend, Statement, Value};

const PLACEHOLDER: &str = " LIMIT ?";

/// The statement with its limit in its text, on SQLite. That engine prepares a statement with a limit that is bound again
/// whenever it is run, because the plan might depend on it: every `one()` would be parsed each time. Of the CPU time of
/// posting documents that was an eighth.
pub(crate) fn in_text(mut statement: Statement) -> Statement {
    if statement.db_backend != DbBackend::Sqlite || !statement.sql.ends_with(PLACEHOLDER) {
        return statement;
    }
    let Some(values) = &mut statement.values else { return statement };
    let Some(Value::BigUnsigned(Some(limit))) = values.0.last() else { return statement };
    let limit = *limit;
    values.0.pop();
    statement.sql.truncate(statement.sql.len() - 1);
    statement.sql += &limit.to_string();
    statement
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn limited(backend: DbBackend, sql: &str) -> (String, usize) {
        let values = [Value::from("A"), Value::BigUnsigned(Some(100))];
        let statement = in_text(Statement::from_sql_and_values(backend, sql, values));
        (statement.sql, statement.values.map_or(0, |values| values.0.len()))
    }

    #[rstest]
    #[case(DbBackend::Sqlite, "SELECT 1 WHERE a = ? LIMIT ?", "SELECT 1 WHERE a = ? LIMIT 100", 1)]
    #[case(DbBackend::Sqlite, "SELECT 1 WHERE a = ? AND b > ?", "SELECT 1 WHERE a = ? AND b > ?", 2)]
    #[case(DbBackend::Sqlite, "SELECT 1 LIMIT ? OFFSET ?", "SELECT 1 LIMIT ? OFFSET ?", 2)]
    #[case(DbBackend::Postgres, "SELECT 1 WHERE a = $1 LIMIT $2", "SELECT 1 WHERE a = $1 LIMIT $2", 2)]
    fn a_limit_stands_in_the_text_where_the_engine_wants_it_there(
        #[case] backend: DbBackend,
        #[case] sql: &str,
        #[case] expected: &str,
        #[case] values: usize,
    ) {
        assert_eq!(limited(backend, sql), (expected.to_owned(), values));
    }
}
