//! The pictures of products and variants, and the files that they are.

mod attach;
mod file_create;
mod file_delete;
mod file_update;
mod input;
mod reorder;
mod take_in;
mod variant_media;

pub(in crate::mutate) use attach::{Came, attach};
pub(crate) use file_create::file_create;
pub(crate) use file_delete::file_delete;
pub(crate) use file_update::file_update;
pub(crate) use input::{FileInput, MediaInput};
pub(crate) use reorder::product_reorder_media;
pub(in crate::mutate) use take_in::{is_address, take_in};
pub(crate) use variant_media::{product_variant_append_media, product_variant_detach_media};
