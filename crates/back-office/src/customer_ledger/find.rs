use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::entry::{Column, Entity, Model};
use crate::Result;
use crate::general_ledger::DocumentType;

/// The open entry of a customer for a document, for this transaction alone; the first when there are several.
pub(crate) async fn open_of(
    tx: &Tx,
    customer: &Code<20>,
    document_type: DocumentType,
    document_number: &Code<20>,
) -> Result<Option<Model>> {
    let found = Entity::find()
        .filter(Column::CustomerNumber.eq(customer.clone()))
        .filter(Column::DocumentType.eq(document_type))
        .filter(Column::DocumentNumber.eq(document_number.clone()))
        .filter(Column::Open.eq(true))
        .order_by_asc(Column::EntryNumber)
        .lock_exclusive()
        .one(tx)
        .await?;
    Ok(found)
}
