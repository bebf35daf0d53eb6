//! Pictures of products and their variants become those of items: `due → look → download → apply`.
//!
//! Which products have changed is asked for from the last change on that was seen; those that were never looked at, or not
//! taken over, are looked at besides. What shows the same picture as before costs no download. The picture that came from
//! Shopify before makes room for the next one; those that people gave the item stay behind it.

mod apply;
mod download;
mod due;
mod look;
mod run;

pub(super) use run::run;

/// What a person does about a picture that is not taken over.
const REMEDY: &str = "Give the product another picture in Shopify: a JPEG, PNG, GIF or WebP file of at most 10 MiB.";
