use std::sync::Arc;

use apollo_compiler::resolvers::ResolveInfo;

use super::super::arguments::string;
use super::super::connection::{Window, connection};
use super::super::cursor::Position;
use super::super::session::{Resolved, Session};
use super::media_image::MediaObject;

/// The connection `media` of what is shown by these pictures, in their order.
pub(in crate::resolve) fn shown<'a>(session: &'a Session, media: &[u64], info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let found = session.read(|state| media.iter().filter_map(|id| state.media.get(id).cloned()).collect::<Vec<_>>());
    let by_id = string(info, "sortKey").as_deref() == Some("ID");
    let rows = (0_i64..).zip(found).map(|(place, media)| {
        let value = if by_id { i64::try_from(media.id).unwrap_or(i64::MAX) } else { place };
        (Position::number(value, media.id), media)
    });
    let page = Window::read(info)?.page(rows);
    connection("MediaConnection", "MediaEdge", page, move |media: &Arc<_>| MediaObject {
        session,
        media: Arc::clone(media),
    })
}
