//! Which item a line is.

use values::Code;

use super::Lookup;
use crate::orders::staged::line;
use crate::products::mapping::{Catalogue, Keys, Match, Reason};
use crate::shops;
use crate::shops::options::SkuMapping;
use crate::skipped::Cause;

/// Gives the line its item, or adds the cause why it has none. Tips and gift cards have accounts instead.
///
/// A variant that is linked decides; else its item is looked for as that of any product is, and what is found is kept as
/// a link. A line keeps the item that a person chose for it.
pub fn map(shop: &shops::Model, line: &mut line::Model, lookup: &mut Lookup, causes: &mut Vec<Cause>) {
    if line.tip || line.gift_card {
        return;
    }
    if line.item_chosen {
        if !lookup.has_item(&line.item_number) {
            causes.push(gone(line, &line.item_number));
        }
        return;
    }
    if let Some((item, variant)) = lookup.linked_item(line.shopify_variant_id) {
        if !lookup.has_item(&item) {
            causes.push(gone(line, &item));
            return;
        }
        line.item_number = item;
        line.variant_code = variant;
        return;
    }
    if !line.item_number.is_blank() && lookup.has_item(&line.item_number) {
        return;
    }
    let of_custom_lines = &shop.custom_line_item_number;
    if is_custom(line) && lookup.has_item(of_custom_lines) {
        line.item_number = of_custom_lines.clone();
        return;
    }
    match lookup.find_item(shop, line) {
        Some(found) => {
            line.item_number = found.item.clone();
            line.variant_code = found.variant.clone();
            lookup.link_item(line.shopify_variant_id, found);
        }
        None if is_custom(line) => {
            causes.push(Cause::CustomLine(line.description.clone()));
        }
        None => causes.push(Cause::UnknownItem { title: line.description.clone(), sku: line.sku.clone() }),
    }
}

fn gone(line: &line::Model, item: &Code<20>) -> Cause {
    Cause::ItemGone { title: line.description.clone(), number: item.to_string() }
}

/// Whether someone has written the line by hand: it is of no product.
pub fn is_custom(line: &line::Model) -> bool {
    line.shopify_product_id == 0 && line.shopify_variant_id == 0 && line.sku.is_empty()
}

/// The item of a line whose SKU stands for nothing by the shop card: that it is the number of an item, or its bar code, is
/// better than no document.
pub fn by_sku(shop: &shops::Model, line: &line::Model, known: &Catalogue) -> Option<Match> {
    if shop.sku_mapping != SkuMapping::Blank {
        return None;
    }
    let number = Code::new(&line.sku).ok().filter(|number| known.has_item(number));
    let by_number = number.map(|item| Match { item, variant: Code::blank(), reason: Reason::ItemNumber });
    let by_barcode = || {
        let (item, variant) = known.of_barcode(&line.sku, None)?;
        Some(Match { item, variant, reason: Reason::SkuIsBarCode })
    };
    by_number.or_else(by_barcode)
}

/// Adds what a line may be found by, beside what its SKU and its bar code are, so that a batch reads it at once.
pub fn add_keys(shop: &shops::Model, line: &line::Model, keys: &mut Keys) {
    keys.number(&line.item_number);
    if is_custom(line) {
        keys.number(&shop.custom_line_item_number);
    } else if shop.sku_mapping == SkuMapping::Blank {
        keys.number(&Code::new(&line.sku).unwrap_or_default());
        keys.barcode(&line.sku);
    }
}
