use anyhow::Result;
use chrono_tz::Tz;
use connector::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use job_queue::NewEntry;
use job_queue::schedule::{Schedule, Weekdays};

use super::SHOP;
use crate::assembly::Program;

/// Minutes between two imports.
const MINUTES: i32 = 1;

/// The demo's schedule: orders are imported every minute, and become sales orders after it, so that whoever looks sees the
/// shop live. Both are made to run once at first.
///
/// # Errors
/// When the job queue refuses.
pub async fn plan(program: &Program, zone: Tz) -> Result<()> {
    let (queue, caller) = (&program.queue, &program.caller);
    let import = "Import orders every minute";
    let create = "Create sales orders after the import";
    let planned = [(SYNC_ORDERS, import), (CREATE_SALES_ORDERS, create)].map(|(object, description)| {
        let schedule = Schedule::every(MINUTES, Weekdays::ALL, zone);
        let first = NewEntry {
            scope: SHOP.to_owned(),
            user: caller.user_name.clone(),
            max_attempts: 3,
            schedule: Schedule::once(zone),
            ..NewEntry::now(object)
        };
        [first.clone(), NewEntry { description: description.to_owned(), schedule, ..first }]
    });
    let planned = &planned;
    let write = |tx| async move {
        for entry in planned.iter().flatten() {
            queue.enqueue(&tx, entry).await?;
        }
        Ok::<_, job_queue::Error>(())
    };
    Ok(program.db.write(write).await?)
}
