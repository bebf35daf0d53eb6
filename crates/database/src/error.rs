use sea_orm::{DbErr, RuntimeErr, sqlx};

/// What went wrong with the database, sorted by what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The statement failed: a bug, or a broken connection.
    #[error("the database refused: {0}")]
    Statement(#[source] DbErr),
    /// Another transaction was in the way; [`crate::Db::write`] has already tried again.
    #[error("the database is busy: another transaction was in the way each time; try again")]
    Busy(#[source] DbErr),
    /// Rows that are inserted together do not have the same columns set: a bug.
    #[error("rows of '{0}' are inserted together that do not have the same columns set")]
    UnequalRows(String),
    /// A write began inside a write.
    #[error("a write transaction began inside another one")]
    NestedWrite,
    /// A clone of the transaction outlived the function that was to write.
    #[error("a transaction was kept after its function had ended")]
    TransactionKept,
    /// The database can't be opened.
    #[error("the database {location} can't be opened: {reason}")]
    Open {
        /// Which one, without its password.
        location: String,
        /// What the engine says.
        reason: String,
    },
    /// A later version of the program has migrated it.
    #[error(
        "the database is of a newer version: it has the migration '{0}', which this program does not know; run the version that made it"
    )]
    Newer(String),
    /// Migrations wait.
    #[error("the database is of an older version: {0} migrations wait; run `kobling db migrate`")]
    Older(usize),
    /// The address is no address of a database.
    #[error("'{0}' is no database: write sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME")]
    Location(String),
    /// The filter names a field that is not there or not for filtering.
    #[error("{record} can't be filtered by '{field}'; use {possible}")]
    Unfilterable {
        /// Which records.
        record: String,
        /// The field that was named.
        field: String,
        /// Those that would do.
        possible: String,
    },
    /// The order names a field that is not there or has no index.
    #[error("{record} can't be ordered by '{field}'; use {possible}")]
    Unsortable {
        /// Which records.
        record: String,
        /// The field that was named.
        field: String,
        /// Those that would do.
        possible: String,
    },
    /// A filter made by the program compares a field with a value of another kind.
    #[error("the filter compares '{0}' with a value of another kind")]
    UnfitValue(String),
    /// The token for the next page can't be used.
    #[error("the skip token is of another list, or of this list in another order: start again from the first page")]
    SkipToken,
    /// Too many records are to be skipped by number.
    #[error("{0} records can't be skipped, 10,000 at most: follow the links to the next pages instead")]
    SkippedTooMany(u64),
    /// Another process has the database.
    #[error("{path} is in use by the process {pid}: stop it first, or let it do the work")]
    Locked {
        /// The lock file.
        path: String,
        /// Who holds it, as it wrote itself down.
        pid: String,
    },
    /// Somebody has the database open.
    #[error("{0} is open in another process: stop every `kobling serve` and every other command on it first")]
    InUse(String),
    /// A copy would overwrite something.
    #[error("{0} is there already: choose another name for the copy")]
    CopyExists(String),
    /// The file system refused.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if is_transient(&error) { Self::Busy(error) } else { Self::Statement(error) }
    }
}

/// SQLite's busy and locked; PostgreSQL's serialization failure and deadlock.
const TRANSIENT: [&str; 6] = ["5", "6", "261", "517", "40001", "40P01"];

/// Whether the same transaction may succeed when it is run again.
pub(crate) fn is_transient(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))
    | DbErr::Conn(RuntimeErr::SqlxError(error))) = error
    else {
        return false;
    };
    is_busy(error)
}

/// Whether another connection was in the way.
pub(crate) fn is_busy(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => error.code().is_some_and(|code| TRANSIENT.contains(&code.as_ref())),
        _ => false,
    }
}
