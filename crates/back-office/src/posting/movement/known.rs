use std::collections::{HashMap, HashSet};

use database::Tx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use values::Code;

use super::Movement;
use crate::customer_ledger::{self, entry};
use crate::general_journal::AccountType;
use crate::general_ledger::DocumentType;
use crate::{Result, customers};

/// What an open entry of a customer is found by.
pub(super) type OpenKey = (Code<20>, DocumentType, Code<20>);

/// The open entries that movements settle, for this transaction alone.
pub(super) async fn open(tx: &Tx, movements: &[Movement]) -> Result<HashMap<OpenKey, entry::Model>> {
    let mut open = HashMap::new();
    for key in movements.iter().filter_map(key) {
        if !open.contains_key(&key) {
            let found = customer_ledger::open_of(tx, &key.0, key.1, &key.2).await?;
            open.extend(found.map(|entry| (key, entry)));
        }
    }
    Ok(open)
}

/// Which entry a movement settles.
pub(super) fn key(movement: &Movement) -> Option<OpenKey> {
    let (kind, number) = movement.applies_to.clone()?;
    let (customer, _) = movement.customer()?;
    Some((customer.clone(), kind, number))
}

/// The sources of which there is an entry.
pub(super) async fn posted_from(tx: &Tx, movements: &[Movement]) -> Result<HashSet<(String, String)>> {
    let sources = movements.iter().filter_map(|movement| movement.source.as_ref());
    let any = sources.fold(Condition::any(), |any, source| {
        let same = Condition::all().add(entry::Column::SourceKind.eq(source.kind.clone()));
        any.add(same.add(entry::Column::SourceId.eq(source.id.clone())))
    });
    if any.is_empty() {
        return Ok(HashSet::new());
    }
    let found = entry::Entity::find().filter(any).all(tx).await?;
    Ok(found.into_iter().filter_map(|entry| entry.source_kind.zip(entry.source_id)).collect())
}

/// The customers that movements name.
pub(super) async fn customers(tx: &Tx, movements: &[Movement]) -> Result<HashMap<Code<20>, customers::Model>> {
    let sides = movements.iter().flat_map(|movement| [Some(&movement.account), movement.balancing.as_ref()]).flatten();
    let mut numbers: Vec<_> =
        sides.filter(|(kind, _)| *kind == AccountType::Customer).map(|(_, number)| number.clone()).collect();
    numbers.sort();
    numbers.dedup();
    let found = customers::by_numbers(tx, &numbers).await?;
    Ok(found.into_iter().map(|customer| (customer.number.clone(), customer)).collect())
}
