use super::super::limits::{LONGEST_ALT, MOST_MEDIA, too_long};
use super::super::moment::Moment;
use super::super::user_error::UserError;
use super::input::MediaInput;
use super::take_in::{is_address, take_in};
use crate::store::State;
use crate::store::media::Media;
use crate::store::product::Product;

/// Pictures that came with a mutation, by their addresses. They are put into the store when the mutation has done what
/// it should, and forgotten when it has not.
#[derive(Debug, Default)]
pub(in crate::mutate) struct Came(Vec<Media>);

impl Came {
    /// The picture that came from this address.
    pub(in crate::mutate) fn id_of(&self, source: &str) -> Option<u64> {
        self.0.iter().find(|media| media.source == source).map(|media| media.id)
    }

    /// One more.
    pub(in crate::mutate) fn push(&mut self, media: Media) {
        self.0.push(media);
    }

    /// Puts them into the store.
    pub(in crate::mutate) fn keep(self, state: &mut State) {
        for media in self.0 {
            state.put_media(media);
        }
    }
}

/// Gives a product new pictures, behind those that it has.
pub(in crate::mutate) fn attach(
    state: &mut State,
    product: &mut Product,
    inputs: Vec<MediaInput>,
    moment: Moment,
) -> Result<Came, Vec<UserError>> {
    let mut errors = Vec::new();
    for (place, input) in inputs.iter().enumerate() {
        let place = place.to_string();
        let mut say = |field: &str, message: &str| errors.push(UserError::new(&["media", &place, field], message));
        if input.media_content_type != "IMAGE" {
            say("mediaContentType", "The devstore keeps images only");
        }
        if !is_address(&input.original_source) {
            say("originalSource", "Image URL is invalid");
        }
        if input.alt.as_ref().is_some_and(|alt| alt.chars().count() > LONGEST_ALT) {
            say("alt", &too_long("Alt", LONGEST_ALT));
        }
    }
    if product.media.len() + inputs.len() > MOST_MEDIA {
        let message = format!("Exceeded the limit of media per product ({MOST_MEDIA})");
        errors.push(UserError::new(&["media"], message));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut came = Came::default();
    for input in inputs {
        let media = take_in(state, &input.original_source, (input.alt, None), moment);
        product.media.push(media.id);
        came.push(media);
    }
    Ok(came)
}
