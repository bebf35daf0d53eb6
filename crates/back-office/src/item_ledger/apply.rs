use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use database::Tx;
use values::money::Quantity;

use super::Place;
use super::entry::{LEFT, MISSING, Model};
use super::oldest::oldest;
use crate::Result;

/// Takes what goes from what came before it and is left, and makes up with what comes for what went before it and was not
/// there, the oldest first. Returns the entries that were there and have changed; the caller writes both. Nobody else may
/// post meanwhile: the caller has the ledger numbers.
///
/// # Errors
/// When the database fails.
pub(crate) async fn apply(tx: &Tx, new: &mut [Model]) -> Result<Vec<Model>> {
    let units = |wanted: fn(&Model) -> bool| {
        let mut units: BTreeMap<Place, Quantity> = BTreeMap::new();
        for entry in new.iter().filter(|entry| wanted(entry)) {
            *units.entry(entry.place()).or_default() += entry.remaining_quantity;
        }
        units
    };
    let going = units(|entry| entry.remaining_quantity < Quantity::ZERO);
    let coming = units(|entry| entry.remaining_quantity > Quantity::ZERO);
    let mut there = oldest(tx, going, LEFT).await?;
    there.extend(oldest(tx, coming, MISSING).await?);
    Ok(settle(new, there))
}

fn settle(new: &mut [Model], mut there: Vec<Model>) -> Vec<Model> {
    let mut touched = HashSet::new();
    let mut open: HashMap<Place, VecDeque<&mut Model>> = HashMap::new();
    for entry in &mut there {
        open.entry(entry.place()).or_default().push_back(entry);
    }
    for entry in new {
        let waiting = open.entry(entry.place()).or_default();
        while let Some(oldest) = waiting.front_mut().filter(|oldest| opposes(oldest, entry)) {
            touched.insert(oldest.entry_number);
            if take(oldest, entry) {
                waiting.pop_front();
            }
        }
        if entry.open {
            waiting.push_back(entry);
        }
    }
    drop(open);
    there.retain(|entry| touched.contains(&entry.entry_number));
    there
}

/// Whether one came and the other went, and both are open.
fn opposes(one: &Model, other: &Model) -> bool {
    let (one, other) = (one.remaining_quantity, other.remaining_quantity);
    let zero = Quantity::ZERO;
    (one < zero && other > zero) || (one > zero && other < zero)
}

/// Takes the one from the other, as far as both go. Returns whether nothing of the older is left.
fn take(older: &mut Model, newer: &mut Model) -> bool {
    let sum = older.remaining_quantity + newer.remaining_quantity;
    let older_goes_further = (sum < Quantity::ZERO) == (older.remaining_quantity < Quantity::ZERO);
    let (of_older, of_newer) = if older_goes_further { (sum, Quantity::ZERO) } else { (Quantity::ZERO, sum) };
    for (entry, left) in [(&mut *older, of_older), (newer, of_newer)] {
        entry.remaining_quantity = left;
        entry.open = !left.is_zero();
    }
    !older.open
}
