//! Pictures, as media of products and variants and as files.

mod files;
mod image;
mod media_image;
mod shown;

pub(super) use files::files;
pub(super) use media_image::MediaObject;
pub(super) use shown::shown;
