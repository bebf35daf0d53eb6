use crate::Error;

/// As long a reason is kept.
const LONGEST: usize = 250;

/// Why something is set aside: a text that says something, and fits.
///
/// # Errors
/// [`Error::Given`] when it is blank or too long.
pub(crate) fn reason_of(text: &str) -> Result<String, Error> {
    let text = text.trim();
    let refused = |reason: String| Err(Error::Given { name: "reason", reason });
    match text.chars().count() {
        0 => refused("say why: what is set aside has a reason".to_owned()),
        length if length > LONGEST => refused(format!("the reason has {length} characters: shorten it to {LONGEST}")),
        _ => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_says_something_and_fits() {
        assert_eq!(reason_of(" by hand ").unwrap(), "by hand");
        assert!(reason_of(" \n").is_err());
        assert!(reason_of(&"x".repeat(LONGEST + 1)).unwrap_err().to_string().contains("251 characters"));
        assert!(reason_of(&"🎁".repeat(LONGEST)).is_ok());
    }
}
