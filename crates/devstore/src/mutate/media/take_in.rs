use std::sync::Arc;

use super::super::moment::Moment;
use crate::picture::{Picture, Unfit};
use crate::store::State;
use crate::store::media::Media;

/// A picture from this address, by this name or the one in the address. It is not in the store yet.
pub(in crate::mutate) fn take_in(
    state: &mut State,
    source: &str,
    (alt, name): (Option<String>, Option<String>),
    moment: Moment,
) -> Media {
    let id = state.ids.next();
    Media {
        id,
        image_id: state.ids.next(),
        created_at: moment.now,
        updated_at: moment.now,
        alt: alt.filter(|alt| !alt.is_empty()),
        file_name: name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| name_in(source)),
        source: source.to_owned(),
        done_at: moment.now + moment.media_takes,
        outcome: at(state, source),
    }
}

/// What comes of the picture at this address.
pub(super) fn at(state: &State, source: &str) -> Result<Picture, Unfit> {
    let Some(key) = staged(state, source) else { return Ok(Picture::of_address(source)) };
    let content = state.uploads.get(key).and_then(|upload| upload.content.as_ref().map(Arc::clone));
    Picture::read(&content.ok_or(Unfit::NotThere)?)
}

/// The key of a staged upload, when it is the address of one.
fn staged<'s>(state: &State, source: &'s str) -> Option<&'s str> {
    let (_, key) = source.split_once(&format!("/_devstore/uploads/{}/", state.shop.domain))?;
    Some(key.split_once('?').map_or(key, |(key, _)| key))
}

/// Whether it is an address that something could be taken from.
pub(in crate::mutate) fn is_address(source: &str) -> bool {
    let rest = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !source.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// The name of the file at this address.
pub(super) fn name_in(source: &str) -> String {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("image").to_owned()
}
