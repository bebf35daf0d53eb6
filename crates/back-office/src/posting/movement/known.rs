use std::collections::{BTreeSet, HashMap, HashSet};

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use values::Code;

use super::Movement;
use crate::customer_ledger::{OpenKey, entry, open_of};
use crate::general_journal::AccountType;
use crate::{Result, customers, general_ledger};

/// The open entries that movements settle, for this transaction alone.
pub(super) async fn open(tx: &Tx, movements: &[Movement]) -> Result<HashMap<OpenKey, entry::Model>> {
    open_of(tx, &movements.iter().filter_map(key).collect::<Vec<_>>()).await
}

/// Which entry a movement settles.
pub(super) fn key(movement: &Movement) -> Option<OpenKey> {
    let (kind, number) = movement.applies_to.clone()?;
    let (customer, _) = movement.customer()?;
    Some((customer.clone(), kind, number))
}

/// The sources of which there is an entry in the general ledger, whatever account it is on.
pub(super) async fn posted_from(tx: &Tx, movements: &[Movement]) -> Result<HashSet<(String, String)>> {
    use general_ledger::entry::{Column, Entity};
    let sources = || movements.iter().filter_map(|movement| movement.source.as_ref());
    let ids: BTreeSet<_> = sources().map(|source| source.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let kinds: BTreeSet<_> = sources().map(|source| source.kind.as_str()).collect();
    let found = Entity::find().select_only().columns([Column::SourceKind, Column::SourceId]);
    let of_ids = found.filter(Column::SourceId.is_in(ids)).filter(Column::SourceKind.is_in(kinds));
    Ok(of_ids.distinct().into_tuple::<(String, String)>().all(tx).await?.into_iter().collect())
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
