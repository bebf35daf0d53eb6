use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::string;
use super::super::connection::{Window, connection};
use super::super::cursor::{Position, SortValue};
use super::super::searched::search;
use super::super::session::{Resolved, Session};
use super::media_image::MediaObject;
use crate::search::FILES;
use crate::store::media::Media;

/// The connection `files`.
pub(in crate::resolve) fn files<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let window = Window::read(info)?;
    let search = search(session, info, string(info, "query").as_deref(), &FILES)?;
    let number = |number: u64| SortValue::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let sort = string(info, "sortKey");
    let key = |media: &Media| match sort.as_deref() {
        Some("CREATED_AT") => SortValue::Number(media.created_at.timestamp_millis()),
        Some("UPDATED_AT") => SortValue::Number(media.updated_at.timestamp_millis()),
        Some("FILENAME") => SortValue::Text(media.file_name.clone()),
        _ => number(media.id),
    };
    let page = session.read(|state| {
        let rows = state.media.values().filter(|media| search.matches(media)).cloned();
        window.page(rows.map(|media| (Position { value: key(&media), id: media.id }, media)))
    });
    connection("FileConnection", "FileEdge", page, move |media: &Arc<Media>| MediaObject {
        session,
        media: Arc::clone(media),
    })
}
