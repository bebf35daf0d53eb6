use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo};

use super::super::arguments::{exactly, ids};
use super::super::media::MediaObject;
use super::super::payload::{Part, Payload};
use super::super::session::{Resolved, Session};
use super::products::moment;
use crate::mutate::{file_create, file_delete, file_update};
use crate::store::media::Media;

/// The mutations of files.
pub(super) fn answer<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Option<Resolved<'a>> {
    Some(match info.field_name() {
        "fileCreate" => create(session, info),
        "fileDelete" => delete(session, info),
        "fileUpdate" => update(session, info),
        _ => return None,
    })
}

fn create<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let files = exactly(info, "files")?;
    let result = session.change(|state| file_create(state, files, moment(session)));
    told(session, Payload::of("FileCreatePayload", result))
}

fn update<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let files = exactly(info, "files")?;
    let result = session.change(|state| file_update(state, files, moment(session)));
    told(session, Payload::of("FileUpdatePayload", result))
}

/// A payload with files.
fn told<'a>(session: &'a Session, payload: Payload<'a, Vec<Arc<Media>>>) -> Resolved<'a> {
    let object = move |media: &Arc<Media>| -> Box<dyn ObjectValue + 'a> {
        Box::new(MediaObject { session, media: Arc::clone(media) })
    };
    payload
        .errors_are("FilesUserError")
        .part("files", move |files: &Vec<Arc<Media>>| Part::Objects(files.iter().map(object).collect()))
        .answer()
}

fn delete<'a>(session: &'a Session, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
    let files = ids(info, "fileIds");
    let result = session.change(|state| file_delete(state, &files, moment(session)));
    Payload::of("FileDeletePayload", result)
        .errors_are("FilesUserError")
        .part("deletedFileIds", |ids: &Vec<String>| Part::Texts(ids.clone()))
        .answer()
}
