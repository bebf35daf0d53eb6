use std::fs::File;
use std::path::Path;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::db::sqlite_options;
use crate::{Error, Result};

/// Copies a SQLite database as it is at this moment into a new file, while others read and write it.
///
/// # Errors
/// [`Error::CopyExists`]; [`Error::Statement`] when the disk is full; [`Error::File`].
pub async fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(Error::CopyExists(to.display().to_string()));
    }
    let connection = sea_orm::Database::connect(sqlite_options(from, 1, false, false)).await?;
    let text = to.to_string_lossy().into_owned();
    let statement = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [text.into()]);
    let copied = connection.execute_raw(statement).await;
    connection.close().await?;
    copied?;
    let file = File::open(to).and_then(|file| file.sync_all());
    file.map_err(|source| Error::File { path: to.display().to_string(), source })
}
