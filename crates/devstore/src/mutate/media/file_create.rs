use std::sync::Arc;

use serde::Deserialize;

use super::super::limits::LONGEST_ALT;
use super::super::moment::Moment;
use super::super::user_error::UserError;
use super::file_update::edit;
use super::take_in::{is_address, name_in, take_in};
use crate::store::State;
use crate::store::media::Media;

/// `FileCreateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct NewFile {
    pub alt: Option<String>,
    pub content_type: Option<String>,
    pub duplicate_resolution_mode: Option<String>,
    pub filename: Option<String>,
    pub original_source: String,
}

impl NewFile {
    /// What becomes of a file that has the same name: nothing, and the new one gets another, unless it is said.
    fn mode(&self) -> &str {
        self.duplicate_resolution_mode.as_deref().unwrap_or("APPEND_UUID")
    }

    fn name(&self) -> Option<&str> {
        self.filename.as_deref().filter(|name| !name.trim().is_empty())
    }
}

/// `fileCreate`: pictures that are of no product yet; all of them or none.
pub(crate) fn file_create(
    state: &mut State,
    inputs: Vec<NewFile>,
    moment: Moment,
) -> Result<Vec<Arc<Media>>, Vec<UserError>> {
    let wrong: Vec<UserError> =
        inputs.iter().enumerate().flat_map(|(place, input)| check(state, input, &place.to_string())).collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(inputs.into_iter().map(|input| keep(state, input, moment)).collect())
}

fn check(state: &State, input: &NewFile, place: &str) -> Vec<UserError> {
    let mut errors = Vec::new();
    let mut say = |field: &str, message: String, code| {
        errors.push(UserError::new(&["files", place, field], message).with_code(code));
    };
    let source = input.original_source.as_str();
    if !is_address(source) {
        say("originalSource", "Image URL is invalid".to_owned(), "INVALID");
    }
    if input.alt.as_ref().is_some_and(|alt| alt.chars().count() > LONGEST_ALT) {
        let message = format!("The alt value exceeds the maximum limit of {LONGEST_ALT} characters.");
        say("alt", message, "ALT_VALUE_LIMIT_EXCEEDED");
    }
    if input.content_type.as_deref().is_some_and(|kind| kind != "IMAGE") {
        say("contentType", "The devstore keeps images only".to_owned(), "UNACCEPTABLE_ASSET");
    }
    let other = |name: &str| matches!((ending(name), ending(&name_in(source))), (Some(a), Some(b)) if a != b);
    if input.name().is_some_and(other) {
        let message = "Provided filename extension must match original source.".to_owned();
        say("filename", message, "MISMATCHED_FILENAME_AND_ORIGINAL_SOURCE");
    }
    match input.mode() {
        mode if mode != "APPEND_UUID" && input.content_type.is_none() => {
            let message = format!("Duplicate resolution mode '{mode}' is not supported for 'MISSING' media type.");
            say("duplicateResolutionMode", message, "INVALID_DUPLICATE_MODE_FOR_TYPE");
        }
        "REPLACE" if input.name().is_none() => {
            let message = "Missing filename argument when attempting to use REPLACE duplicate mode.".to_owned();
            say("filename", message, "MISSING_FILENAME_FOR_DUPLICATE_MODE_REPLACE");
        }
        "RAISE_ERROR" => {
            let name = input.name().map_or_else(|| name_in(source), str::to_owned);
            if state.media.values().any(|known| known.file_name == name) {
                let message = format!("A file with the filename '{name}' already exists.");
                say("filename", message, "FILENAME_ALREADY_EXISTS");
            }
        }
        _ => {}
    }
    errors
}

fn keep(state: &mut State, input: NewFile, moment: Moment) -> Arc<Media> {
    let replaces = input.mode() == "REPLACE";
    let mut media = take_in(state, &input.original_source, (input.alt, input.filename), moment);
    let known = state.media.values().find(|known| known.file_name == media.file_name).cloned();
    match known {
        Some(known) if replaces => {
            for product in state.products_showing(known.id) {
                edit(state, product.id, moment, |_| ());
            }
            let alt = media.alt.take().or_else(|| known.alt.clone());
            let Media { id, image_id, created_at, .. } = *known;
            media = Media { id, image_id, created_at, alt, ..media };
        }
        Some(_) => media.file_name = told_apart(&media.file_name, media.id),
        None => {}
    }
    state.put_media(media)
}

/// The name with a number in it, before its ending.
fn told_apart(name: &str, number: u64) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}_{number}.{ending}"),
        None => format!("{name}_{number}"),
    }
}

fn ending(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())
}
