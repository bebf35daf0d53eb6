use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use crate::{Result, entry, log, run};

/// As many of those that wait are named.
const NAMED: u64 = 20;

/// Entries that must not run at the same time: the one that runs, and those whose time has come.
#[derive(Clone, Debug)]
pub struct Line {
    /// Their category.
    pub category: Code<10>,
    /// Their scope; blank where the category excludes as a whole.
    pub scope: String,
    /// What runs, and its log entry.
    pub holder: Option<(run::Model, log::Model)>,
    /// The first of those that wait, in the order in which they go.
    pub waiting: Vec<entry::Model>,
    /// How many wait in all.
    pub waiting_count: u64,
}

/// The lines in which something runs or waits at `now`, by category and scope. Entries without a category stand in none.
///
/// # Errors
/// What the database says.
pub async fn lines(connection: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Line>> {
    let mut lines = BTreeMap::new();
    for (key, count) in waiting(connection, now).await? {
        let first = entry::Entity::find()
            .filter(entry::runnable())
            .filter(entry::in_line())
            .filter(entry::Column::ExclusionKey.eq(key.as_str()))
            .filter(entry::Column::EarliestStartDateTime.lte(now))
            .order_by_asc(entry::Column::Turn)
            .order_by_asc(entry::Column::EntryNumber)
            .limit(NAMED)
            .all(connection)
            .await?;
        let Some(category) = first.first().map(|entry| entry.job_queue_category_code.clone()) else { continue };
        let mut line = empty(&key, category);
        (line.waiting, line.waiting_count) = (first, count);
        lines.insert(key, line);
    }
    for (run, log) in running(connection).await? {
        let key = run.exclusion_key.clone();
        let line = lines.entry(key).or_insert_with_key(|key| empty(key, log.job_queue_category_code.clone()));
        line.holder = Some((run, log));
    }
    Ok(lines.into_values().collect())
}

/// The keys for which something is due, and how much.
async fn waiting(connection: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<(String, u64)>> {
    let counted = entry::Entity::find()
        .select_only()
        .column(entry::Column::ExclusionKey)
        .column_as(entry::Column::EntryNumber.count(), "waiting")
        .filter(entry::runnable())
        .filter(entry::in_line())
        .filter(entry::Column::EarliestStartDateTime.lte(now))
        .group_by(entry::Column::ExclusionKey);
    let counted: Vec<(String, i64)> = counted.into_tuple().all(connection).await?;
    Ok(counted.into_iter().map(|(key, count)| (key, u64::try_from(count).unwrap_or_default())).collect())
}

/// What runs in a category. There are as many runs as workers have hands.
async fn running(connection: &impl ConnectionTrait) -> Result<Vec<(run::Model, log::Model)>> {
    let runs = run::Entity::find().all(connection).await?;
    let of_runs = log::Column::Id.is_in(runs.iter().map(|run| run.log_id));
    let logs = log::Entity::find().filter(of_runs).filter(log::Column::JobQueueCategoryCode.ne(Code::<10>::blank()));
    let mut logs: BTreeMap<_, _> = logs.all(connection).await?.into_iter().map(|log| (log.id, log)).collect();
    Ok(runs.into_iter().filter_map(|run| logs.remove(&run.log_id).map(|log| (run, log))).collect())
}

fn empty(key: &str, category: Code<10>) -> Line {
    let scope = key.strip_prefix(category.as_str()).unwrap_or_default().trim_start().to_owned();
    Line { category, scope, holder: None, waiting: Vec::new(), waiting_count: 0 }
}
