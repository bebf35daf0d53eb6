use super::compile::Searchable;
use super::field::{Field, Found, Kind};
use crate::store::media::Media;

const fn field(name: &'static str, kind: Kind, get: fn(&Media) -> Found<'_>) -> Field<Media> {
    Field { name, kind, get }
}

/// What `files` may be searched by.
pub(crate) static FILES: Searchable<Media> = Searchable {
    fields: &[
        field("id", Kind::Id, |media| Found::Id(media.id)),
        field("ids", Kind::Id, |media| Found::Id(media.id)),
        field("created_at", Kind::Time, |media| Found::Time(media.created_at)),
        field("updated_at", Kind::Time, |media| Found::Time(media.updated_at)),
        field("filename", Kind::Text, |media| Found::text(&media.file_name)),
        field("media_type", Kind::Text, |_| Found::text("IMAGE")),
    ],
    words: |media| Found::text(&media.file_name),
};
