/// A text as it is compared with others, whatever its case.
pub(crate) fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}
