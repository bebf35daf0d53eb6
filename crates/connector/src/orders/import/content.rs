//! What an order says, without the time of its change and what we write ourselves.

use std::borrow::Cow;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::orders::write_back::ATTRIBUTE;

/// What the digest of an archived order ends with.
const CLOSED: &str = "-closed";

/// What is read of an order even when the rest of it can't be.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Glance<'a> {
    #[serde(borrow)]
    updated_at: Cow<'a, str>,
    #[serde(default)]
    closed: bool,
    #[serde(borrow, default)]
    closed_at: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    custom_attributes: Vec<Attribute<'a>>,
}

#[derive(Deserialize)]
struct Attribute<'a> {
    #[serde(borrow)]
    key: Cow<'a, str>,
    #[serde(borrow, default)]
    value: Option<Cow<'a, str>>,
}

/// The digest of an order's JSON. Its own `updatedAt` counts for nothing: Shopify moves that time for changes that are not in
/// the order, our own among them. Nor does the attribute that we write, and that it is archived stands at the end, so that
/// whoever archives it knows its digest from then on ([`hash_of_closed`]).
pub fn hash(json: &str) -> String {
    let Ok(glance) = serde_json::from_str::<Glance<'_>>(json) else { return digest(&[json]) };
    let closed_at = match &glance.closed_at {
        Some(at) => format!("\"closedAt\":\"{at}\""),
        None => "\"closedAt\":null".to_owned(),
    };
    let mut left_out = vec![
        vec![format!("\"updatedAt\":\"{}\"", glance.updated_at)],
        vec![format!("\"closed\":{}", glance.closed)],
        vec![closed_at],
    ];
    left_out.extend(glance.custom_attributes.iter().filter(|one| one.key == ATTRIBUTE).map(written));
    let mut pieces = vec![json];
    for forms in &left_out {
        let place =
            |form: &String| Some((pieces.iter().position(|piece| piece.contains(form.as_str()))?, form.clone()));
        let Some((at, form)) = forms.iter().find_map(place) else { continue };
        let piece = pieces.remove(at);
        let (before, after) = piece.split_once(form.as_str()).unwrap_or((piece, ""));
        pieces.splice(at..at, [before, after]);
    }
    let digest = digest(&pieces);
    if glance.closed { hash_of_closed(&digest) } else { digest }
}

/// The digest that an order has once it is archived.
pub fn hash_of_closed(hash: &str) -> String {
    format!("{}{CLOSED}", hash.strip_suffix(CLOSED).unwrap_or(hash))
}

/// The forms in which an attribute may stand there: after others, before others, or alone.
fn written(attribute: &Attribute<'_>) -> Vec<String> {
    let text = |value: &str| serde_json::Value::from(value).to_string();
    let value = attribute.value.as_deref().map_or_else(|| "null".to_owned(), text);
    let alone = format!("{{\"key\":{},\"value\":{value}}}", text(&attribute.key));
    vec![format!(",{alone}"), format!("{alone},"), alone]
}

/// The digest of a text in pieces.
pub fn digest(pieces: &[&str]) -> String {
    let mut digest = Sha256::new();
    pieces.iter().for_each(|piece| digest.update(piece));
    hex(&digest.finalize())
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    nibbles.filter_map(|nibble| DIGITS.get(usize::from(nibble))).collect()
}
