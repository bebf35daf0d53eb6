//! Tells that the cues have changed, so that a page which shows them asks again: at once, but at most twice a second.

use std::time::Duration;

use connector::cues::COUNTED;
use runtime::Clock;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::broadcast::{Receiver, Sender};

use crate::events::Change;

const TOPIC: &str = "cues";
/// How long they rest after each time.
const REST: Duration = Duration::from_millis(500);

/// Follows the changes and tells of the cues among them, until nobody tells of changes any more.
pub(crate) async fn follow(mut changes: Receiver<Change>, events: Sender<Change>, clock: Clock) {
    while heard(&mut changes).await {
        // What has come meanwhile is told with it.
        while !matches!(changes.try_recv(), Err(TryRecvError::Empty | TryRecvError::Closed)) {}
        let _nobody_listens = events.send(Change::now(TOPIC, String::new(), &clock));
        clock.sleep(REST).await;
    }
}

/// Waits for a change that a cue counts. Where some were missed, there may have been one.
async fn heard(changes: &mut Receiver<Change>) -> bool {
    loop {
        match changes.recv().await {
            Ok(change) if !COUNTED.contains(&change.topic.as_str()) => {}
            Ok(_) | Err(RecvError::Lagged(_)) => return true,
            Err(RecvError::Closed) => return false,
        }
    }
}
