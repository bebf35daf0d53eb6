use values::Code;

use super::{Catalogue, Reason, Subject, sku};
use crate::shops;

/// The item that a variant is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Match {
    /// The item.
    pub item: Code<20>,
    /// Its variant; blank: the item as a whole.
    pub variant: Code<10>,
    /// By what it was found.
    pub reason: Reason,
}

impl Match {
    /// An item as a whole.
    pub(super) const fn item(item: Code<20>, reason: Reason) -> Self {
        Self { item, variant: Code::blank(), reason }
    }

    /// What a reference means: its variant counts where there is something to choose, and the item has it.
    pub(super) fn referred(
        (item, variant): (Code<20>, Code<10>),
        subject: &Subject<'_>,
        known: &Catalogue,
        reason: Reason,
    ) -> Self {
        let counts = subject.has_variants && known.has_variant(&item, &variant);
        Self { variant: if counts { variant } else { Code::blank() }, item, reason }
    }
}

/// The item that a variant is, if one is found. The SKU goes before the item of the product, and that before the bar code.
pub(crate) fn find(shop: &shops::Model, subject: &Subject<'_>, known: &Catalogue) -> Option<Match> {
    let by_sku = sku::find(shop, subject, known);
    if let Some(hit) = by_sku.as_ref().filter(|hit| hit.sure) {
        return Some(hit.found.clone());
    }
    let of_product = || {
        let item = subject.item.non_blank().filter(|item| known.has_item(item))?;
        Some(Match::item(item.clone(), Reason::Product))
    };
    let candidate = by_sku.map(|hit| hit.found).or_else(of_product);
    if let Some(candidate) = candidate.filter(|_| subject.is_whole_item()) {
        return Some(candidate);
    }
    if !shop.find_mapping_by_barcode {
        return None;
    }
    let found = known.of_barcode(subject.barcode, unit_of(subject).as_ref())?;
    Some(Match::referred(found, subject, known, Reason::BarCode))
}

/// The unit in which references of a subject must be, where it has something to choose and an option tells the unit.
pub(super) fn unit_of(subject: &Subject<'_>) -> Option<Code<10>> {
    let unit = subject.unit.filter(|_| subject.has_variants)?;
    Some(Code::cut(unit.value))
}
