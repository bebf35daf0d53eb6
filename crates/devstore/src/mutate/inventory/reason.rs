use crate::mutate::part::refuse_with;
use crate::mutate::user_error::UserError;

/// The reasons that the store knows.
const REASONS: &[&str] = &[
    "correction",
    "cycle_count_available",
    "damaged",
    "movement_canceled",
    "movement_created",
    "movement_received",
    "movement_updated",
    "other",
    "promotion",
    "quality_control",
    "received",
    "reservation_created",
    "reservation_deleted",
    "reservation_updated",
    "restock",
    "safety_stock",
    "shrinkage",
];

/// What is wrong with why quantities are changed, and with what is referred to.
pub(super) fn check(reason: &str, reference: Option<&str>) -> Result<(), Vec<UserError>> {
    if !REASONS.contains(&reason) {
        let message = format!("The specified reason is invalid. Valid values are: {}.", REASONS.join(", "));
        return refuse_with("INVALID_REASON", &["input", "reason"], message);
    }
    if reference.is_some_and(|uri| !is_uri(uri)) {
        let message = "The specified reference document is invalid.";
        return refuse_with("INVALID_REFERENCE_DOCUMENT", &["input", "referenceDocumentUri"], message);
    }
    Ok(())
}

/// Whether the text has a scheme and something after it.
pub(super) fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let begins = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    begins && scheme.chars().all(fits) && !rest.trim_matches('/').is_empty() && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_has_a_scheme_and_says_something() {
        for good in ["gid://kobling/StockSync/1", "kobling://journal/123", "urn:x:1", "https://example.com/a"] {
            assert!(is_uri(good), "{good}");
        }
        for bad in ["", "journal 123", "123:4", "gid://", "https:", "a b://c", "//x"] {
            assert!(!is_uri(bad), "{bad}");
        }
    }
}
