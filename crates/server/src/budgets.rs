//! How the budgets of stores stand.

use std::collections::HashMap;
use std::time::Duration;

use connector::budget;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use values::field::{Kind, Value};

use crate::Error;
use crate::records::{Computed, Computing, Snapshot};

/// The points that are there, who wants them, and how long that takes: as it is at the time of the request.
pub(crate) const STANDING: Computed = Computed {
    fields: &[
        ("known", "Known", Kind::Boolean),
        ("level", "Level", Kind::Integer),
        ("maximum", "Maximum", Kind::Integer),
        ("restoreRate", "Restore Rate (per Second)", Kind::Integer),
        ("held", "Held", Kind::Integer),
        ("waiting", "Waiting", Kind::Integer),
        ("waitSeconds", "Wait (Seconds)", Kind::Integer),
        ("processes", "No. of Processes", Kind::Integer),
    ],
    values,
};

fn values<'a>(snapshot: &'a Snapshot, ids: &'a [Uuid]) -> Computing<'a> {
    Box::pin(of_budgets(snapshot, ids))
}

async fn of_budgets(snapshot: &Snapshot, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Value>>, Error> {
    let of_ids = budget::Entity::find().filter(budget::Column::Id.is_in(ids.iter().copied()));
    let values = |budget: &budget::Model| {
        let standing = budget.standing(snapshot.now);
        let points = |points: f64| Value::Integer(points.floor() as i64);
        vec![
            Value::Boolean(standing.known),
            points(standing.level),
            points(standing.maximum),
            points(standing.rate),
            points(standing.held),
            points(standing.waiting.ceil()),
            Value::Integer(whole_seconds(standing.wait)),
            Value::Integer(i64::try_from(standing.processes).unwrap_or(i64::MAX)),
        ]
    };
    Ok(of_ids.all(&snapshot.read).await?.iter().map(|budget| (budget.id, values(budget))).collect())
}

fn whole_seconds(wait: Duration) -> i64 {
    i64::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(i64::MAX)
}
