use crate::Error;

/// What kept a document from being posted: cause and remedy, without the document, which is named beside it.
pub(super) fn cause(error: &Error) -> String {
    match error {
        Error::NotPosted { problems, .. } => problems.to_string(),
        other => other.to_string(),
    }
}
