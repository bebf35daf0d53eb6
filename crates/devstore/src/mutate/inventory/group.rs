use chrono::{DateTime, Utc};

use super::place::Place;
use crate::store::State;
use crate::store::level::QuantityName;

/// Quantities that were changed together.
#[derive(Clone, Debug)]
pub(crate) struct InventoryGroup {
    pub id: u64,
    pub created_at: DateTime<Utc>,
    pub reason: String,
    pub reference_document_uri: Option<String>,
    pub changes: Vec<QuantityChange>,
}

/// By how much one quantity was changed.
#[derive(Clone, Debug)]
pub(crate) struct QuantityChange {
    pub name: QuantityName,
    pub delta: i64,
    pub item: u64,
    pub location: u64,
    pub ledger_document_uri: Option<String>,
}

/// A change that has passed every check.
pub(super) struct Step {
    pub place: Place,
    pub name: QuantityName,
    pub delta: i64,
    pub ledger_document_uri: Option<String>,
}

/// Makes the changes, and tells what they were; nothing when there was nothing to change. A location that did not sell
/// an item sells it from now on.
pub(super) fn carry_out(
    state: &mut State,
    steps: Vec<Step>,
    (reason, reference_document_uri): (String, Option<String>),
    now: DateTime<Utc>,
) -> Option<InventoryGroup> {
    let mut changes = Vec::new();
    for Step { place, name, delta, ledger_document_uri } in steps {
        state.change_level(place.variant, place.location, now, |level| {
            level.active = true;
            level.add(name, delta, now);
        });
        if delta == 0 {
            continue;
        }
        let part = if name == QuantityName::OnHand { QuantityName::Available } else { name };
        let change = |name: QuantityName| QuantityChange {
            name,
            delta,
            item: place.item,
            location: place.location,
            ledger_document_uri: ledger_document_uri.clone(),
        };
        changes.push(change(part));
        if part.is_on_hand() {
            changes.push(change(QuantityName::OnHand));
        }
    }
    if changes.is_empty() {
        return None;
    }
    let id = state.ids.next();
    Some(InventoryGroup { id, created_at: now, reason, reference_document_uri, changes: summed(changes) })
}

/// What was moved from one state to another at a location is on hand as before.
fn summed(changes: Vec<QuantityChange>) -> Vec<QuantityChange> {
    let mut sums: Vec<QuantityChange> = Vec::new();
    for change in changes {
        let same = |known: &QuantityChange| {
            (known.name, known.item, known.location) == (change.name, change.item, change.location)
        };
        match sums.iter_mut().find(|known| change.name == QuantityName::OnHand && same(known)) {
            Some(known) => known.delta += change.delta,
            None => sums.push(change),
        }
    }
    sums.retain(|change| change.delta != 0);
    sums
}
