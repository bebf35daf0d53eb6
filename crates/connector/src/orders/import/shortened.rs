//! What of an order does not fit where it is kept, or on its document.

use shopify::documents::orders::Order;

use super::text::{all_tags, or_blank};

/// The longest note that is kept.
pub(super) const NOTE: usize = 10_000;
/// The longest number of the buyer that a sales document takes, as its External Document No.
pub(crate) const EXTERNAL_DOCUMENT_NUMBER: usize = 35;
/// The longest list of tags that is kept.
pub(super) const TAGS: usize = 2048;

/// A sentence for each text that is cut; blank when all of them fit.
pub(super) fn warning(order: &Order) -> String {
    let length = |text: Option<&String>| or_blank(text).chars().count();
    let tags = all_tags(&order.tags).chars().count();
    let texts = [
        ("The note", length(order.note.as_ref()), NOTE, "are kept"),
        ("PO Number", length(order.po_number.as_ref()), EXTERNAL_DOCUMENT_NUMBER, "go into the document"),
        ("The list of tags", tags, TAGS, "are kept"),
    ];
    let too_long = texts.into_iter().filter(|(_, length, limit, _)| length > limit);
    let sentences = too_long
        .map(|(what, length, limit, verb)| format!("{what} has {length} characters: the first {limit} {verb}."));
    sentences.collect::<Vec<_>>().join(" ")
}
