use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use shopify::documents::orders::Changed;

use crate::Error;
use crate::orders::SYNC_ORDERS;
use crate::orders::import::hash_of_closed;
use crate::orders::mapping::Ground;
use crate::orders::staged::order;
use crate::skipped::{self, Kind, Skipped};

/// Writes down what came of archiving orders, so that the next import finds nothing new; those of which the store says nothing
/// are archived by the next run. Gives how many are not archived.
pub(super) async fn record(
    tx: &Tx,
    ground: &Ground,
    orders: &[order::Model],
    told: &[Option<Changed>],
) -> Result<u64, Error> {
    let (mut archived, mut refused, mut silent) = (Vec::new(), Vec::new(), 0);
    for (order, told) in orders.iter().zip(told) {
        let Some(told) = told else {
            silent += 1;
            continue;
        };
        let complaints: Vec<&str> = told.user_errors.iter().map(|error| error.message.trim_end_matches('.')).collect();
        // What someone has archived meanwhile is archived.
        let is_closed = told.order.as_ref().is_some_and(|order| order.closed)
            || complaints.iter().any(|text| text.to_ascii_lowercase().contains("already closed"));
        if !is_closed {
            let why =
                if complaints.is_empty() { "the store says nothing of it".to_owned() } else { complaints.join("; ") };
            refused.push(Skipped {
                kind: Kind::Change,
                ..Skipped::order_failed(
                    order,
                    format!("Archiving was refused: {why}."),
                    "It is not tried again by itself. Archive it in Shopify, or try again.".to_owned(),
                    SYNC_ORDERS,
                )
            });
            continue;
        }
        let closed_at = told.order.as_ref().and_then(|order| order.closed_at).unwrap_or(ground.now);
        let closed = order::ActiveModel {
            closed: Set(true),
            closed_at: Set(Some(closed_at)),
            content_hash: Set(hash_of_closed(&order.content_hash)),
            ..Default::default()
        };
        order::Entity::update_many().set(closed).filter(order::Column::Id.eq(order.id)).exec(tx).await?;
        archived.push(order.id);
    }
    tx.changed::<order::Entity>(&archived).await?;
    let count = refused.len() as u64 + silent;
    skipped::record(tx, &ground.seen(), refused).await?;
    Ok(count)
}
