use uuid::Uuid;
use values::Code;

use crate::entry::Status;

/// Why the job queue refuses.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// No such object.
    #[error("there is no object {id} to run; there are: {known}")]
    UnknownObject {
        /// The number that was asked for.
        id: i32,
        /// Those that there are.
        known: String,
    },
    /// The options can't be taken.
    #[error("the options of object {object} can't be taken: {reason}")]
    Options {
        /// The object's number.
        object: i32,
        /// Which option, and what it may be.
        reason: String,
    },
    /// A filter names no field of the object.
    #[error("there is no filter '{field}'; there are: {known}")]
    UnknownFilter {
        /// What was given.
        field: String,
        /// What there is.
        known: String,
    },
    /// A filter does not parse.
    #[error("the filter on {field} can't be read: {source}")]
    Filter {
        /// Which one.
        field: String,
        /// Where, and what was expected.
        source: values::filter::Error,
    },
    /// The schedule can't be taken.
    #[error("the schedule can't be taken: {0}")]
    Schedule(#[from] crate::schedule::Invalid),
    /// A number is out of range.
    #[error("{given} is out of range for {field}: choose 0 to {most}")]
    OutOfRange {
        /// The field, by its caption.
        field: &'static str,
        /// The field, as the API names it.
        name: &'static str,
        /// What was given.
        given: i32,
        /// The most that it may be.
        most: i32,
    },
    /// The setup can't be taken.
    #[error("{field} of the job queue setup: {reason}")]
    Setup {
        /// The field, as the API names it.
        field: &'static str,
        /// What it may be.
        reason: &'static str,
    },
    /// No such category.
    #[error("there is no job queue category '{0}': make it first, or choose one of those that there are")]
    NoCategory(Code<10>),
    /// The category is there already.
    #[error("there is a job queue category '{0}' already: choose another code")]
    CategoryExists(Code<10>),
    /// The category has no code.
    #[error("a job queue category needs a code")]
    NoCode,
    /// The category is in use.
    #[error(
        "{entries} job queue entries are of the category '{code}': give them another category, or delete them, first"
    )]
    CategoryInUse {
        /// Which one.
        code: Code<10>,
        /// How many entries have it.
        entries: u64,
    },
    /// The category is busy.
    #[error("'{holder}' of the category '{code}' is running: change how it excludes when that has ended")]
    CategoryBusy {
        /// Which one.
        code: Code<10>,
        /// What runs, as its entry describes it.
        holder: String,
    },
    /// The user is an administrator already.
    #[error("{0} is a job queue administrator already")]
    AdministratorExists(String),
    /// No such entry.
    #[error("there is no job queue entry {0}")]
    NoEntry(Uuid),
    /// The entry is running.
    #[error("the job queue entry {0} is running: cancel it, or wait until it has ended")]
    Running(Uuid),
    /// The entry is not running.
    #[error("the job queue entry {0} is not running, so there is nothing to cancel")]
    NotRunning(Uuid),
    /// The state does not allow it.
    #[error("the job queue entry {id} is {status}: {remedy}")]
    State {
        /// Which one.
        id: Uuid,
        /// Its state.
        status: Status,
        /// What to do first.
        remedy: &'static str,
    },
    /// Something of the same category and scope runs.
    #[error("'{holder}' is running and must not run at the same time: try again when it has ended")]
    Busy {
        /// What runs, as its entry describes it.
        holder: String,
        /// Its entry.
        entry: Uuid,
    },
    /// This run no longer has the right to have effects.
    #[error("this run has lost its lease: another worker may have taken the job over")]
    LeaseLost,
    /// The run was asked to stop.
    #[error("this run was asked to stop")]
    StopRequested,
    /// This process runs nothing in the foreground.
    #[error("this process runs no jobs: start it without --no-worker, or turn on Run Syncs in Background")]
    NoWorker,
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
