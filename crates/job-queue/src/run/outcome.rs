use chrono::{DateTime, Utc};

use super::{Ending, Model};
use crate::entry::{self, Event};
use crate::object::Decision;
use crate::schedule;

/// The waits before a run is tried again, in addition to the entry's own delay, as BC has them.
const EXTRA_WAITS: [chrono::Duration; 7] = [
    chrono::Duration::milliseconds(10),
    chrono::Duration::milliseconds(100),
    chrono::Duration::seconds(1),
    chrono::Duration::seconds(10),
    chrono::Duration::seconds(100),
    chrono::Duration::seconds(1_000),
    chrono::Duration::seconds(10_000),
];
const LONGEST_EXTRA_WAIT: chrono::Duration = chrono::Duration::hours(6);
/// No retry comes sooner than this.
const SHORTEST_WAIT: chrono::Duration = chrono::Duration::seconds(1);
/// So often a job may lose its worker without getting on.
const MOST_RESCUES: i32 = 5;

/// What a run that has ended makes of its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) event: Event,
    /// When it runs again, if by itself.
    pub(crate) at: Option<DateTime<Utc>>,
    pub(crate) attempts: i32,
    pub(crate) rescues: i32,
    pub(crate) rescued_at: i64,
    /// Since when its runs fail for good.
    pub(crate) failed_since: Option<DateTime<Utc>>,
    pub(crate) message: String,
}

/// What the end of `run` at `now` makes of `entry`: a pure function, which the model of the queue calls as well.
pub(crate) fn outcome(run: &Model, entry: &entry::Model, ending: &Ending, now: DateTime<Utc>) -> Outcome {
    let schedule = entry.schedule();
    let stays = |event, at, message: &str| Outcome {
        event,
        at,
        attempts: entry.attempts,
        rescues: entry.rescues,
        rescued_at: entry.rescued_at,
        failed_since: entry.failed_since,
        message: message.to_owned(),
    };
    let fails = |at, message: &str| Outcome {
        failed_since: entry.failed_since.or(Some(now)),
        ..stays(Event::Fail, at, message)
    };
    let well = |event, at| Outcome {
        event,
        at,
        attempts: 0,
        rescues: 0,
        rescued_at: 0,
        failed_since: None,
        message: String::new(),
    };
    // Whose worker stops or is lost keeps its place in line.
    let in_line = Some(entry.earliest_start_date_time.map_or(now, |at| at.min(now)));
    let again = if entry.failed_since.is_some() { Event::RunAgainFailing } else { Event::RunAgain };
    match ending {
        Ending::Done(_) | Ending::Idle(_) if !entry.recurring_job => well(Event::Finish, None),
        Ending::Done(_) | Ending::Idle(_) if entry.manual_recurrence => match run.next_run_at {
            Some(at) => well(Event::Recur, Some(at)),
            None => Outcome { message: DID_NOT_SAY.to_owned(), ..well(Event::Park, None) },
        },
        Ending::Done(_) => well(Event::Recur, Some(schedule::next(&schedule, now))),
        Ending::Idle(_) => {
            let sleep = entry.inactivity_timeout_period;
            // Without a period it sleeps until there is something to do.
            well(Event::Rest, (sleep > 0).then(|| schedule::hold(&schedule, now, sleep)))
        }
        Ending::GivenBack => stays(again, in_line, &entry.error_message),
        Ending::Cancelled(by) => stays(Event::Park, None, &format!("cancelled by {by}")),
        Ending::MarkedAsError(by) => fails(None, &marked_as_error(by)),
        Ending::Lost => {
            let got_further = run.progress_done > entry.rescued_at;
            let rescues = if got_further { 1 } else { entry.rescues + 1 };
            let rescued_at = run.progress_done.max(entry.rescued_at);
            if rescues > MOST_RESCUES {
                return Outcome { rescues, rescued_at, ..fails(None, ENDS_ITS_WORKER) };
            }
            Outcome { rescues, rescued_at, ..stays(again, in_line, &entry.error_message) }
        }
        Ending::Failed(error) => match error.decision {
            Decision::Hold => stays(Event::Park, None, &error.message),
            Decision::Retry { after } if entry.attempts < entry.max_attempts => {
                let wait = wait_before(entry.attempts + 1, entry.rerun_delay);
                let asked = after.and_then(|after| chrono::Duration::from_std(after).ok()).unwrap_or_default();
                let at = Some(now + wait.max(asked));
                Outcome { attempts: entry.attempts + 1, ..stays(again, at, &error.message) }
            }
            Decision::Retry { .. } | Decision::Fail => {
                let goes_on = entry.recurring_job && !entry.stop_on_error && !entry.manual_recurrence;
                let at = goes_on.then(|| schedule::next(&schedule, now));
                let attempts = if goes_on { 0 } else { entry.attempts };
                Outcome { attempts, ..fails(at, &error.message) }
            }
        },
    }
}

const ENDS_ITS_WORKER: &str =
    "this job ends its worker: it was lost with its worker time after time; see the log of the worker";
const DID_NOT_SAY: &str = "its object was to say when it runs again, and did not; set it to Ready to run it once more";

/// What stands with a run that a person marked as an error.
pub(crate) fn marked_as_error(by: &str) -> String {
    format!("marked as an error by {by}")
}

/// How long to wait before attempt number `attempt`, the first retry being 1.
fn wait_before(attempt: i32, rerun_delay: i32) -> chrono::Duration {
    let extra = usize::try_from(attempt - 1).ok().and_then(|at| EXTRA_WAITS.get(at)).unwrap_or(&LONGEST_EXTRA_WAIT);
    (chrono::Duration::seconds(i64::from(rerun_delay)) + *extra).max(SHORTEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retry_waits_as_long_as_in_bc_and_never_less_than_a_second() {
        let milliseconds = |attempt, delay| wait_before(attempt, delay).num_milliseconds();
        assert_eq!([milliseconds(1, 0), milliseconds(2, 0), milliseconds(3, 0)], [1_000, 1_000, 1_000]);
        assert_eq!([milliseconds(1, 30), milliseconds(2, 30), milliseconds(3, 30)], [30_010, 30_100, 31_000]);
        assert_eq!(milliseconds(7, 0), 10_000_000);
        assert_eq!(wait_before(8, 60), chrono::Duration::hours(6) + chrono::Duration::seconds(60));
    }
}
