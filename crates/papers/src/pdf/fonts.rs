use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts that documents are set in: one for text, in two weights, and one for the signs that it has none of.
const FILES: [&[u8]; 3] = [
    include_bytes!("../../fonts/Inter-Regular.ttf"),
    include_bytes!("../../fonts/Inter-SemiBold.ttf"),
    include_bytes!("../../fonts/NotoEmoji-Regular.ttf"),
];

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());
static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The fonts by their places in the [`book`].
pub(super) fn font(index: usize) -> Option<Font> {
    FONTS.get(index).cloned()
}

/// What is known of the fonts.
pub(super) fn book() -> &'static LazyHash<FontBook> {
    &BOOK
}

/// Whether one of the fonts has a sign for a character.
pub(super) fn has(character: char) -> bool {
    FONTS.iter().any(|font| font.info().coverage.contains(character.into()))
}
