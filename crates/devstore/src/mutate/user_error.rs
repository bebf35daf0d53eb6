/// A business rule that a mutation's input breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UserError {
    pub field: Vec<String>,
    pub message: String,
    pub code: Option<&'static str>,
}

impl UserError {
    pub(crate) fn new(field: &[&str], message: impl Into<String>) -> Self {
        Self { field: field.iter().map(|part| (*part).to_owned()).collect(), message: message.into(), code: None }
    }

    pub(crate) fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// As part of a larger input, in which it is found by these steps.
    pub(crate) fn under(mut self, path: &[&str]) -> Self {
        self.field.splice(0..0, path.iter().map(|part| (*part).to_owned()));
        self
    }
}
