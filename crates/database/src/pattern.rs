//! A filter's pattern in the languages of the engines. Where case and accents do not matter, each letter becomes the
//! class of all the letters that are alike.

use values::filter::{Part, Pattern, alike};

/// For SQLite's `GLOB`.
pub(crate) fn glob(pattern: &Pattern) -> String {
    write(pattern, "?", "*", |letter| match letter {
        '*' | '?' | '[' => format!("[{letter}]"),
        letter => letter.to_string(),
    })
}

/// For PostgreSQL's `LIKE … ESCAPE '\'`. Knows no classes.
pub(crate) fn like(pattern: &Pattern) -> String {
    let plain = Pattern { parts: pattern.parts.clone(), folded: false };
    write(&plain, "_", "%", |letter| match letter {
        '%' | '_' | '\\' => format!("\\{letter}"),
        letter => letter.to_string(),
    })
}

/// For PostgreSQL's `~`.
pub(crate) fn regular_expression(pattern: &Pattern) -> String {
    let escaped = |letter: char| match letter {
        letter if letter.is_ascii_punctuation() => format!("\\{letter}"),
        letter => letter.to_string(),
    };
    let mut parts = pattern.parts.as_slice();
    let (mut begin, mut end) = ("^(?:", ")$");
    // An end that is open anyway is not said: to look for the rest anywhere takes half the time.
    if let [Part::Many, rest @ ..] = parts {
        (begin, parts) = ("(?:", rest);
    }
    if let [rest @ .., Part::Many] = parts {
        (end, parts) = (")", rest);
    }
    let rest = Pattern { parts: parts.to_vec(), folded: pattern.folded };
    format!("{begin}{}{end}", write(&rest, ".", ".*", escaped))
}

fn write(pattern: &Pattern, one: &str, many: &str, escaped: impl Fn(char) -> String) -> String {
    let mut text = String::new();
    for part in &pattern.parts {
        match part {
            Part::One => text.push_str(one),
            Part::Many => text.push_str(many),
            Part::Letters(letters) if pattern.folded => {
                letters.chars().for_each(|letter| text.push_str(&class(letter, &escaped)));
            }
            Part::Letters(letters) => letters.chars().for_each(|letter| text.push_str(&escaped(letter))),
        }
    }
    text
}

/// No bracket, hyphen or circumflex has anything alike, so none of them ever stands in a class with others.
fn class(letter: char, escaped: impl Fn(char) -> String) -> String {
    match alike(letter).as_slice() {
        [] | [_] => escaped(letter),
        letters => format!("[{}]", letters.iter().collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_class_is_alike_to_nothing() {
        for letter in ['[', ']', '^', '-', '\\', '*', '?', '.'] {
            assert_eq!(alike(letter), [letter]);
        }
    }

    #[test]
    fn each_engine_gets_its_own_language() {
        let pattern = Pattern::new(vec![Part::Letters("5%_[x]".into()), Part::One, Part::Many], false);
        assert_eq!(glob(&pattern), "5%_[[]x]?*");
        assert_eq!(like(&pattern), "5\\%\\_[x]_%");
        let folded = Pattern::new(vec![Part::Letters("q.".into()), Part::Many], true);
        assert_eq!(glob(&folded), "[qQ].*");
        assert_eq!(regular_expression(&folded), "^(?:[qQ]\\.)");
    }
}
