//! What a SKU means, by the *SKU Mapping* of the shop card.

use values::Code;

use super::find::unit_of;
use super::{Catalogue, Match, Reason, Subject, parts};
use crate::shops;
use crate::shops::options::SkuMapping;

/// What a SKU has found.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub found: Match,
    /// Whether that is the variant; else it is the item, of which the variant is to be found yet.
    pub sure: bool,
}

/// What the SKU of a subject has found, if anything.
pub(super) fn find(shop: &shops::Model, subject: &Subject<'_>, known: &Catalogue) -> Option<Hit> {
    let sku = subject.sku.trim();
    if sku.is_empty() {
        return None;
    }
    match shop.sku_mapping {
        SkuMapping::Blank => None,
        SkuMapping::ItemNumber => {
            let number = Code::new(sku).ok().filter(|number| known.has_item(number))?;
            Some(sure(Match::item(number, Reason::ItemNumber)))
        }
        SkuMapping::VariantCode => {
            let code = Code::new(sku).ok()?;
            let own = subject.item.non_blank().filter(|item| known.has_variant(item, &code));
            let item = own.or_else(|| known.only_item_of(&code))?.clone();
            Some(sure(Match { item, variant: code, reason: Reason::VariantCode }))
        }
        SkuMapping::ItemNumberAndVariantCode => of_parts(shop, sku, known),
        SkuMapping::VendorItemNumber => {
            let found = known.of_vendor(subject.vendor, sku)?;
            Some(sure(Match::referred(found, subject, known, Reason::VendorItemNumber)))
        }
        SkuMapping::BarCode => {
            let found = known.of_barcode(sku, unit_of(subject).as_ref())?;
            Some(sure(Match::referred(found, subject, known, Reason::SkuIsBarCode)))
        }
    }
}

fn of_parts(shop: &shops::Model, sku: &str, known: &Catalogue) -> Option<Hit> {
    let (number, variant) = parts(shop, sku).filter(|(number, _)| known.has_item(number))?;
    let Some(variant) = variant else { return Some(sure(Match::item(number, Reason::ItemNumber))) };
    if known.has_variant(&number, &variant) {
        return Some(sure(Match { item: number, variant, reason: Reason::ItemNumberAndVariantCode }));
    }
    Some(Hit { found: Match::item(number, Reason::ItemNumberAndVariantCode), sure: false })
}

fn sure(found: Match) -> Hit {
    Hit { found, sure: true }
}
