use back_office::items;
use shopify::documents::product_changes::{InventoryInput, OptionValueInput, VariantInput};

use super::collect::{Page, Staged};
use super::ground::Ground;
use super::of_variant::{Sold, put_content, put_prices};
use super::plan::{Changed, Plan};
use super::reason::Reason;
use super::shelf::Shelf;
use super::units::{options, sold_as, unit};
use crate::products::options::InventoryPolicy;
use crate::products::prices::{Goods, Offer};
use crate::products::staged::{product, variant};

/// The variants of the product's own item that Shopify does not have yet. Variants that an item no longer has stay in Shopify.
pub(super) fn missing(
    ground: &Ground,
    page: &Page,
    staged: &Staged,
    product: &product::Model,
    item: &items::Model,
    plan: &mut Plan,
) {
    let is_there = |goods: &Goods| {
        staged.variants.iter().any(|variant| {
            let in_unit = || goods.2.is_blank() || unit(variant, &page.shelf).is_ok_and(|unit| unit == goods.2);
            variant.item_number == goods.0 && variant.variant_code == goods.1 && in_unit()
        })
    };
    let wanted = sold_as(&ground.shop, &item.number, &page.shelf);
    for goods in wanted.iter().filter(|goods| !is_there(goods)) {
        let number = || item.number.to_string();
        if page.shelf.variant(&goods.0, &goods.1).is_some_and(|variant| variant.blocked) {
            plan.reasons.push(Reason::VariantBlocked { item: number(), variant: goods.1.to_string() });
            continue;
        }
        let values = options(&ground.shop, goods);
        let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
        if names != option_names(staged) {
            plan.reasons.push(Reason::OtherOptions { item: number(), wanted: names.join(", ") });
            return;
        }
        let offer = match page.offers.of(goods) {
            Ok(offer) => Some(offer),
            Err(why) => {
                plan.reasons.push(Reason::NoPrice { item: number(), why });
                continue;
            }
        };
        let new = new_variant(ground, &page.shelf, item, goods, offer);
        let then =
            variant::Model { title: product.title.clone(), shopify_product_id: product.shopify_product_id, ..new.then };
        plan.missing.push(Changed { then, ..new });
    }
}

/// What a variant is made with, and what it is then, but for its ids and its product.
pub(crate) fn new_variant(
    ground: &Ground,
    shelf: &Shelf,
    item: &items::Model,
    goods: &Goods,
    offer: Option<Offer>,
) -> Changed {
    let id = ground.random.id(ground.now);
    let mut then = variant::Model {
        item_number: item.number.clone(),
        variant_code: goods.1.clone(),
        // What Shopify makes of it when it is told nothing.
        inventory_policy: InventoryPolicy::Deny,
        ..variant::Model::named(id, ground.shop.code.clone(), 0, 0)
    };
    let (mut input, mut inventory) = (VariantInput::default(), InventoryInput::default());
    let sold = Sold { item, unit: &goods.2, offer };
    put_prices(&sold, &mut input, &mut inventory, &mut then);
    put_content(ground, shelf, &sold, &mut input, &mut inventory, &mut then);
    then.tracked = ground.shop.inventory_tracked;
    inventory.tracked = Some(then.tracked);
    input.taxable = Some(true);
    input.inventory_item = Some(inventory);
    let values = options(&ground.shop, goods);
    then.uom_option_id = if goods.2.is_blank() { 0 } else { i32::try_from(values.len()).unwrap_or_default() };
    input.option_values =
        values.into_iter().map(|(option_name, name)| OptionValueInput { option_name, name }).collect();
    Changed { input, then }
}

/// The names of the options that the product has.
fn option_names(staged: &Staged) -> Vec<&str> {
    let Some(first) = staged.variants.first() else { return Vec::new() };
    let names = [&first.option1_name, &first.option2_name, &first.option3_name];
    names.into_iter().map(String::as_str).filter(|name| !name.is_empty()).collect()
}
