use std::collections::{HashMap, HashSet};

use back_office::items::{self, furnish_all};
use database::Tx;
use values::Code;

use super::belongings::{belongings, unit};
use super::setup::Setup;
use super::texts::description;
use super::value;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::mapping::is_choice;
use crate::products::staged::Whole;

/// Changes the items of a product by what it says: description, category, vendor, tariff number, country, bar codes, and
/// what their variants are. Prices, costs, texts, units and weights are the back office's own.
///
/// # Errors
/// What the back office has against it.
pub(super) async fn update(tx: &Tx, ground: &Ground, setup: &Setup, whole: &mut Whole) -> Result<(), Error> {
    let Whole { product, variants } = whole;
    let numbers: HashSet<Code<20>> = variants.iter().filter_map(|one| one.item_number.non_blank()).cloned().collect();
    let found = items::lock(tx, &numbers.into_iter().collect::<Vec<_>>()).await?;
    let mut cards: HashMap<Code<20>, items::Model> =
        found.into_iter().map(|item| (item.number.clone(), item)).collect();
    let (mut done, mut all) = (HashSet::new(), Vec::with_capacity(variants.len()));
    for variant in variants.iter() {
        let Some(card) = cards.get(&variant.item_number) else { continue };
        let number = card.number.clone();
        if done.insert(number.clone()) {
            let change = items::Change {
                description: Some(description(&product.title)).filter(|text| !text.is_empty()),
                ..value::card(&ground.shop, setup, product, variant)
            };
            if differs(card, &change) {
                let changed = items::change(tx, card.clone(), &change, ground.now, &ground.random).await?;
                cards.insert(number.clone(), changed);
            }
        }
        let unit = unit(tx, ground, setup, variant).await?;
        let vendor = setup.vendors.named(&product.vendor);
        let with = belongings(ground, variant, &variant.variant_code, &unit, vendor);
        let mut with = items::Belongings { units: Vec::new(), ..with };
        // Where nothing is chosen, what Shopify calls the variant describes nothing.
        with.variants.retain(|_| is_choice(&variant.variant_title));
        all.push((number, with));
    }
    furnish_all(tx, &all, ground.now, &ground.random).await?;
    product.items_due = false;
    Ok(())
}

/// Whether a change would change anything.
fn differs(item: &items::Model, change: &items::Change) -> bool {
    fn other<T: PartialEq>(now: &T, then: Option<&T>) -> bool {
        then.is_some_and(|then| then != now)
    }
    other(&item.description, change.description.as_ref())
        || other(&item.item_category_code, change.item_category_code.as_ref())
        || other(&item.vendor_number, change.vendor_number.as_ref())
        || other(&item.tariff_number, change.tariff_number.as_ref())
        || other(&item.country_region_of_origin_code, change.country_region_of_origin_code.as_ref())
}
