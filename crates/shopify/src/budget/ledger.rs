use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use super::Lane;

/// What a process says when it asks for its slice of a store's budget.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The process: a number of its own.
    pub member: u64,
    /// The points of its last slice that it has not spent.
    pub held: f64,
    /// Its calls that are under way.
    pub in_flight: u32,
    /// What it needs; none if nothing waits.
    pub wants: Option<Wants>,
    /// What the store has said since it asked last.
    pub seen: Option<Seen>,
}

/// What waits in a process's line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wants {
    /// The lane of the call that is next.
    pub lane: Lane,
    /// How long that call has waited.
    pub waited: Duration,
    /// What it costs.
    pub first: f64,
    /// What all that wait cost.
    pub all: f64,
    /// How many wait.
    pub calls: u32,
}

/// What a store has said of its bucket, as far as that holds now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// The points that were there, with what has run in since and without what the process has sent since.
    pub available: f64,
    /// The points of calls that were under way then: the store may have counted them already or not.
    pub uncertain: f64,
    /// The most that the bucket holds.
    pub maximum: f64,
    /// The points that run in each second.
    pub rate: f64,
    /// Whether a call was refused for want of points.
    pub refused: bool,
}

/// A slice of a store's budget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grant {
    /// The points that may be spent, and none but these.
    pub points: f64,
    /// As many calls may be under way.
    pub slots: u32,
    /// When there are too few: ask again after this time.
    pub wait: Duration,
    /// The points that nobody holds.
    pub level: f64,
    /// The most that the bucket holds.
    pub maximum: f64,
    /// The points that run in each second.
    pub rate: f64,
    /// Whether the ledger has heard of the store's bucket yet.
    pub known: bool,
}

/// The ledger can't be reached.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unavailable(pub String);

/// What a ledger answers, when it does.
pub type Settled<'a> = Pin<Box<dyn Future<Output = Result<Grant, Unavailable>> + Send + 'a>>;

/// Where the points of one store are kept for all who call it. It only has to keep a [`Shared`](super::Shared) so that
/// one process at a time settles with it.
pub trait Ledger: fmt::Debug + Send + Sync {
    /// Settles with [`Shared::settle`](super::Shared::settle).
    fn settle(&self, statement: Statement) -> Settled<'_>;

    /// A process asks at most once in this time, unless a person waits: zero where asking costs nothing.
    fn pace(&self) -> Duration;
}
