//! What Shopify says of a company becomes the rows that are staged of it. Pure: no table, no call.

mod fetched;
mod location;
mod people;
mod tell;

pub(crate) use fetched::{Fetched, newest};
pub(crate) use tell::tell;

/// The text, or blank.
fn or_blank(text: Option<&String>) -> &str {
    text.map(String::as_str).unwrap_or_default()
}
