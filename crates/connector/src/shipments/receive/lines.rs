//! What is in fulfilments: read of Shopify once, and kept.

use std::collections::HashMap;

use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shopify::Client;
use shopify::documents::fulfillments;

use super::due::Due;
use crate::Error;
use crate::orders::import::number;
use crate::orders::mapping::Ground;
use crate::shipments::send::gid;
use crate::shipments::staged::keep_parcels;
use crate::shipments::staged::parcel_line::{Column, Entity};
use crate::shipments::staged::shipped::Pieces;
use crate::shipments::there::{Parcel, pieces};

/// What is in each of these, by its id; fifty that are new take a call.
///
/// # Errors
/// A lost lease or a wish to stop; why the store does not answer.
pub(super) async fn of(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    due: &[Due],
) -> Result<HashMap<i64, Pieces>, JobError> {
    let ids: &Vec<i64> = &due.iter().map(|one| one.fulfillment.shopify_fulfillment_id).collect();
    let mut known = cx.db().read(|r| async move { kept(&r, ids).await }).await?;
    let new: Vec<&Due> =
        due.iter().filter(|one| !known.contains_key(&one.fulfillment.shopify_fulfillment_id)).collect();
    if new.is_empty() {
        return Ok(known);
    }
    let asked: Vec<String> = new.iter().map(|one| gid("Fulfillment", one.fulfillment.shopify_fulfillment_id)).collect();
    let told = cx.send(fulfillments::lines(client, &asked)).await?.map_err(Error::Shopify)?;
    let told: HashMap<i64, Pieces> =
        told.into_values().map(|parcel| (number(&parcel.id), pieces(&parcel.fulfillment_line_items))).collect();
    let parcel = |one: &&Due| {
        let made = &one.fulfillment;
        let pieces = told.get(&made.shopify_fulfillment_id)?.clone();
        let (id, name, created_at) = (made.shopify_fulfillment_id, made.name.clone(), made.created_at);
        // By what it is followed is staged with its order.
        Some((made.shopify_order_id, Parcel { id, name, is_off: false, created_at, tracking: Vec::new(), pieces }))
    };
    let parcels: Vec<(i64, Parcel)> = new.iter().filter_map(parcel).collect();
    let (parcels, now) = (&parcels, &ground.at(cx.clock().now()));
    let write = |tx: Tx| async move {
        let parcels: Vec<(i64, &Parcel)> = parcels.iter().map(|(order, parcel)| (*order, parcel)).collect();
        keep_parcels(&tx, now, &parcels).await
    };
    cx.write(write).await?;
    known.extend(told);
    Ok(known)
}

async fn kept(c: &impl ConnectionTrait, ids: &[i64]) -> Result<HashMap<i64, Pieces>, Error> {
    let rows = Entity::find().filter(Column::ShopifyFulfillmentId.is_in(ids.iter().copied())).all(c).await?;
    let mut kept: HashMap<i64, Pieces> = HashMap::new();
    for row in rows {
        kept.entry(row.shopify_fulfillment_id).or_default().insert(row.line_id, row.quantity.into());
    }
    Ok(kept)
}
