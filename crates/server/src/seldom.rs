//! Words for the log that anybody may cause.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use runtime::Clock;

/// So many are said in each span of time.
const SAID: u64 = 10;
/// The span.
const SPAN: Duration = Duration::from_secs(60);

/// Lets a word into the log now and then only.
#[derive(Debug)]
pub(crate) struct Seldom {
    clock: Clock,
    counted: Mutex<Counted>,
}

#[derive(Clone, Copy, Debug)]
struct Counted {
    since: DateTime<Utc>,
    said: u64,
    unsaid: u64,
}

impl Seldom {
    /// Nothing has been said yet.
    pub(crate) fn new(clock: Clock) -> Self {
        let counted = Counted { since: clock.now(), said: 0, unsaid: 0 };
        Self { clock, counted: Mutex::new(counted) }
    }

    /// Whether the word may be said now; then how many were not since the last one that was.
    pub(crate) fn say(&self) -> Option<u64> {
        let now = self.clock.now();
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if now >= counted.since + SPAN {
            (counted.since, counted.said) = (now, 0);
        }
        if counted.said == SAID {
            counted.unsaid += 1;
            return None;
        }
        counted.said += 1;
        Some(std::mem::take(&mut counted.unsaid))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_words_a_few_are_said_and_the_rest_are_counted() {
        let (clock, manual) = Clock::manual(DateTime::UNIX_EPOCH);
        let seldom = Seldom::new(clock);
        let said = (0..1_000).filter(|_| seldom.say().is_some()).count();
        assert_eq!(said, 10);
        manual.advance(Duration::from_secs(59));
        assert_eq!(seldom.say(), None);
        manual.advance(Duration::from_secs(1));
        assert_eq!(seldom.say(), Some(991));
        assert_eq!(seldom.say(), Some(0));
    }
}
