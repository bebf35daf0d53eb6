use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::session::{Resolved, Session, not_served};
use crate::store::media::Media;

/// `Image`: a picture that is ready.
pub(super) struct ImageObject<'s> {
    pub session: &'s Session,
    pub media: Arc<Media>,
}

impl ImageObject<'_> {
    /// Where the picture is served at its full size. Another picture at the same place has another address.
    pub(super) fn url(&self) -> String {
        let (media, domain) = (&self.media, self.session.shop().domain);
        let name: String = form_urlencoded::byte_serialize(media.file_name.as_bytes()).collect();
        let version = media.done_at.timestamp_millis();
        format!("{}/_devstore/images/{domain}/{}/{name}?v={version}", self.session.around.base, media.id)
    }
}

impl ObjectValue for ImageObject<'_> {
    fn type_name(&self) -> &str {
        "Image"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let picture = self.media.picture(self.session.now);
        let side = |side: Option<u32>| side.map_or_else(|| Ok(ResolvedValue::null()), leaf::number);
        match info.field_name() {
            "id" => leaf::gid("ImageSource", self.media.image_id),
            "altText" => leaf::optional(self.media.alt.as_deref()),
            "url" => leaf::text(&self.url()),
            "width" => side(picture.map(|picture| picture.width)),
            "height" => side(picture.map(|picture| picture.height)),
            _ => not_served(self, info),
        }
    }
}
