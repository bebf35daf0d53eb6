use super::super::limits::MOST_MEDIA;
use super::super::media::{Came, FileInput, is_address, take_in};
use super::super::moment::Moment;
use super::super::part::number;
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::media::Media;
use crate::store::product::Product;

/// The files that a product is set to have.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Those that are new.
    came: Came,
    /// Those that are there, and what is to be said of them.
    known: Vec<(u64, Option<String>)>,
}

impl Files {
    /// Which of them a variant names.
    pub(super) fn find(&self, file: &FileInput) -> Option<u64> {
        if let Some(id) = file.id.as_deref().and_then(|id| number(id, "MediaImage")) {
            return self.known.iter().map(|(known, _)| *known).find(|known| *known == id);
        }
        file.original_source.as_deref().and_then(|source| self.came.id_of(source))
    }

    /// Whether none of them changes anything but the product.
    pub(super) fn is_empty(&self) -> bool {
        self.known.iter().all(|(_, alt)| alt.is_none())
    }

    /// Puts them into the store.
    pub(super) fn keep(self, state: &mut State, moment: Moment) {
        self.came.keep(state);
        for (id, alt) in self.known {
            if let (Some(alt), Some(known)) = (alt, state.media.get(&id)) {
                let alt = Some(alt).filter(|alt| !alt.is_empty());
                if known.alt != alt {
                    let media = Media { alt, updated_at: moment.now, ..Media::clone(known) };
                    state.put_media(media);
                }
            }
        }
    }
}

/// Makes the pictures of a product those of a list; what it has and the list has not goes off it.
pub(super) fn set_files(
    state: &mut State,
    product: &mut Product,
    inputs: Vec<FileInput>,
    moment: Moment,
) -> Result<Files, Vec<UserError>> {
    let mut errors = Vec::new();
    let (mut files, mut media) = (Files::default(), Vec::new());
    if inputs.len() > MOST_MEDIA {
        let message = format!("Exceeded the limit of media per product ({MOST_MEDIA})");
        errors.push(UserError::new(&["input", "files"], message).with_code("INVALID_INPUT"));
    }
    for (place, input) in inputs.into_iter().enumerate() {
        let place = place.to_string();
        let mut say = |field: &str, message: &str, code| {
            errors.push(UserError::new(&["input", "files", &place, field], message).with_code(code));
        };
        if input.content_type.as_deref().is_some_and(|kind| kind != "IMAGE") {
            say("contentType", "The devstore keeps images only", "INVALID_INPUT");
        }
        match (&input.id, &input.original_source) {
            (Some(id), _) => match number(id, "MediaImage").filter(|id| state.media.contains_key(id)) {
                Some(id) => {
                    files.known.push((id, input.alt));
                    media.push(id);
                }
                None => say("id", "File does not exist", "NOT_FOUND"),
            },
            (None, Some(source)) if is_address(source) => {
                // The same file twice is one file.
                if files.came.id_of(source).is_none() {
                    let taken = take_in(state, source, (input.alt, input.filename), moment);
                    media.push(taken.id);
                    files.came.push(taken);
                }
            }
            (None, Some(_)) => say("originalSource", "Image URL is invalid", "INVALID_INPUT"),
            (None, None) => say("originalSource", "originalSource can't be blank", "MISSING_FIELD_REQUIRED"),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    product.media = media;
    Ok(files)
}
