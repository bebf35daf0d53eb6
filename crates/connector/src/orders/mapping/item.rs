//! Which item a line is.

use values::Code;

use super::Lookup;
use crate::orders::staged::line;
use crate::shops;
use crate::shops::options::SkuMapping;
use crate::skipped::Cause;

/// Gives the line its item, or adds the cause why it has none. Tips and gift cards have accounts instead.
///
/// A variant that is linked decides; else the SKU is looked up as the shop card says, and what is found is kept as a
/// link. A line without a variant keeps the item that a person chose.
pub fn map(shop: &shops::Model, line: &mut line::Model, lookup: &mut Lookup, causes: &mut Vec<Cause>) {
    if line.tip || line.gift_card {
        return;
    }
    if let Some((item, variant)) = lookup.linked_item(line.shopify_variant_id) {
        if !lookup.has_item(&item) {
            causes.push(Cause::ItemGone { title: line.description.clone(), number: item.to_string() });
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
    let barcode = lookup.barcode(line.shopify_variant_id);
    match find(shop, &line.sku, &barcode, lookup) {
        Some((item, variant)) => {
            lookup.link_item(line.shopify_variant_id, &item, &variant);
            line.item_number = item;
            line.variant_code = variant;
        }
        None if is_custom(line) => {
            causes.push(Cause::CustomLine(line.description.clone()));
        }
        None => causes.push(Cause::UnknownItem { title: line.description.clone(), sku: line.sku.clone() }),
    }
}

/// Whether someone has written the line by hand: it is of no product.
pub fn is_custom(line: &line::Model) -> bool {
    line.shopify_product_id == 0 && line.shopify_variant_id == 0 && line.sku.is_empty()
}

/// The item of a SKU or a bar code.
fn find(shop: &shops::Model, sku: &str, barcode: &str, lookup: &Lookup) -> Option<(Code<20>, Code<10>)> {
    let by_number = |number: &str| {
        let number = Code::<20>::new(number).ok().filter(|number| !number.is_blank())?;
        lookup.has_item(&number).then_some((number, Code::blank()))
    };
    let by_barcode = |barcode: &str| lookup.item_of_barcode(barcode).map(|item| (item, Code::blank()));
    let by_sku = match shop.sku_mapping {
        SkuMapping::Blank => by_number(sku).or_else(|| by_barcode(sku)),
        SkuMapping::ItemNumber => by_number(sku),
        SkuMapping::BarCode => by_barcode(sku),
        SkuMapping::ItemNumberAndVariantCode => {
            let separator = shop.sku_field_separator.as_str();
            match sku.to_uppercase().split_once(separator).filter(|_| !separator.is_empty()) {
                Some((item, variant)) => {
                    let variant = Code::new(variant).ok()?;
                    by_number(item).map(|(item, _)| (item, variant))
                }
                None => by_number(sku),
            }
        }
        SkuMapping::VariantCode | SkuMapping::VendorItemNumber => None,
    };
    by_sku.or_else(|| if shop.find_mapping_by_barcode { by_barcode(barcode) } else { None })
}

/// The item numbers and bar codes that a line may be found by, so that a batch reads them at once.
pub fn candidates(shop: &shops::Model, line: &line::Model) -> Vec<String> {
    let mut candidates = vec![line.sku.trim().to_uppercase(), line.item_number.to_string()];
    if shop.sku_mapping == SkuMapping::ItemNumberAndVariantCode
        && let Some((item, _)) = line.sku.to_uppercase().split_once(shop.sku_field_separator.as_str())
    {
        candidates.push(item.trim().to_owned());
    }
    if is_custom(line) {
        candidates.push(shop.custom_line_item_number.to_string());
    }
    candidates.retain(|candidate| !candidate.is_empty());
    candidates
}
