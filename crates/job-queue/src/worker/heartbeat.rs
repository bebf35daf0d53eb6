use std::sync::atomic::Ordering;
use std::time::Duration;

use uuid::Uuid;

use crate::object::Stops;
use crate::{Queue, run};

/// How often a worker asks for more time.
const HEARTBEAT: Duration = Duration::from_secs(2);

/// Keeps the lease of a run for as long as it goes on, and passes on that it is to stop. Ends when the lease is lost:
/// then the run can have no effect any more. That is so as well when a heartbeat hangs.
pub(super) async fn keep_alive(queue: Queue, token: Uuid, stops: Stops) {
    tokio::select! {
        () = beat(&queue, token, &stops) => {}
        () = until_lost(&queue, &stops) => {}
    }
}

async fn beat(queue: &Queue, token: Uuid, stops: &Stops) {
    let clock = queue.clock();
    loop {
        clock.sleep(HEARTBEAT).await;
        let (asked_at, now) = (clock.monotonic(), clock.now());
        let until = now + run::LEASE;
        match queue.db().write(|tx| async move { run::extend(&tx, token, now, until).await }).await {
            Ok(Some(run)) => {
                stops.lease_begins(asked_at, until);
                if run.stop_requested {
                    stops.cancelled.store(true, Ordering::SeqCst);
                    stops.stop.request();
                }
            }
            Ok(None) => return,
            Err(error) => tracing::warn!(%error, "a heartbeat failed"),
        }
    }
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
