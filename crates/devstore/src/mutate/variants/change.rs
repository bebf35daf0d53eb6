use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rust_decimal::{Decimal, RoundingStrategy};

use super::super::given::Given;
use super::super::part::number;
use super::check::digits;
use super::input::{InventoryItemInput, VariantInput};
use crate::store::State;
use crate::store::level::{Level, QuantityName};
use crate::store::product::Variant;

/// A variant with these options, as it is when nothing else is said.
pub(in crate::mutate) fn new_variant(state: &mut State, options: Vec<(String, String)>, now: DateTime<Utc>) -> Variant {
    Variant {
        id: state.ids.next(),
        created_at: now,
        updated_at: now,
        inventory_item_id: state.ids.next(),
        sku: None,
        barcode: None,
        price: Decimal::ZERO,
        compare_at_price: None,
        cost: None,
        taxable: true,
        requires_shipping: true,
        tracked: false,
        inventory_policy: "DENY".to_owned(),
        stock: BTreeMap::from([(state.shop.location_id, Level::new(now))]),
        weight: None,
        country_of_origin: None,
        province_of_origin: None,
        harmonized_system_code: None,
        options,
        media: None,
        item_changed_at: None,
        bundle: false,
    }
}

/// Makes a variant what an input says that has passed every check. Its time is another when it is.
pub(in crate::mutate) fn change(variant: &mut Variant, input: VariantInput, now: DateTime<Utc>) {
    let before = variant.clone();
    put_fields(variant, input, now);
    if *variant != before {
        variant.updated_at = now;
    }
    if !variant.has_item_of(&before) {
        variant.item_changed_at = Some(now);
    }
}

fn put_fields(variant: &mut Variant, input: VariantInput, now: DateTime<Utc>) {
    let InventoryItemInput {
        cost,
        country_code_of_origin,
        harmonized_system_code,
        province_code_of_origin,
        measurement,
        requires_shipping,
        sku,
        tracked,
    } = input.inventory_item.unwrap_or_default();
    text(if sku == Given::LeftOut { input.sku } else { sku }, &mut variant.sku);
    text(input.barcode, &mut variant.barcode);
    text(country_code_of_origin, &mut variant.country_of_origin);
    text(province_code_of_origin, &mut variant.province_of_origin);
    text(harmonized_system_code, &mut variant.harmonized_system_code);
    variant.harmonized_system_code = variant.harmonized_system_code.as_deref().and_then(digits);
    amount(input.compare_at_price, &mut variant.compare_at_price);
    amount(cost, &mut variant.cost);
    if let Some(price) = input.price {
        variant.price = cents(price);
    }
    if let Some(weight) = measurement.and_then(|measurement| measurement.weight) {
        variant.weight = Some(weight);
    }
    set(&mut variant.taxable, input.taxable);
    set(&mut variant.inventory_policy, input.inventory_policy);
    set(&mut variant.requires_shipping, requires_shipping);
    set(&mut variant.tracked, tracked);
    for entry in input.inventory_quantities.into_iter().flatten() {
        let name = entry.name.as_deref().map_or(Some(QuantityName::Available), QuantityName::of);
        let name = name.filter(|name| matches!(name, QuantityName::Available | QuantityName::OnHand));
        let (Some(name), Some(location)) = (name, number(&entry.location_id, "Location")) else { continue };
        let level = variant.stock.entry(location).or_insert_with(|| Level::new(now));
        level.active = true;
        level.add(name, entry.quantity - level.get(name), now);
    }
}

/// An empty text is none.
fn text(given: Given<String>, target: &mut Option<String>) {
    given.put_into(target);
    if target.as_ref().is_some_and(|text| text.trim().is_empty()) {
        *target = None;
    }
}

fn amount(given: Given<Decimal>, target: &mut Option<Decimal>) {
    given.put_into(target);
    *target = target.map(cents);
}

/// Prices are kept to the cent.
pub(in crate::mutate) fn cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn set<T>(target: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *target = value;
    }
}
