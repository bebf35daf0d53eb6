use std::time::Duration;

/// What a job does about an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It tries again.
    Retry {
        /// Not before this has passed; none leaves it to the job's own delay.
        after: Option<Duration>,
    },
    /// It fails: the same call would fail again.
    Fail,
    /// It waits for a person.
    Hold,
}
