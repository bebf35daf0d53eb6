use access::Principal;
use database::{Tx, search};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::note::forget;
use crate::orders::staged::order;
use crate::{Connector, Error};

/// See [`Settlement::Resolve`](super::Settlement::Resolve).
pub(super) async fn resolve(connector: &Connector, tx: &Tx, by: &Principal, order: &order::Model) -> Result<(), Error> {
    require(order)?;
    settled(tx, order, order::ActiveModel::default()).await?;
    let nothing = serde_json::json!({});
    connector.audit().record_about(tx, by, "order conflict resolved", order.about(), nothing).await?;
    Ok(())
}

/// Checks that the order waits for someone to look at what Shopify changed.
pub(super) fn require(order: &order::Model) -> Result<(), Error> {
    match order.has_order_state_error {
        true => Ok(()),
        false => Err(Error::OrderState(format!(
            "Shopify has changed nothing of {} since its document was made",
            order.shopify_order_number
        ))),
    }
}

/// Takes the flag and what was written down from an order, and sets what else is given.
pub(super) async fn settled(tx: &Tx, order: &order::Model, also: order::ActiveModel) -> Result<(), Error> {
    let without = order::ActiveModel {
        has_order_state_error: Set(false),
        has_error: Set(false),
        error_message: Set(String::new()),
        ..also
    };
    order::Entity::update_many().set(without).filter(order::Column::Id.eq(order.id)).exec(tx).await?;
    forget(tx, &[order.id]).await?;
    let now = order::Entity::find_by_id(order.id).one(tx).await?;
    search::keep::<order::Entity>(tx, now.iter()).await?;
    tx.changed::<order::Entity>(&[order.id]).await?;
    Ok(())
}
