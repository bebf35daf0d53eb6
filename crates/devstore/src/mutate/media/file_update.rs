use std::sync::Arc;

use serde::Deserialize;

use super::super::limits::{LONGEST_ALT, MOST_MEDIA};
use super::super::moment::Moment;
use super::super::part::number;
use super::super::user_error::UserError;
use super::take_in::{at, is_address};
use crate::store::State;
use crate::store::media::Media;
use crate::store::product::Product;

/// `FileUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct FileChange {
    pub id: String,
    pub alt: Option<String>,
    pub original_source: Option<String>,
    pub preview_image_source: Option<String>,
    pub references_to_add: Option<Vec<String>>,
    pub references_to_remove: Option<Vec<String>>,
}

impl FileChange {
    fn source(&self) -> Option<&str> {
        self.original_source.as_deref().or(self.preview_image_source.as_deref())
    }

    fn products(ids: Option<&Vec<String>>) -> impl Iterator<Item = u64> {
        ids.into_iter().flatten().filter_map(|id| number(id, "Product"))
    }
}

/// `fileUpdate`: other content, other words, other products; all of the files or none. A file that is still worked on
/// can't be changed.
pub(crate) fn file_update(
    state: &mut State,
    inputs: Vec<FileChange>,
    moment: Moment,
) -> Result<Vec<Arc<Media>>, Vec<UserError>> {
    let wrong: Vec<UserError> =
        inputs.iter().enumerate().flat_map(|(place, input)| check(state, input, &place.to_string(), moment)).collect();
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(inputs.into_iter().filter_map(|input| change(state, input, moment)).collect())
}

fn check(state: &State, input: &FileChange, place: &str, moment: Moment) -> Vec<UserError> {
    let mut errors = Vec::new();
    let mut say = |field: &str, message: String, code| {
        errors.push(UserError::new(&["files", place, field], message).with_code(code));
    };
    match number(&input.id, "MediaImage").and_then(|id| state.media.get(&id)) {
        None => say("id", format!("File id {} does not exist.", input.id), "FILE_DOES_NOT_EXIST"),
        Some(media) if media.status(moment.now) != "READY" => {
            say("id", "Non-ready files cannot be updated.".to_owned(), "NON_READY_STATE");
        }
        Some(_) => {}
    }
    if input.original_source.is_some() && input.preview_image_source.is_some() {
        let message = "Specify either originalSource or previewImageSource, not both.".to_owned();
        say("originalSource", message, "TOO_MANY_ARGUMENTS");
    }
    if input.source().is_some_and(|source| !is_address(source)) {
        say("originalSource", "Image URL is invalid".to_owned(), "INVALID_IMAGE_SOURCE_URL");
    }
    if input.alt.as_ref().is_some_and(|alt| alt.chars().count() > LONGEST_ALT) {
        let message = format!("The alt value exceeds the maximum limit of {LONGEST_ALT} characters.");
        say("alt", message, "ALT_VALUE_LIMIT_EXCEEDED");
    }
    for (field, ids) in
        [("referencesToAdd", &input.references_to_add), ("referencesToRemove", &input.references_to_remove)]
    {
        for id in ids.iter().flatten() {
            match number(id, "Product").and_then(|id| state.products.get(&id)) {
                None => {
                    let message = format!("The reference target {id} does not exist.");
                    say(field, message, "REFERENCE_TARGET_DOES_NOT_EXIST");
                }
                Some(product) if field == "referencesToAdd" && product.media.len() >= MOST_MEDIA => {
                    let message = format!("Exceeded the limit of media per product ({MOST_MEDIA}).");
                    say(field, message, "PRODUCT_MEDIA_LIMIT_EXCEEDED");
                }
                Some(_) => {}
            }
        }
    }
    errors
}

fn change(state: &mut State, input: FileChange, moment: Moment) -> Option<Arc<Media>> {
    let known = number(&input.id, "MediaImage").and_then(|id| state.media.get(&id))?;
    let mut media = Media::clone(known);
    if let Some(source) = input.source() {
        media.outcome = at(state, source);
        source.clone_into(&mut media.source);
        media.done_at = moment.now + moment.media_takes;
    }
    if let Some(alt) = &input.alt {
        media.alt = Some(alt.clone()).filter(|alt| !alt.is_empty());
    }
    media.updated_at = moment.now;
    for product in FileChange::products(input.references_to_add.as_ref()) {
        edit(state, product, moment, |product| {
            if !product.media.contains(&media.id) {
                product.media.push(media.id);
            }
        });
    }
    for product in FileChange::products(input.references_to_remove.as_ref()) {
        edit(state, product, moment, |product| take_off(product, media.id));
    }
    for product in state.products_showing(media.id) {
        edit(state, product.id, moment, |_| ());
    }
    Some(state.put_media(media))
}

/// Changes a product, which is another from then on.
pub(super) fn edit(state: &mut State, product: u64, moment: Moment, change: impl FnOnce(&mut Product)) {
    if let Some(known) = state.products.get(&product) {
        let mut product = Product::clone(known);
        change(&mut product);
        product.updated_at = moment.now;
        state.put_product(product);
    }
}

/// Takes a picture off a product and its variants.
pub(super) fn take_off(product: &mut Product, media: u64) {
    product.media.retain(|shown| *shown != media);
    for variant in product.variants.iter_mut().filter(|variant| variant.media == Some(media)) {
        variant.media = None;
    }
}
