use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteLockingMode};
use sea_orm::sqlx::{self, ConnectOptions as _, Connection as _};

use crate::error::is_busy;
use crate::{Error, Result};

/// Makes sure that nobody has the SQLite database at `path` open: what runs on it would go on in a file that has been
/// put aside. What others have left beside it is taken into it.
///
/// A file that is damaged, or not there, is nobody's.
///
/// # Errors
/// [`Error::InUse`].
pub async fn check_alone(path: &Path) -> Result<()> {
    match alone(path).await {
        Err(error) if is_busy(&error) => Err(Error::InUse(path.display().to_string())),
        _ => Ok(()),
    }
}

/// Whoever has a database open holds a shared lock on it all the time, in write-ahead mode also between transactions.
async fn alone(path: &Path) -> sqlx::Result<()> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .locking_mode(SqliteLockingMode::Exclusive)
        .busy_timeout(Duration::ZERO)
        .disable_statement_logging();
    let mut connection = options.connect().await?;
    sqlx::raw_sql("BEGIN EXCLUSIVE; ROLLBACK").execute(&mut connection).await?;
    connection.close().await
}
