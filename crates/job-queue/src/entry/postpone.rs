use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::Model;
use super::transition::Event;
use crate::{Queue, Result};

impl Queue {
    /// Puts an entry off until `next`; the caller keeps it from others.
    pub(crate) async fn postpone(&self, tx: &Tx, entry: &Model, next: DateTime<Utc>) -> Result<()> {
        let mut row = entry.clone().into_active_model();
        if let Some(status) = entry.after(Event::Postpone)? {
            row.status = Set(status);
        }
        row.earliest_start_date_time = Set(Some(next));
        row.turn = Set(next + entry.priority_within_category.patience());
        row.last_modified_date_time = Set(self.clock().now());
        row.version = Set(entry.version + 1);
        row.update(tx).await?;
        self.changed(tx, entry.id).await
    }
}
