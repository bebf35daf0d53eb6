use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use super::image::ImageObject;
use crate::picture::Unfit;
use crate::store::media::Media;

/// `MediaImage`.
pub(in crate::resolve) struct MediaObject<'s> {
    pub session: &'s Session,
    pub media: Arc<Media>,
}

impl<'s> MediaObject<'s> {
    /// The picture with this number.
    pub(in crate::resolve) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let media = session.read(|state| state.media.get(&id).map(Arc::clone))?;
        Some(Self { session, media })
    }

    /// The picture, once it is ready.
    fn image(&self) -> Option<ImageObject<'s>> {
        self.media.picture(self.session.now)?;
        Some(ImageObject { session: self.session, media: Arc::clone(&self.media) })
    }

    fn errors<'a>(&self, type_name: &'static str) -> Resolved<'a> {
        let unfit = self.media.unfit(self.session.now).copied();
        Ok(ResolvedValue::list(unfit.map(|unfit| ResolvedValue::object(Refused { type_name, unfit }))))
    }
}

impl ObjectValue for MediaObject<'_> {
    fn type_name(&self) -> &str {
        "MediaImage"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (media, now) = (&*self.media, self.session.now);
        match info.field_name() {
            "id" => leaf::gid("MediaImage", media.id),
            "alt" => leaf::optional(media.alt.as_deref()),
            "createdAt" => leaf::time(media.created_at),
            "updatedAt" => leaf::time(media.updated_at),
            "mediaContentType" => leaf::text("IMAGE"),
            "status" | "fileStatus" => leaf::text(media.status(now)),
            "mediaErrors" => self.errors("MediaError"),
            "fileErrors" => self.errors("FileError"),
            "mediaWarnings" => Ok(ResolvedValue::list([])),
            "mimeType" => leaf::optional(media.picture(now).map(|picture| picture.format.mime_type())),
            "image" => Ok(ResolvedValue::nullable_object(self.image())),
            "preview" => Ok(ResolvedValue::object(Preview { status: media.status(now), image: self.image() })),
            "originalSource" => {
                let object = media.picture(now).map(|picture| Original {
                    bytes: picture.bytes.len(),
                    image: ImageObject { session: self.session, media: Arc::clone(&self.media) },
                });
                Ok(ResolvedValue::nullable_object(object))
            }
            _ => not_served(self, info),
        }
    }
}

/// `MediaPreviewImage`.
struct Preview<'s> {
    status: &'static str,
    image: Option<ImageObject<'s>>,
}

impl ObjectValue for Preview<'_> {
    fn type_name(&self) -> &str {
        "MediaPreviewImage"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "status" => leaf::text(self.status),
            "image" => {
                let again =
                    |image: &ImageObject<'a>| ImageObject { session: image.session, media: Arc::clone(&image.media) };
                Ok(ResolvedValue::nullable_object(self.image.as_ref().map(again)))
            }
            _ => not_served(self, info),
        }
    }
}

/// `MediaImageOriginalSource`.
struct Original<'s> {
    bytes: usize,
    image: ImageObject<'s>,
}

impl ObjectValue for Original<'_> {
    fn type_name(&self) -> &str {
        "MediaImageOriginalSource"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "fileSize" => leaf::number(i64::try_from(self.bytes).unwrap_or(i64::MAX)),
            "url" => leaf::text(&self.image.url()),
            _ => not_served(self, info),
        }
    }
}

/// `MediaError` and `FileError`: why a file is no picture.
struct Refused {
    type_name: &'static str,
    unfit: Unfit,
}

impl ObjectValue for Refused {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "code" => leaf::text(self.unfit.code()),
            "message" => leaf::text(self.unfit.message()),
            "details" => Ok(ResolvedValue::null()),
            _ => not_served(self, info),
        }
    }
}
