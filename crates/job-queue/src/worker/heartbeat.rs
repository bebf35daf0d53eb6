use std::sync::atomic::Ordering;
use std::time::Duration;

use uuid::Uuid;

use crate::object::Stops;
use crate::{Queue, run};

/// How often a worker asks for more time.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(2);

/// Keeps the lease of a run for as long as it goes on, and passes on that it is to stop. Ends when the lease is lost:
/// then the run can have no effect any more.
pub(super) async fn keep_alive(queue: &Queue, token: Uuid, stops: &Stops) {
    let clock = queue.clock();
    loop {
        clock.sleep(HEARTBEAT.min(stops.left(clock))).await;
        let asked_at = clock.monotonic();
        let extended = queue.db().write(|tx| async move { run::extend(&tx, token, clock.now()).await });
        match clock.timeout(stops.left(clock), extended).await {
            Ok(Ok(Some(run))) => {
                stops.lease_begins(asked_at);
                if run.stop_requested {
                    stops.cancelled.store(true, Ordering::SeqCst);
                    stops.stop.request();
                }
            }
            Ok(Ok(None)) => return,
            Ok(Err(error)) => tracing::warn!(%error, "a heartbeat failed"),
            Err(_) => {}
        }
        if stops.left(clock).is_zero() {
            return;
        }
    }
}
