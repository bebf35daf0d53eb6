use database::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;
use values::Code;

use super::{ActiveModel, Column, Entity, key};
use crate::{Error, Queue, Result, entry};

/// The key of an entry: what has the same one must not run at the same time. An entry without a category excludes
/// only itself. The category and the key are made when they are not there.
pub(crate) async fn exclusion_key(queue: &Queue, tx: &Tx, code: &Code<10>, scope: &str, entry: Uuid) -> Result<String> {
    let exclusion_key = if code.is_blank() {
        format!("entry {entry}")
    } else if by_scope(queue, tx, code).await? {
        format!("{code} {scope}")
    } else {
        code.to_string()
    };
    let row = key::ActiveModel { key: Set(exclusion_key.clone()) };
    let conflict = OnConflict::column(key::Column::Key).do_nothing().to_owned();
    key::Entity::insert(row).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(exclusion_key)
}

/// Refuses a category that is not there. Those that objects have by themselves are always there.
///
/// # Errors
/// [`Error::NoCategory`].
pub(crate) async fn check(queue: &Queue, tx: &Tx, code: &Code<10>) -> Result<()> {
    if code.is_blank() || queue.registry().has_category(code.as_str()) {
        return Ok(());
    }
    let there = Entity::find().filter(Column::Code.eq(code.clone())).one(tx).await?;
    there.map(drop).ok_or_else(|| Error::NoCategory(code.clone()))
}

async fn by_scope(queue: &Queue, tx: &Tx, code: &Code<10>) -> Result<bool> {
    if let Some(category) = Entity::find().filter(Column::Code.eq(code.clone())).one(tx).await? {
        return Ok(category.excludes_by_scope);
    }
    let row = ActiveModel {
        id: Set(queue.random().id(queue.clock().now())),
        code: Set(code.clone()),
        description: Set(code.to_string()),
        excludes_by_scope: Set(true),
    };
    let conflict = OnConflict::column(Column::Code).do_nothing().to_owned();
    Entity::insert(row).on_conflict(conflict).exec_without_returning(tx).await?;
    Ok(true)
}

/// Forgets the key of an entry that is gone, when it was only its own.
pub(crate) async fn forget_key(tx: &Tx, entry: &entry::Model) -> Result<()> {
    if entry.job_queue_category_code.is_blank() {
        key::Entity::delete_by_id(entry.exclusion_key.clone()).exec(tx).await?;
    }
    Ok(())
}
