use back_office::items;
use rust_decimal::Decimal;
use shopify::documents::product_changes::{InventoryInput, Measurement, VariantInput, Weight};
use values::Code;
use values::money::{Price, Quantity};

use super::content::{barcode, country, digits, sku, unit_of, weight};
use super::ground::Ground;
use super::plan::{Changed, variant_gid};
use super::reason::Reason;
use super::shelf::Shelf;
use crate::products::options::{InventoryPolicy, WeightUnit};
use crate::products::prices::Offer;
use crate::products::staged::variant;

/// As what a variant is sold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sold<'a> {
    pub item: &'a items::Model,
    /// Blank for no unit in particular.
    pub unit: &'a Code<10>,
    /// What is asked for it; none when prices are left as they are.
    pub offer: Option<Offer>,
}

/// What is changed of the prices of a variant; none when Shopify has said them.
pub(super) fn prices(staged: &variant::Model, sold: &Sold<'_>) -> Option<Changed> {
    let (mut input, mut inventory, mut then) = (VariantInput::default(), InventoryInput::default(), staged.clone());
    put_prices(sold, &mut input, &mut inventory, &mut then);
    finish(input, inventory, then)
}

/// What is changed of a variant; none when Shopify has said all of it.
pub(super) fn everything(ground: &Ground, shelf: &Shelf, staged: &variant::Model, sold: &Sold<'_>) -> Option<Changed> {
    let (mut input, mut inventory, mut then) = (VariantInput::default(), InventoryInput::default(), staged.clone());
    put_prices(sold, &mut input, &mut inventory, &mut then);
    put_content(ground, shelf, sold, &mut input, &mut inventory, &mut then);
    if inventory != InventoryInput::default() && then.tracked != ground.shop.inventory_tracked {
        then.tracked = ground.shop.inventory_tracked;
        inventory.tracked = Some(then.tracked);
    }
    finish(input, inventory, then)
}

fn finish(mut input: VariantInput, inventory: InventoryInput, then: variant::Model) -> Option<Changed> {
    if inventory != InventoryInput::default() {
        input.inventory_item = Some(inventory);
    }
    if input == VariantInput::default() {
        return None;
    }
    input.id = Some(variant_gid(then.shopify_variant_id));
    Some(Changed { input, then })
}

/// Price, price before and cost, each where it is another.
pub(super) fn put_prices(
    sold: &Sold<'_>,
    input: &mut VariantInput,
    inventory: &mut InventoryInput,
    then: &mut variant::Model,
) {
    let Some(offer) = sold.offer else { return };
    if let Some(price) = change_price(&mut then.price, offer.price.decimal()) {
        input.price = Some(price);
    }
    if let Some(before) = change_price(&mut then.compare_at_price, offer.compare_at_price.decimal()) {
        input.compare_at_price = Some((!before.is_zero()).then_some(before));
    }
    if let Some(cost) = change_price(&mut then.unit_cost, offer.unit_cost.decimal()) {
        inventory.cost = Some(cost);
    }
}

fn change_price(of: &mut Price, wanted: Decimal) -> Option<Decimal> {
    let wanted = Price::new(wanted).ok().filter(|wanted| wanted != of)?;
    *of = wanted;
    Some(wanted.decimal())
}

/// What a variant is beside its price, each where it is another.
pub(super) fn put_content(
    ground: &Ground,
    shelf: &Shelf,
    sold: &Sold<'_>,
    input: &mut VariantInput,
    inventory: &mut InventoryInput,
    then: &mut variant::Model,
) {
    let (shop, item) = (&ground.shop, sold.item);
    let code = then.variant_code.clone();
    let bar = barcode(item, &code, sold.unit, shelf.references(&item.number));
    if let Some(sku) = sku(shop, item, &code, &bar, shelf.vendors(&item.number)).filter(|sku| *sku != then.sku) {
        then.sku.clone_from(&sku);
        inventory.sku = Some(sku);
    }
    if bar != then.barcode {
        then.barcode.clone_from(&bar);
        input.barcode = Some(bar);
    }
    if then.inventory_policy != shop.default_inventory_policy {
        then.inventory_policy = shop.default_inventory_policy;
        input.inventory_policy = Some(policy_name(then.inventory_policy));
    }
    if shop.sync_hs_code_and_country {
        put_origin(ground, item, inventory, then);
    }
    let unit = if shop.weight_unit == WeightUnit::Blank { then.weight_unit } else { shop.weight_unit };
    let heavy = weight(item, shelf.per_unit(&item.number, sold.unit).unwrap_or_else(|| 1.into()));
    // What weighs nothing is of no unit.
    if heavy != then.weight || (unit != then.weight_unit && heavy != Quantity::ZERO) {
        then.weight = heavy;
        then.weight_unit = unit;
        inventory.measurement = Some(Measurement { weight: Weight { value: heavy, unit: unit_of(unit) } });
    }
}

fn put_origin(ground: &Ground, item: &items::Model, inventory: &mut InventoryInput, then: &mut variant::Model) {
    let tariff = digits(item.tariff_number.as_str());
    if tariff != digits(&then.tariff_number) {
        then.tariff_number.clone_from(&tariff);
        inventory.harmonized_system_code = Some((!tariff.is_empty()).then_some(tariff));
    }
    let origin = country(&item.country_region_of_origin_code, &ground.countries);
    if let Some(origin) = origin.filter(|origin| *origin != then.country_region_of_origin_code.as_str()) {
        then.country_region_of_origin_code = Code::cut(&origin);
        inventory.country_code_of_origin = Some((!origin.is_empty()).then_some(origin));
    }
}

/// Why the origin of an item is left as it is, where it is.
pub(crate) fn of_origin(ground: &Ground, item: &items::Model) -> Option<Reason> {
    let code = &item.country_region_of_origin_code;
    let is_left = ground.shop.sync_hs_code_and_country && country(code, &ground.countries).is_none();
    is_left.then(|| Reason::NoIsoCode { item: item.number.to_string(), country: code.to_string() })
}

/// The name in Shopify of a policy.
pub(super) const fn policy_name(policy: InventoryPolicy) -> &'static str {
    match policy {
        InventoryPolicy::Deny => "DENY",
        InventoryPolicy::Continue => "CONTINUE",
    }
}
