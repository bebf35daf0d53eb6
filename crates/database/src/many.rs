use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbBackend, EntityName, EntityTrait, IdenStatic, IntoActiveModel, Iterable,
    Statement, sea_query,
};

use crate::{Engine, Error, Result, Tx};

/// A statement of more rows is no faster, but takes more memory.
const MOST_ROWS: usize = 1_000;

/// How many rows of an entity fit into one statement.
fn rows_per_statement<E: EntityTrait>(engine: Engine) -> usize {
    let values = match engine {
        Engine::Sqlite => 32_766,
        Engine::Postgres => 65_535,
    };
    (values / E::Column::iter().count().max(1)).clamp(1, MOST_ROWS)
}

/// Inserts rows, as many per statement as the engine takes. All of them have the same columns set; the engine fills the
/// others.
///
/// # Errors
/// What the engine says, and that the rows differ in their columns; on an error no further row is inserted.
pub async fn insert_many<A>(tx: &Tx, rows: Vec<A>) -> Result<()>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    for chunk in chunks(rows, rows_per_statement::<A::Entity>(tx.engine())) {
        tx.execute_raw(insertion(tx.get_database_backend(), chunk)?).await?;
    }
    Ok(())
}

/// A statement that takes the values of the rows as they are. What makes statements of every kind would copy each of them.
fn insertion<A: ActiveModelTrait>(backend: DbBackend, mut rows: Vec<A>) -> Result<Statement> {
    let table = A::Entity::default();
    let is_set = |column: &<A::Entity as EntityTrait>::Column| rows.first().is_some_and(|row| !row.is_not_set(*column));
    let columns: Vec<_> = <A::Entity as EntityTrait>::Column::iter().filter(is_set).collect();
    let mut values = Vec::with_capacity(rows.len() * columns.len());
    for row in &mut rows {
        let wanted = values.len() + columns.len();
        values.extend(columns.iter().filter_map(|column| row.take(*column).into_value()));
        let has_more = <A::Entity as EntityTrait>::Column::iter().any(|column| !row.is_not_set(column));
        if has_more || values.len() != wanted {
            return Err(Error::UnequalRows(table.table_name().to_owned()));
        }
    }
    let names: Vec<&str> = columns.iter().map(IdenStatic::as_str).collect();
    Ok(Statement::from_sql_and_values(backend, text(backend, table.table_name(), &names, rows.len()), values))
}

/// The text of a statement that inserts so many rows.
fn text(backend: DbBackend, table: &str, columns: &[&str], rows: usize) -> String {
    let mut text = format!("INSERT INTO \"{table}\" (\"{}\") VALUES ", columns.join("\", \""));
    for value in 0..rows * columns.len() {
        let is_first_of_row = value % columns.len() == 0;
        text.push_str(match value {
            0 => "(",
            _ if is_first_of_row => "), (",
            _ => ", ",
        });
        match backend {
            DbBackend::Postgres => text.push_str(&format!("${}", value + 1)),
            _ => text.push('?'),
        }
    }
    text.push(')');
    text
}

/// Inserts rows; where one with the same `key` is there already, its columns `update` get the new values. With no column
/// to update such a row is left as it is. No two of the rows may have the same key. Returns how many rows were written.
///
/// # Errors
/// What the engine says; on an error no further row is written.
pub async fn upsert_many<A>(
    tx: &Tx,
    rows: Vec<A>,
    key: &[<A::Entity as EntityTrait>::Column],
    update: &[<A::Entity as EntityTrait>::Column],
) -> Result<u64>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    let mut conflict = sea_query::OnConflict::columns(key.iter().copied());
    if update.is_empty() {
        conflict.do_nothing();
    } else {
        conflict.update_columns(update.iter().copied());
    }
    let mut written = 0;
    for chunk in chunks(rows, rows_per_statement::<A::Entity>(tx.engine())) {
        let insert = A::Entity::insert_many(chunk).on_conflict(conflict.clone());
        written += insert.exec_without_returning(tx).await?;
    }
    Ok(written)
}

fn chunks<A>(rows: Vec<A>, size: usize) -> impl Iterator<Item = Vec<A>> {
    let mut rows = rows.into_iter();
    std::iter::from_fn(move || Some(rows.by_ref().take(size).collect::<Vec<_>>()).filter(|chunk| !chunk.is_empty()))
}
