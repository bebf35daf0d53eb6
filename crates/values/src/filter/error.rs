/// Why a filter can't be read: where, what was expected, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at character {position} of the filter {expected} was expected, but {found}")]
pub struct Error {
    /// The character at which reading stopped, the first is 1.
    pub position: usize,
    /// What would have done.
    pub expected: String,
    /// What stands there instead, as a clause.
    pub found: String,
}

impl Error {
    /// At the byte `offset` of `text`, `length` bytes long.
    pub(super) fn at(text: &str, offset: usize, length: usize, expected: impl Into<String>) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let there = text.get(offset..offset + length).unwrap_or_default();
        let found =
            if there.is_empty() { "the filter ends there".to_owned() } else { format!("'{there}' stands there") };
        Self { position: before.chars().count() + 1, expected: expected.into(), found }
    }
}
