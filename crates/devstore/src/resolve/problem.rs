use apollo_compiler::resolvers::FieldError;
use serde_json::{Map, Value, json};

/// An error of a field, with the code that the real store gives it.
///
/// A resolver's error has room for a text only, so the whole problem travels in it, as JSON, and is taken apart again
/// when the answer is written.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub message: String,
    pub extensions: Map<String, Value>,
}

/// What apollo-compiler writes before the text of a resolver's error.
const PREFIX: &str = "resolver error: ";

impl Problem {
    pub(crate) fn new(code: &str, message: impl Into<String>) -> Self {
        let mut extensions = Map::new();
        extensions.insert("code".to_owned(), code.into());
        Self { message: message.into(), extensions }
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new("BAD_REQUEST", message)
    }

    /// The problem in the text of an error, when it holds one.
    pub(crate) fn in_text(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text.strip_prefix(PREFIX).unwrap_or(text)).ok()?;
        let message = value.get("message")?.as_str()?.to_owned();
        let extensions = value.get("extensions")?.as_object()?.clone();
        Some(Self { message, extensions })
    }
}

impl From<Problem> for FieldError {
    fn from(problem: Problem) -> Self {
        let text = json!({ "message": problem.message, "extensions": problem.extensions }).to_string();
        Self { message: text }
    }
}
