use std::collections::BTreeSet;

use crate::Error;

/// So many tags a product has at most, and so long is each.
const MOST: usize = 250;
const LONGEST: usize = 255;

/// The tags of a text with commas between them: without blanks around them, each once, sorted.
///
/// # Errors
/// [`Error::Given`] when there are too many, or one is too long.
pub(super) fn tags(text: &str) -> Result<Vec<String>, Error> {
    let tags: BTreeSet<&str> = text.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect();
    let refused = |reason: String| Err(Error::Given { name: "tags", reason });
    if tags.len() > MOST {
        return refused(format!("a product has {MOST} tags at most, not {}: leave some out", tags.len()));
    }
    if let Some(tag) = tags.iter().find(|tag| tag.chars().count() > LONGEST) {
        let beginning: String = tag.chars().take(20).collect();
        return refused(format!("the tag '{beginning}…' is longer than {LONGEST} letters: shorten it"));
    }
    Ok(tags.into_iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn tags_are_told_apart_by_commas() {
        assert_eq!(tags(" wool, blue,,wool ").unwrap(), ["blue", "wool"]);
        assert_eq!(tags("").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn too_many_and_too_long_tags_are_refused() {
        let many: Vec<String> = (0..251).map(|at| at.to_string()).collect();
        assert!(tags(&many.join(",")).unwrap_err().to_string().contains("250 tags at most, not 251"));
        assert!(tags(&"x".repeat(256)).unwrap_err().to_string().contains("longer than 255 letters"));
    }
}
