use access::{Action, Area, Principal};
use database::{Tx, search};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::orders::options::DifferenceReason;
use crate::orders::staged::order::{ActiveModel, Column, Entity, Model};
use crate::orders::{chosen, updates};
use crate::{Connector, Error};

/// Orders forget their documents (Unlink Processed Documents): they are unprocessed, and what Shopify changes of them is
/// followed. The documents stay and keep their links: while there is one, creating documents finds it and makes no second.
/// By themselves, runs make none either. Gives how many were unlinked; orders without a document are passed over.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, or one is not there; [`Error::OrderState`] when none has a document.
pub async fn unlink(connector: &Connector, by: &Principal, ids: &[Uuid]) -> Result<u64, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let ids = &chosen::ids(ids, chosen::ORDERS)?;
    let write = |tx: Tx| async move {
        let query = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).lock_exclusive();
        let orders = query.all(&tx).await?;
        chosen::require_all(ids, &orders)?;
        let linked: Vec<Model> = orders.into_iter().filter(|order| order.processed).collect();
        if linked.is_empty() {
            return Err(Error::OrderState("none of these orders has a document".to_owned()));
        }
        let these: Vec<Uuid> = linked.iter().map(|order| order.id).collect();
        let unlinked = ActiveModel {
            processed: Set(false),
            auto_create: Set(false),
            sales_order_number: Set(Code::blank()),
            sales_invoice_number: Set(Code::blank()),
            has_error: Set(false),
            error_message: Set(String::new()),
            has_order_state_error: Set(false),
            difference_amount: Set(Amount::ZERO),
            difference_reason: Set(DifferenceReason::Blank),
            ..Default::default()
        };
        Entity::update_many().set(unlinked).filter(Column::Id.is_in(these.iter().copied())).exec(&tx).await?;
        updates::forget(&tx, &these).await?;
        let now = Entity::find().filter(Column::Id.is_in(these.iter().copied())).all(&tx).await?;
        search::keep::<Entity>(&tx, &now).await?;
        tx.changed::<Entity>(&these).await?;
        for order in &linked {
            let detail = serde_json::json!({ "document": order.document_number().as_str() });
            connector.audit().record_about(&tx, by, "order unlinked", order.about(), detail).await?;
        }
        Ok(linked.len() as u64)
    };
    connector.db().write(write).await
}
