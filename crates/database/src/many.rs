use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Iterable, sea_query};

use crate::{Engine, Result, Tx};

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

/// Inserts rows, as many per statement as the engine takes.
///
/// # Errors
/// What the engine says; on an error no further row is inserted.
pub async fn insert_many<A>(tx: &Tx, rows: Vec<A>) -> Result<()>
where
    A: ActiveModelTrait + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    for chunk in chunks(rows, rows_per_statement::<A::Entity>(tx.engine())) {
        A::Entity::insert_many(chunk).exec_without_returning(tx).await?;
    }
    Ok(())
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
