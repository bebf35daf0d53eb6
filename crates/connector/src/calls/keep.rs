use std::time::Duration;

use runtime::Shutdown;

use super::delete;
use crate::{Connector, Error, bulk, shops};

/// How long calls gather before they are written together.
const GATHERING: Duration = Duration::from_millis(500);
/// How often old entries are looked for.
const CLEANING: Duration = Duration::from_secs(3_600);

impl Connector {
    /// Writes the calls down as they come, and deletes entries that have had their time, until it is to stop: then it
    /// writes the last of them. Stop it after those who call.
    pub async fn keep_calls(self, shutdown: Shutdown) {
        let mut cleaned: Option<Duration> = None;
        while !shutdown.is_requested() {
            let now = self.clock().monotonic();
            if cleaned.is_none_or(|cleaned| now.saturating_sub(cleaned) >= CLEANING) {
                told(self.delete_old_calls().await);
                cleaned = Some(now);
            }
            let filled = async {
                self.calls().filled.notified().await;
                self.clock().sleep(GATHERING).await;
            };
            tokio::select! {
                biased;
                () = shutdown.requested() => {}
                _filled_or_late = self.clock().timeout(CLEANING, filled) => {}
            }
            told(self.write_calls().await);
        }
        told(self.write_calls().await);
    }

    /// Deletes the entries, and the bulk operations, that have had their time, as each shop card says.
    ///
    /// # Errors
    /// What the database says.
    pub async fn delete_old_calls(&self) -> Result<u64, Error> {
        let mut deleted = 0;
        for shop in self.db().read(|r| async move { shops::list(&r).await }).await? {
            if shop.log_retention_days > 0 {
                let end = self.clock().now() - chrono::Duration::days(shop.log_retention_days.into());
                deleted += delete::delete_before(self.db(), Some(&shop.code), end).await?;
                bulk::delete_before(self.db(), Some(&shop.code), end).await?;
            }
        }
        Ok(deleted)
    }
}

fn told<T>(outcome: Result<T, Error>) {
    if let Err(error) = outcome {
        tracing::error!(%error, "the log of calls can't be kept; what waits is written later");
    }
}
