use std::time::Duration;

use uuid::Uuid;

use crate::entry::STOPS_WITHIN;
use crate::object::Stops;
use crate::run::{self, StopReason};
use crate::{Queue, Result};

/// How often a worker asks for more time.
const HEARTBEAT: Duration = Duration::from_secs(2);

/// Keeps the lease of a run for as long as it goes on, and passes on that it is to stop. Ends when the lease is lost:
/// then the run can have no effect any more. That is so as well when a heartbeat
/// hangs, and when a run that was told to stop does not even look up: then it is given up.
pub(super) async fn keep_alive(queue: Queue, run: run::Model, stops: Stops) {
    tokio::select! {
        () = beat(&queue, &run, &stops) => {}
        () = time_out(&queue, &run, &stops) => {}
        () = until_lost(&queue, &stops) => {}
    }
}

async fn beat(queue: &Queue, run: &run::Model, stops: &Stops) {
    let (clock, token) = (queue.clock(), run.token);
    loop {
        clock.sleep(HEARTBEAT).await;
        if stops.overdue_by(clock).is_some_and(|by| by >= run::LEASE) {
            return;
        }
        match ask_for_time(queue, token, stops).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(%error, "a heartbeat failed"),
        }
    }
}

/// Asks once for more time, and hears whether the run is to stop. False: it is no longer this worker's.
pub(crate) async fn ask_for_time(queue: &Queue, token: Uuid, stops: &Stops) -> Result<bool> {
    let clock = queue.clock();
    let (asked_at, now) = (clock.monotonic(), clock.now());
    let until = now + run::LEASE;
    let Some(run) = queue.db().write(|tx| async move { run::extend(&tx, token, now, until).await }).await? else {
        return Ok(false);
    };
    stops.lease_begins(asked_at, until);
    if let Some(by) = run.stop_by {
        let left = (by - now).to_std().unwrap_or_default();
        stops.tell(run.stop_reason, &run.stop_requested_by, asked_at + left);
    }
    Ok(true)
}

/// Tells the run to stop when its time is over. Does not end itself.
async fn time_out(queue: &Queue, run: &run::Model, stops: &Stops) {
    let clock = queue.clock();
    let left = (run.times_out_at - clock.now()).to_std().unwrap_or_default();
    clock.sleep(left).await;
    stops.tell(StopReason::TimedOut, "", clock.monotonic() + STOPS_WITHIN);
    std::future::pending().await
}

async fn until_lost(queue: &Queue, stops: &Stops) {
    loop {
        let left = stops.left(queue.clock());
        if left.is_zero() {
            return;
        }
        queue.clock().sleep(left).await;
    }
}
