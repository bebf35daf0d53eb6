use std::collections::{BTreeSet, HashMap, HashSet};

use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::entry::{Column, Entity, Model};
use crate::Result;
use crate::general_ledger::DocumentType;

/// What an open entry is found by: the customer, and the kind and number of the document.
pub(crate) type OpenKey = (Code<20>, DocumentType, Code<20>);

/// The open entries of customers for documents, for this transaction alone; the first of each when there are several. In
/// one statement, and in one order, so that two who settle the same do not wait for each other in a circle.
pub(crate) async fn open_of(tx: &Tx, keys: &[OpenKey]) -> Result<HashMap<OpenKey, Model>> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let customers: BTreeSet<_> = keys.iter().map(|(customer, ..)| customer.clone()).collect();
    let numbers: BTreeSet<_> = keys.iter().map(|(.., number)| number.clone()).collect();
    let found = Entity::find()
        .filter(Column::DocumentNumber.is_in(numbers))
        .filter(Column::CustomerNumber.is_in(customers))
        // Asked for what is open, SQLite looks through all that is.
        .filter(Column::Open.ne(false))
        .order_by_asc(Column::EntryNumber)
        .lock_exclusive()
        .all(tx)
        .await?;
    let wanted: HashSet<&OpenKey> = keys.iter().collect();
    let mut open = HashMap::new();
    for entry in found {
        let key = (entry.customer_number.clone(), entry.document_type, entry.document_number.clone());
        if wanted.contains(&key) {
            open.entry(key).or_insert(entry);
        }
    }
    Ok(open)
}
