use chrono::{DateTime, TimeDelta, Utc};

/// When a mutation runs, and how long what it sets going takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    pub now: DateTime<Utc>,
    /// How long a picture is worked on before it is ready.
    pub media_takes: TimeDelta,
}

impl Moment {
    /// A moment in which everything is ready at once.
    pub(crate) const fn still(now: DateTime<Utc>) -> Self {
        Self { now, media_takes: TimeDelta::zero() }
    }
}
