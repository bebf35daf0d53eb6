use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::happened::{Happened, Topic};
use super::level::{Level, QuantityName};
use super::order::Order;
use super::product::Variant;
use super::state::State;

impl State {
    /// Adds pieces of a variant to what a location has to sell, or takes them out when `quantity` is below zero. Without
    /// a location it is the shop's own. What is not tracked has no stock.
    pub(crate) fn add_to_stock(&mut self, variant: u64, location: Option<u64>, quantity: i64, now: DateTime<Utc>) {
        let location = location.unwrap_or(self.shop.location_id);
        if self.variant(variant).is_some_and(|(_, variant)| variant.tracked) {
            self.change_level(variant, location, now, |level| level.add(QuantityName::Available, quantity, now));
        }
    }

    /// Changes what a location has of a variant, and notes what others want to hear of it. A location that did not have
    /// the variant has it from now on.
    pub(crate) fn change_level(
        &mut self,
        variant: u64,
        location: u64,
        now: DateTime<Utc>,
        change: impl FnOnce(&mut Level),
    ) {
        let Some(product) = self.product_of_variant(variant).map(|product| product.id) else { return };
        let Some(product) = self.products.get_mut(&product) else { return };
        let old = product.variant(variant).and_then(|variant| variant.stock.get(&location)).copied();
        let mut level = old.unwrap_or_else(|| Level::new(now));
        change(&mut level);
        if old == Some(level) {
            return;
        }
        level.updated_at = now;
        let sold = |level: Level| level.for_sale();
        let product = Arc::make_mut(product);
        let Some(variant) = product.variants.iter_mut().find(|other| other.id == variant) else { return };
        variant.stock.insert(location, level);
        let told = told(variant.inventory_item_id, location, old, Some(level));
        // What is committed or on its way changes nothing that the catalogue shows.
        let shown = old.map_or(0, sold) != sold(level);
        if shown {
            variant.updated_at = now;
            product.updated_at = now;
        }
        let product = product.id;
        if shown {
            self.note(Topic::ProductsUpdate, product);
        }
        self.note_all(told);
    }

    /// What an order holds back of the stock follows what became of it: `old` is how it was before.
    pub(super) fn commit(&mut self, old: Option<&Order>, new: &Order) {
        let mut changes = new.commitments();
        for (place, pieces) in old.map(Order::commitments).unwrap_or_default() {
            *changes.entry(place).or_default() -= pieces;
        }
        for ((variant, location), delta) in changes.into_iter().filter(|(_, delta)| *delta != 0) {
            let now = new.updated_at;
            self.change_level(variant, location, now, |level| level.add(QuantityName::Committed, delta, now));
        }
    }
}

impl Order {
    /// How many pieces wait to be sent that were taken from the stock, by variant and location.
    fn commitments(&self) -> BTreeMap<(u64, u64), i64> {
        let variants: HashMap<u64, u64> =
            self.lines.iter().filter_map(|line| Some((line.id, line.variant_id?))).collect();
        let mut committed: BTreeMap<(u64, u64), i64> = BTreeMap::new();
        for waiting in self.fulfillment_orders.iter().filter(|waiting| waiting.status.is_active()) {
            for pieces in waiting.lines.iter().filter(|pieces| pieces.claimed && pieces.remaining > 0) {
                if let Some(variant) = variants.get(&pieces.line_id) {
                    *committed.entry((*variant, waiting.location_id)).or_default() += i64::from(pieces.remaining);
                }
            }
        }
        committed
    }
}

/// What happened to the variants of a product between two of their states.
pub(super) fn to_variants(old: &[Variant], new: &[Variant]) -> Vec<Happened> {
    let before: HashMap<u64, &Variant> = old.iter().map(|variant| (variant.id, variant)).collect();
    let mut happened = Vec::new();
    for variant in new {
        let item = variant.inventory_item_id;
        let before = before.get(&variant.id).copied();
        match before {
            None => happened.push(Happened::to(Topic::InventoryItemsCreate, item)),
            Some(before) if !before.has_item_of(variant) => {
                happened.push(Happened::to(Topic::InventoryItemsUpdate, item));
            }
            Some(_) => {}
        }
        let known = before.map(|before| &before.stock);
        for (location, level) in &variant.stock {
            let before = known.and_then(|stock| stock.get(location)).copied();
            happened.extend(told(item, *location, before, Some(*level)));
        }
    }
    let kept: HashSet<u64> = new.iter().map(|variant| variant.id).collect();
    let gone = old.iter().filter(|variant| !kept.contains(&variant.id));
    happened.extend(gone.map(|variant| Happened::to(Topic::InventoryItemsDelete, variant.inventory_item_id)));
    happened
}

/// What happened to a level. Pieces that are held back or on their way are nobody's business.
fn told(item: u64, location: u64, old: Option<Level>, new: Option<Level>) -> Vec<Happened> {
    let active = |level: Option<Level>| level.filter(|level| level.active);
    let happened = |topic| Happened { topic, id: item, location: Some(location) };
    let seen = |level: Level| (level.get(QuantityName::Available), level.get(QuantityName::OnHand));
    match (active(old), active(new)) {
        (None, Some(level)) if seen(level) == (0, 0) => vec![happened(Topic::InventoryLevelsConnect)],
        (None, Some(_)) => vec![happened(Topic::InventoryLevelsConnect), happened(Topic::InventoryLevelsUpdate)],
        (Some(_), None) => vec![happened(Topic::InventoryLevelsDisconnect)],
        (Some(old), Some(new)) if seen(old) != seen(new) => vec![happened(Topic::InventoryLevelsUpdate)],
        _ => Vec::new(),
    }
}
