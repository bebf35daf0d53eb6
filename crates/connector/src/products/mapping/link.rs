use sea_orm::ConnectionTrait;
use values::Code;

use super::{Catalogue, Keys, Match, Subject, Unit, find};
use crate::products::staged::{Whole, product, variant};
use crate::{Error, shops};

/// Gives the variants of some products their items, as far as they are found. What is linked already stays.
///
/// # Errors
/// When the database fails.
pub(crate) async fn link_all(c: &impl ConnectionTrait, shop: &shops::Model, all: &mut [Whole]) -> Result<(), Error> {
    let subjects = || all.iter().flat_map(|one| one.variants.iter().map(|variant| subject_of(&one.product, variant)));
    let mut keys = Keys::of(shop, subjects());
    all.iter().flat_map(|one| &one.variants).for_each(|variant| keys.number(&variant.item_number));
    let known = Catalogue::read(c, &keys).await?;
    for one in all {
        link(shop, one, &known);
    }
    Ok(())
}

/// The same for one product, with what was read for it.
pub(crate) fn link(shop: &shops::Model, whole: &mut Whole, known: &Catalogue) {
    let Whole { product, variants } = whole;
    for variant in variants {
        if known.has_item(&variant.item_number) {
            // Orders may have brought the variant before its product was read.
            take(product, &variant.item_number);
            if is_settled(product, variant) {
                continue;
            }
        }
        if let Some(found) = find(shop, &subject_of(product, variant), known) {
            take(product, &found.item);
            put(variant, found);
        }
    }
}

/// What is known of a staged variant.
pub(crate) fn subject_of<'a>(product: &'a product::Model, variant: &'a variant::Model) -> Subject<'a> {
    Subject {
        sku: &variant.sku,
        barcode: &variant.barcode,
        vendor: &product.vendor,
        has_variants: product.has_variants,
        unit: Unit::of(variant),
        item: &product.item_number,
    }
}

/// Whether nothing is left to be found of a variant that has its item.
fn is_settled(product: &product::Model, variant: &variant::Model) -> bool {
    !product.has_variants || variant.mapped_by_item || !variant.variant_code.is_blank()
}

/// The product is the item of its first variant that has one.
fn take(product: &mut product::Model, item: &Code<20>) {
    if product.item_number.is_blank() {
        product.item_number = item.clone();
    }
}

/// Links a variant to what was found.
pub(crate) fn put(variant: &mut variant::Model, found: Match) {
    variant.mapped_by_item = found.variant.is_blank();
    variant.item_number = found.item;
    variant.variant_code = found.variant;
}
