use chrono::{DateTime, Utc};
use database::{Db, Notice, Record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::{Column, Entity, content};
use crate::Error;

/// As many operations are deleted in one transaction, so that others get their turn in between.
const AT_ONCE: u64 = 100;

/// Deletes the operations that have ended, and were started at `end` or before, of all shops. Gives how many there were.
///
/// # Errors
/// What the database says.
pub async fn delete_older_than(db: &Db, end: DateTime<Utc>) -> Result<u64, Error> {
    delete_before(db, None, end).await
}

/// The same for one shop, or all of them.
pub(crate) async fn delete_before(db: &Db, shop: Option<&Code<20>>, end: DateTime<Utc>) -> Result<u64, Error> {
    let mut deleted = 0;
    loop {
        let some = db.write(|tx| async move {
            let old = Entity::find().select_only().column(Column::Id);
            let old = old.filter(Column::CreatedAt.lte(end)).filter(Column::CompletedAt.is_not_null());
            let old = match shop {
                Some(shop) => old.filter(Column::ShopCode.eq(shop.clone())),
                None => old,
            };
            let old: Vec<Uuid> = old.limit(AT_ONCE).into_tuple().all(&tx).await?;
            if old.is_empty() {
                return Ok::<_, Error>(0);
            }
            let lines = content::Entity::delete_many();
            lines.filter(content::Column::BulkOperationId.is_in(old.iter().copied())).exec(&tx).await?;
            let some = Entity::delete_many().filter(Column::Id.is_in(old)).exec(&tx).await?.rows_affected;
            tx.notify(Notice::new(Entity::NAME, "")).await?;
            Ok(some)
        });
        let some = some.await?;
        deleted += some;
        if some < AT_ONCE {
            return Ok(deleted);
        }
    }
}
