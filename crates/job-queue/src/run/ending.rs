use crate::object::{JobError, Outcome, Summary};

values::options! {
    /// Why a run was told to stop.
    pub enum StopReason {
        /// Nobody told it to.
        #[default]
        None => "",
        /// A person cancelled it.
        Cancelled => "Cancelled",
        /// A person marked it as an error.
        MarkedAsError => "Marked as Error",
        /// It ran longer than its job timeout.
        TimedOut => "Timed Out",
    }
}

/// How a run ended.
#[derive(Clone, Debug)]
pub(crate) enum Ending {
    /// By itself, with what it did.
    Done(Summary),
    /// By itself: there was nothing to do, and the entry may sleep.
    Idle(Summary),
    /// By an error.
    Failed(JobError),
    /// A person cancelled it, who is named.
    Cancelled(String),
    /// A person, who is named, marked it as an error.
    MarkedAsError(String),
    /// Its worker stops, and gives it back.
    GivenBack,
    /// Its worker was lost.
    Lost,
}

impl Ending {
    /// How people see it.
    pub(crate) fn result(&self) -> Outcome {
        match self {
            Self::Done(summary) | Self::Idle(summary) => summary.outcome(),
            Self::Failed(_) | Self::MarkedAsError(_) | Self::Lost => Outcome::Error,
            Self::Cancelled(_) => Outcome::Cancelled,
            Self::GivenBack => Outcome::GivenBack,
        }
    }
}
