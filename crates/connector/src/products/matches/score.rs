//! How sure each way is by which an item is found.

use values::Code;

use crate::products::Reason;
use crate::products::mapping::{Catalogue, Keys, Match, Subject, parts};
use crate::shops;

/// An item that a variant may be, and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scored {
    pub found: Match,
    pub score: i32,
}

impl Scored {
    pub(super) const fn new(found: Match, score: i32) -> Self {
        Self { found, score }
    }
}

/// Everything that a SKU and a bar code may mean, whatever the *SKU Mapping* of the shop card is.
pub(super) fn keys<'a>(shop: &shops::Model, subjects: impl IntoIterator<Item = Subject<'a>>) -> Keys {
    let mut keys = Keys::default();
    for subject in subjects {
        keys.number(subject.item);
        keys.barcode(subject.barcode);
        let sku = subject.sku.trim();
        if sku.is_empty() {
            continue;
        }
        keys.barcode(sku);
        keys.number(&Code::new(sku).unwrap_or_default());
        keys.vendor_numbers.insert(sku.to_owned());
        if let Some((number, variant)) = parts(shop, sku) {
            keys.number(&number);
            keys.variants.extend(variant);
        }
        if let Ok(code) = Code::new(sku) {
            keys.variants.insert(code.clone());
            keys.variants_of_any.insert(code);
        }
    }
    keys
}

/// The surest item that the SKU or the bar code of a variant means.
pub(super) fn surest(shop: &shops::Model, subject: &Subject<'_>, known: &Catalogue) -> Option<Scored> {
    let found = |(item, variant): (Code<20>, Code<10>), reason| {
        let counts = known.has_variant(&item, &variant);
        Match { variant: if counts { variant } else { Code::blank() }, item, reason }
    };
    let sku = subject.sku.trim();
    let by_parts = || {
        let (number, variant) = parts(shop, sku).filter(|(number, _)| known.has_item(number))?;
        match variant {
            Some(variant) if known.has_variant(&number, &variant) => {
                let found = Match { item: number, variant, reason: Reason::ItemNumberAndVariantCode };
                Some(Scored::new(found, 100))
            }
            Some(_) => Some(Scored::new(found((number, Code::blank()), Reason::ItemNumberAndVariantCode), 60)),
            None => None,
        }
    };
    let by_number = || {
        let number = Code::new(sku).ok().filter(|number| known.has_item(number))?;
        Some(Scored::new(found((number, Code::blank()), Reason::ItemNumber), 98))
    };
    let by_barcode = || Some(Scored::new(found(known.of_barcode(subject.barcode, None)?, Reason::BarCode), 95));
    let by_sku_as_barcode = || Some(Scored::new(found(known.of_barcode(sku, None)?, Reason::SkuIsBarCode), 92));
    let by_vendor = || Some(Scored::new(found(known.of_vendor(subject.vendor, sku)?, Reason::VendorItemNumber), 90));
    let by_variant = || {
        let code = Code::new(sku).ok().filter(|code: &Code<10>| !code.is_blank())?;
        if let Some(own) = subject.item.non_blank().filter(|item| known.has_variant(item, &code)) {
            return Some(Scored::new(Match { item: own.clone(), variant: code, reason: Reason::VariantCode }, 96));
        }
        let item = known.only_item_of(&code)?.clone();
        Some(Scored::new(Match { item, variant: code, reason: Reason::VariantCode }, 70))
    };
    let ways: [&dyn Fn() -> Option<Scored>; 6] =
        [&by_parts, &by_number, &by_barcode, &by_sku_as_barcode, &by_vendor, &by_variant];
    ways.into_iter().filter_map(|way| way()).max_by_key(|scored| scored.score)
}
