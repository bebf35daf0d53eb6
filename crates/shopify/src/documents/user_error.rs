use crate::schema;

/// What Shopify has against what it was asked to do: nothing was changed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    /// Which part of the input it is about.
    pub field: Option<Vec<String>>,
    /// What is wrong, in a sentence.
    pub message: String,
}

/// All of it in one text, without a full stop at its end; none when there is nothing.
pub fn refusal(errors: &[UserError]) -> Option<String> {
    if errors.is_empty() {
        return None;
    }
    let texts: Vec<_> = errors.iter().map(|error| error.message.trim().trim_end_matches('.')).collect();
    Some(texts.join("; "))
}
