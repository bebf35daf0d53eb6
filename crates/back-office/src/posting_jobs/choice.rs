use database::{Read, Tx, condition};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;
use values::{Code, Filter};

use crate::Result;
use crate::sales::header::{Column, Entity, Model};
use crate::sales::{DocumentType, JobQueueStatus};

/// How many documents are looked up at a time.
const PAGE: u64 = 100;

/// Which documents a run posts.
#[derive(Clone, Debug)]
pub(super) enum Choice {
    /// Those of a type that a filter lets through.
    Filtered(DocumentType, Filter),
    /// Those that were given to an entry: what waits, what a run that was lost had begun, and, of an entry for one document
    /// that is started again, what has failed.
    OfEntry {
        /// The entry.
        entry: Uuid,
        /// Whether it is for one document.
        is_for_one: bool,
    },
}

impl Choice {
    fn query(&self, c: &impl ConnectionTrait) -> Result<Select<Entity>> {
        Ok(match self {
            Self::Filtered(document_type, filter) => {
                Entity::find().filter(Column::DocumentType.eq(*document_type)).filter(condition::<Entity>(c, filter)?)
            }
            Self::OfEntry { entry, is_for_one } => {
                let waits = [JobQueueStatus::Scheduled, JobQueueStatus::Posting].into_iter();
                let states = waits.chain(is_for_one.then_some(JobQueueStatus::Error));
                Entity::find().filter(Column::JobQueueEntryId.eq(*entry)).filter(Column::JobQueueStatus.is_in(states))
            }
        })
    }

    /// How many there are.
    pub(super) async fn count(&self, read: &Read) -> Result<u64> {
        Ok(self.query(read)?.count(read).await?)
    }

    /// The next of them after a number, in the order of their numbers: so are posted documents numbered.
    pub(super) async fn next(&self, read: &Read, after: &Code<20>) -> Result<Vec<Model>> {
        let after = self.query(read)?.filter(Column::Number.gt(after.clone()));
        Ok(after.order_by_asc(Column::Number).limit(PAGE).all(read).await?)
    }

    /// Whether people are to see that a document is being posted, before it is.
    pub(super) fn is_shown(&self) -> bool {
        matches!(self, Self::OfEntry { .. })
    }

    /// A document for this transaction alone, ready to be posted; `None` when it is no longer one of these.
    pub(super) async fn take(&self, tx: &Tx, id: Uuid) -> Result<Option<Model>> {
        let found = self.query(tx)?.filter(Column::Id.eq(id)).lock_exclusive().one(tx).await?;
        if found.is_some() && self.is_shown() {
            // Nobody else sees it so: it is posted, or all of this is undone.
            self.set(tx, id, JobQueueStatus::None).await?;
        }
        Ok(found)
    }

    /// Says how a document of an entry stands; one that was taken out of the job queue meanwhile is left alone.
    pub(super) async fn say(&self, tx: &Tx, id: Uuid, status: JobQueueStatus) -> Result<()> {
        if self.is_shown() && self.set(tx, id, status).await? {
            tx.changed::<Entity>(&[id]).await?;
        }
        Ok(())
    }

    async fn set(&self, tx: &Tx, id: Uuid, status: JobQueueStatus) -> Result<bool> {
        let Self::OfEntry { entry, .. } = self else { return Ok(false) };
        let set = Entity::update_many()
            .col_expr(Column::JobQueueStatus, Expr::value(status))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::Id.eq(id))
            .filter(Column::JobQueueEntryId.eq(*entry))
            .exec(tx)
            .await?;
        Ok(set.rows_affected == 1)
    }
}
