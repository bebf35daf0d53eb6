//! Whether a worker is there, and how much it runs: shown with it.

use std::collections::HashMap;

use job_queue::presence::{Column, Entity};
use job_queue::run;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::field::{Kind, Value};

use crate::records::{Computed, Computing, Snapshot};

/// The fields that say so.
pub(crate) const LIVENESS: Computed =
    Computed { fields: &[("running", "Running", Kind::Integer), ("isLive", "Live", Kind::Boolean)], values };

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(async move {
        let workers = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(&snapshot.read).await?;
        let names = run::Column::Worker.is_in(workers.iter().map(|worker| worker.name.as_str()));
        let runs = run::Entity::find().select_only().column(run::Column::Worker).filter(names);
        let runs: Vec<String> = runs.into_tuple().all(&snapshot.read).await?;
        let mut running = HashMap::<String, i64>::new();
        runs.into_iter().for_each(|worker| *running.entry(worker).or_default() += 1);
        let of = |worker: &job_queue::presence::Model| {
            let running = running.get(&worker.name).copied().unwrap_or_default();
            vec![Value::Integer(running), Value::Boolean(worker.is_live(snapshot.now))]
        };
        Ok(workers.iter().map(|worker| (worker.id, of(worker))).collect())
    })
}
