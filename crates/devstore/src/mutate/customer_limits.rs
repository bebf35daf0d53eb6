//! How much may be said of a customer.

use super::products::{LONGEST, too_long};
use super::user_error::UserError;

/// The longest note.
pub(super) const LONGEST_NOTE: usize = 5_000;

/// The most tags of one customer, order or draft.
pub(super) const MOST_TAGS: usize = 250;

/// What is more than may be said: of the first and the last name, the note and the tags.
pub(super) fn excess(names: [Option<&String>; 2], note: Option<&String>, tags: &[String]) -> Vec<UserError> {
    let is_long = |text: Option<&String>, most: usize| text.is_some_and(|text| text.chars().count() > most);
    let fields = [("firstName", "First name"), ("lastName", "Last name")];
    let long = fields.into_iter().zip(names).filter(|(_, text)| is_long(*text, LONGEST));
    let say = |field, message: String| UserError::new(&[field], message).with_code("TOO_LONG");
    let mut errors: Vec<_> = long.map(|((field, name), _)| say(field, too_long(name))).collect();
    if is_long(note, LONGEST_NOTE) {
        errors.push(say("note", long_note()));
    }
    if tags.iter().any(|tag| is_long(Some(tag), LONGEST)) {
        errors.push(say("tags", too_long("Tag")));
    }
    errors
}

pub(super) fn long_note() -> String {
    format!("Note is too long (maximum is {LONGEST_NOTE} characters)")
}

pub(super) fn many_tags() -> String {
    format!("Tags cannot be more than {MOST_TAGS}")
}
