use std::collections::BTreeSet;

use super::fonts;
use crate::{Row, Sheet};

/// Says in the log which characters of a document are printed as empty boxes, because no font has a sign for them.
pub(super) fn warn(sheet: &Sheet) {
    let missing: String = missing(sheet).into_iter().collect();
    if !missing.is_empty() {
        tracing::warn!(number = %sheet.number, characters = %missing, "a document has characters that can't be printed");
    }
}

/// The characters of a document that no font has a sign for.
pub(super) fn missing(sheet: &Sheet) -> BTreeSet<char> {
    let cells = sheet.rows.iter().flat_map(|row| match row {
        Row::Cells(cells) => cells.iter().collect(),
        Row::Text(text) => vec![text],
    });
    let facts = sheet.facts.iter().chain(&sheet.footer).map(|fact| &fact.value);
    let addresses = [&sheet.company_address, &sheet.bill_to, &sheet.ship_to].into_iter().flatten();
    let texts = cells.chain(facts).chain(addresses).chain([&sheet.company, &sheet.number]);
    texts.flat_map(|text| text.chars()).filter(|character| !is_blank(*character) && !fonts::has(*character)).collect()
}

/// What leaves no mark: white space, and what joins and varies emoji.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}')
}
