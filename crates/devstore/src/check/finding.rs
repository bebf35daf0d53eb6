use apollo_compiler::parser::{LineColumn, SourceMap, SourceSpan};
use serde_json::{Map, Value, json};

/// What is wrong with a document or its variables, in the words of the real store.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    message: String,
    locations: Vec<Value>,
    path: Vec<String>,
    extensions: Map<String, Value>,
}

impl Finding {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), locations: Vec::new(), path: Vec::new(), extensions: Map::new() }
    }

    pub(super) fn code(self, code: &str) -> Self {
        self.with("code", code)
    }

    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.extensions.insert(name.to_owned(), value.into());
        self
    }

    pub(super) fn at(mut self, place: Option<SourceSpan>, sources: &SourceMap) -> Self {
        if let Some(LineColumn { line, column }) = place.and_then(|place| place.line_column(sources)) {
            self.locations.push(json!({ "line": line, "column": column }));
        }
        self
    }

    pub(super) fn along(mut self, path: &[String]) -> Self {
        self.path = path.to_vec();
        self
    }

    /// The error as it stands in an answer.
    pub(crate) fn to_json(&self) -> Value {
        let mut error = Map::new();
        error.insert("message".to_owned(), self.message.as_str().into());
        if !self.locations.is_empty() {
            error.insert("locations".to_owned(), self.locations.clone().into());
        }
        if !self.path.is_empty() {
            error.insert("path".to_owned(), self.path.clone().into());
        }
        if !self.extensions.is_empty() {
            error.insert("extensions".to_owned(), self.extensions.clone().into());
        }
        Value::Object(error)
    }
}
