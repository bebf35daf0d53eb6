use std::time::Duration;

use runtime::Shutdown;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Column, Entity};
use crate::{Connector, Error};

/// For as many days it is known what a budget was used for.
pub const KEPT_DAYS: i64 = 14;
/// How long calls gather before they are written together.
const GATHERING: Duration = Duration::from_secs(10);
/// How often old rows are looked for.
const CLEANING: Duration = Duration::from_secs(3_600);
/// As many rows are deleted in one transaction, so that others get their turn in between.
const AT_ONCE: u64 = 500;

impl Connector {
    /// Writes down what calls use as they come, and deletes what has had its time, until it is to stop: then it writes the
    /// last of it. Stop it after those who call.
    pub async fn keep_usage(self, shutdown: Shutdown) {
        let mut cleaned: Option<Duration> = None;
        while !shutdown.is_requested() {
            let now = self.clock().monotonic();
            if cleaned.is_none_or(|cleaned| now.saturating_sub(cleaned) >= CLEANING) {
                told(self.delete_old_usage().await);
                cleaned = Some(now);
            }
            let counted = async {
                self.usage().counted.notified().await;
                self.clock().sleep(GATHERING).await;
            };
            tokio::select! {
                biased;
                () = shutdown.requested() => {}
                _counted_or_late = self.clock().timeout(CLEANING, counted) => {}
            }
            told(self.write_usage().await);
        }
        told(self.write_usage().await);
    }

    /// Deletes the rows that are older than [`KEPT_DAYS`]. Gives how many there were.
    ///
    /// # Errors
    /// What the database says.
    pub async fn delete_old_usage(&self) -> Result<u64, Error> {
        let end = self.clock().now() - chrono::Duration::days(KEPT_DAYS);
        let mut deleted = 0;
        loop {
            let some = self.db().write(|tx| async move {
                let old = Entity::find().select_only().column(Column::Id).filter(Column::StartDateTime.lt(end));
                let old: Vec<Uuid> = old.limit(AT_ONCE).into_tuple().all(&tx).await?;
                let rows = Entity::delete_many().filter(Column::Id.is_in(old));
                Ok::<_, Error>(rows.exec(&tx).await?.rows_affected)
            });
            let some = some.await?;
            deleted += some;
            if some < AT_ONCE {
                return Ok(deleted);
            }
        }
    }
}

fn told<T>(outcome: Result<T, Error>) {
    if let Err(error) = outcome {
        tracing::error!(%error, "what calls to Shopify use can't be written down; what waits is written later");
    }
}
