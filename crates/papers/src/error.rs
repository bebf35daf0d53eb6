use crate::Language;

/// What printing gives, or why it does not.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a document can't be printed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// What the document stands on can't be read.
    #[error(transparent)]
    BackOffice(#[from] back_office::Error),
    /// There is no posted document of that id or number.
    #[error("there is no posted invoice or credit memo {0}: only what is posted can be printed")]
    NoDocument(String),
    /// It is not a document that asks for money, or gives some back.
    #[error("{kind} {number} is no invoice and no credit memo: choose one of those")]
    NotPrinted {
        /// What it is.
        kind: &'static str,
        /// Its number.
        number: String,
    },
    /// Its lines do not come to what it does.
    #[error("the lines of {kind} {number} do not come to its totals: run `kobling doctor --ledger`")]
    Disagrees {
        /// What it is.
        kind: &'static str,
        /// Its number.
        number: String,
    },
    /// A language that nothing is printed in.
    #[error("'{given}' is no language that documents are printed in: choose one of {}", Language::codes())]
    Language {
        /// What was asked for.
        given: String,
    },
    /// The program was built without Typst.
    #[error(
        "this build of Kobling makes no PDF: use a released one, or build it with `cargo build --release --features pdf`"
    )]
    NotBuilt,
    /// The template does not take what it was given.
    #[error("the document can't be set: {0}")]
    Setting(String),
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
