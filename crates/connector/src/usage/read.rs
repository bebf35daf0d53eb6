use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model};
use crate::Error;

/// What one object has used over some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The object; 0 where no task called.
    pub object_id: i32,
    /// The calls.
    pub calls: i64,
    /// Those that were refused for want of points.
    pub throttled: i64,
    /// The points that they asked for.
    pub requested_points: i64,
    /// The points that they were charged.
    pub charged_points: i64,
    /// The fewest points that the store said were left.
    pub lowest_available: Option<i64>,
}

/// What was used of a store's budget in the minutes that began at `start` or later, the oldest first.
///
/// # Errors
/// What the database says.
pub async fn since(connection: &impl ConnectionTrait, store: &str, start: DateTime<Utc>) -> Result<Vec<Model>, Error> {
    let rows = Entity::find().filter(Column::Store.eq(store)).filter(Column::StartDateTime.gte(start));
    Ok(rows.order_by_asc(Column::StartDateTime).order_by_asc(Column::ObjectId).all(connection).await?)
}

/// The sums of rows by object: the one that asked for most points first.
pub fn by_object(rows: &[Model]) -> Vec<Total> {
    let mut totals = BTreeMap::<i32, Total>::new();
    for row in rows {
        let nothing = Total {
            object_id: row.object_id,
            calls: 0,
            throttled: 0,
            requested_points: 0,
            charged_points: 0,
            lowest_available: None,
        };
        let total = totals.entry(row.object_id).or_insert(nothing);
        total.calls += row.calls;
        total.throttled += row.throttled;
        total.requested_points += row.requested_points;
        total.charged_points += row.charged_points;
        total.lowest_available = [total.lowest_available, row.lowest_available].into_iter().flatten().min();
    }
    let mut totals: Vec<Total> = totals.into_values().collect();
    totals.sort_by_key(|total| (-total.requested_points, total.object_id));
    totals
}
