use std::path::PathBuf;

use crate::mutate::UserError;

/// Why a devstore can't be made, filled or kept.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The schema is none.
    #[error("the schema can't be read: {0}")]
    Schema(String),
    /// The stores don't go together.
    #[error("the stores can't be served: {0}")]
    Stores(String),
    /// No such store.
    #[error("there is no store '{0}' here: the first one is meant when none is named")]
    UnknownStore(String),
    /// A record breaks a rule of the store.
    #[error("the store refuses it: {0}")]
    Rule(String),
    /// There is no such snapshot.
    #[error("there is no snapshot '{0}': take it first with POST /_devstore/snapshot")]
    UnknownSnapshot(String),
    /// A value that can't be.
    #[error("{0}")]
    Value(String),
    /// A file of products can't be read.
    #[error("{} can't be read: {reason}", path.display())]
    File {
        /// The file, or the folder it is looked for in.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The file that keeps the stores can't be read or written.
    #[error("the data of the stores in {} can't be read or written: {reason}", path.display())]
    Data {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
}

impl Error {
    pub(crate) fn rule(errors: Vec<UserError>) -> Self {
        let reasons: Vec<String> =
            errors.into_iter().map(|error| format!("{} ({})", error.message, error.field.join("."))).collect();
        Self::Rule(reasons.join("; "))
    }
}
