use database::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;
use values::Code;

use super::checked::Checked;
use super::{ActiveModel, Column, Enqueued, Entity, Mode, NewEntry, Status};
use crate::{Queue, Result, category, schedule};

/// Makes an entry, all checked.
pub(crate) async fn enqueue(queue: &Queue, tx: &Tx, new: &NewEntry, mode: Mode) -> Result<Enqueued> {
    let now = queue.clock().now();
    let checked = Checked::of(queue, new, now)?;
    if let Some(category) = &new.category {
        category::check(queue, tx, category).await?;
    }
    let id = queue.random().id(now);
    let category = new.category.clone().unwrap_or_else(|| Code::cut(checked.category));
    let exclusion_key = category::exclusion_key(queue, tx, &category, &new.scope, id).await?;
    let earliest = schedule::made_ready(&checked.schedule, now);
    let mut row = ActiveModel {
        id: Set(id),
        object_id_to_run: Set(new.object),
        object_caption_to_run: Set(checked.caption.to_owned()),
        status: Set(if new.ready { Status::Ready } else { Status::OnHold }),
        earliest_start_date_time: Set(if new.ready { Some(earliest) } else { new.earliest_start }),
        job_queue_category_code: Set(category),
        failed_since: Set(None),
        rescues: Set(0),
        rescued_at: Set(0),
        error_message: Set(String::new()),
        user_id: Set(new.user.clone()),
        mode: Set(mode),
        last_ready_state: Set(now),
        last_modified_date_time: Set(now),
        version: Set(1),
        exclusion_key: Set(exclusion_key),
        dedupe_key: Set(new.dedupe_key.clone().filter(|_| new.ready)),
        runnable: Set(new.ready && mode == Mode::Background),
        turn: Set(earliest + new.priority.patience()),
        ..<ActiveModel as ActiveModelTrait>::default()
    };
    checked.set(&mut row);
    insert(queue, tx, row, id, new).await
}

async fn insert(queue: &Queue, tx: &Tx, row: ActiveModel, id: Uuid, new: &NewEntry) -> Result<Enqueued> {
    loop {
        let conflict = OnConflict::column(Column::DedupeKey).do_nothing().to_owned();
        if Entity::insert(row.clone()).on_conflict(conflict).exec_without_returning(tx).await? == 1 {
            queue.changed(tx, id).await?;
            return Ok(Enqueued::Enqueued(id));
        }
        // Kept from workers until the caller commits: a run that began before that might not see what the caller wrote.
        let waiting = Entity::find().filter(Column::DedupeKey.eq(new.dedupe_key.clone())).lock_exclusive();
        if let Some(entry) = waiting.one(tx).await? {
            return Ok(Enqueued::AlreadyQueued(entry.id));
        }
    }
}
