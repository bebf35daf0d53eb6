//! As what an item is sold: its variants, its units, or both.

use values::Code;

use super::reason::Reason;
use super::shelf::Shelf;
use crate::products::prices::Goods;
use crate::products::staged::variant;
use crate::shops;

/// The name of the option that tells the variant.
pub(crate) const VARIANT: &str = "Variant";

/// In which unit a staged variant is sold, as its option tells; blank where none does.
///
/// # Errors
/// That the item has no such unit.
pub(super) fn unit(variant: &variant::Model, shelf: &Shelf) -> Result<Code<10>, Reason> {
    let told = match variant.uom_option_id {
        1 => &variant.option1_value,
        2 => &variant.option2_value,
        3 => &variant.option3_value,
        _ => return Ok(Code::blank()),
    };
    let code = Code::<10>::new(told).ok().filter(|code| shelf.per_unit(&variant.item_number, code).is_some());
    code.ok_or_else(|| Reason::UnknownUnit { item: variant.item_number.to_string(), unit: told.clone() })
}

/// The variants and units as which an item is sold that is to be told apart by options; those that are blocked, too. None for
/// one that is sold as it is.
pub(crate) fn sold_as(shop: &shops::Model, item: &Code<20>, shelf: &Shelf) -> Vec<Goods> {
    let variants = shelf.variants(item);
    let units: Vec<Code<10>> =
        if shop.uom_as_variant { shelf.units(item).iter().map(|unit| unit.code.clone()).collect() } else { Vec::new() };
    let codes: Vec<Code<10>> = variants.iter().map(|variant| variant.code.clone()).collect();
    match (codes.is_empty(), units.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => units.into_iter().map(|unit| (item.clone(), Code::blank(), unit)).collect(),
        (false, true) => codes.into_iter().map(|code| (item.clone(), code, Code::blank())).collect(),
        (false, false) => {
            let of_code = |code: Code<10>| {
                let units = units.iter().cloned();
                units.map(|unit| (item.clone(), code.clone(), unit)).collect::<Vec<_>>()
            };
            codes.into_iter().flat_map(of_code).collect()
        }
    }
}

/// Which option has which value for goods, in the order of the options; none for an item that is sold as it is.
pub(crate) fn options(shop: &shops::Model, (_, variant, unit): &Goods) -> Vec<(String, String)> {
    let mut options = Vec::new();
    if !variant.is_blank() {
        options.push((VARIANT.to_owned(), variant.to_string()));
    }
    if !unit.is_blank() {
        let name = shop.option_name_for_uom.trim();
        let name = if name.is_empty() { "Unit of Measure" } else { name };
        options.push((name.to_owned(), unit.to_string()));
    }
    options
}
