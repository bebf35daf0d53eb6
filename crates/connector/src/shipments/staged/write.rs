use std::collections::BTreeSet;

use database::{Tx, insert_many, upsert_many};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{parcel_line, waiting, waiting_line};
use crate::Error;
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::shipments::there::{Order, Parcel};

/// Keeps what waits of orders, in place of what was kept of it; each order with what people call it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep_waiting(tx: &Tx, ground: &Ground, orders: &[(&Order, &str)]) -> Result<(), Error> {
    let ids: Vec<i64> = orders.iter().map(|(order, _)| order.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    waiting_line::Entity::delete_many()
        .filter(waiting_line::Column::ShopifyOrderId.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    waiting::Entity::delete_many().filter(waiting::Column::ShopifyOrderId.is_in(ids)).exec(tx).await?;
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for (order, number) in orders {
        for part in &order.waiting {
            let id = ground.random.id(ground.now);
            let row = waiting::Model {
                id,
                shop_code: ground.shop.code.clone(),
                shopify_fulfillment_order_id: part.id,
                shopify_order_id: order.id,
                shopify_order_number: (*number).to_owned(),
                status: part.status.clone(),
                request_status: part.request_status.clone(),
                delivery_method_type: part.method.clone(),
                location_id: part.location_id,
                location_name: cut(&part.location_name, 250),
                hold_reasons: cut(&part.holds.join(", "), 250),
                updated_at: part.updated_at,
                read_at: ground.now,
            };
            rows.push(row.into_active_model());
            lines.extend(part.lines.iter().map(|line| {
                let line = waiting_line::Model {
                    id: ground.random.id(ground.now),
                    fulfillment_order_id: id,
                    shopify_fulfillment_order_line_id: line.id,
                    shopify_order_id: order.id,
                    line_id: line.line_id,
                    total_quantity: i32::try_from(line.total).unwrap_or(i32::MAX),
                    remaining_quantity: i32::try_from(line.remaining).unwrap_or(i32::MAX),
                };
                line.into_active_model()
            }));
        }
    }
    insert_many(tx, rows).await?;
    Ok(insert_many(tx, lines).await?)
}

/// Keeps what is in parcels; what is in one does not change, so that one which is kept stays as it is.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep_parcels(tx: &Tx, ground: &Ground, parcels: &[(i64, &Parcel)]) -> Result<(), Error> {
    use parcel_line::{Column, Entity, Model};
    let ids: BTreeSet<i64> = parcels.iter().map(|(_, parcel)| parcel.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let kept: BTreeSet<i64> = Entity::find()
        .select_only()
        .column(Column::ShopifyFulfillmentId)
        .distinct()
        .filter(Column::ShopifyFulfillmentId.is_in(ids))
        .into_tuple::<i64>()
        .all(tx)
        .await?
        .into_iter()
        .collect();
    let new = parcels.iter().filter(|(_, parcel)| !kept.contains(&parcel.id));
    let lines = new.flat_map(|(order, parcel)| {
        parcel.pieces.iter().map(move |(line, quantity)| (order, parcel.id, *line, *quantity))
    });
    let id = || -> Uuid { ground.random.id(ground.now) };
    let rows = lines.map(|(order, parcel, line_id, quantity)| {
        let row = Model {
            id: id(),
            shopify_fulfillment_id: parcel,
            line_id,
            shopify_order_id: *order,
            quantity: i32::try_from(quantity).unwrap_or(i32::MAX),
        };
        row.into_active_model()
    });
    upsert_many(tx, rows.collect(), &[Column::ShopifyFulfillmentId, Column::LineId], &[]).await?;
    Ok(())
}
