//! What an earlier run has sent without hearing of it comes to its end before anything is planned.

use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;
use database::{Read, Tx};
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shopify::Client;
use uuid::Uuid;
use values::Code;

use super::batch::{self, Told, attempt, settled};
use super::collect;
use super::ground::Ground;
use super::send::{said, set_at};
use crate::Error;
use crate::operations::KEY_IS_KNOWN_FOR;
use crate::stock::staged::batch::{Column, Entity, Model, State};
use crate::stock::staged::inventory;

/// So long settled batches are kept.
const KEPT: TimeDelta = TimeDelta::days(2);

/// Sends again what is open, as it was written and with its key, which the store knows. What it does not set is looked at
/// anew: of its places no number is known. Gives how many numbers were set.
pub(super) async fn settle(cx: &Context, client: &Client, ground: &Ground) -> Result<u64, JobError> {
    let (shop, mut set) = (&ground.shop.code, 0);
    let find = |r: Read| async move {
        let open = Entity::find().filter(Column::ShopCode.eq(shop.clone())).filter(Column::State.eq(State::Open));
        Ok::<_, Error>(open.order_by_asc(Column::CreatedAt).all(&r).await?)
    };
    for batch in cx.db().read(find).await? {
        let now = cx.clock().now();
        let told =
            if now - batch.created_at < KEY_IS_KNOWN_FOR { Some(attempt(cx, client, &batch).await?) } else { None };
        match told {
            Some(Told::Set(at)) => {
                let (places, at) = (places(&batch)?, said(ground, at));
                let rows = rows(cx, &places).await?.into_iter().map(|row| {
                    let set = places.get(&row.id).copied().unwrap_or(row.shopify_stock);
                    let on_hand = row.shopify_on_hand + set - row.shopify_stock;
                    set_at(inventory::Model { shopify_stock: set, shopify_on_hand: on_hand, ..row }.compared(), at, now)
                });
                let rows: Vec<_> = rows.collect();
                set += rows.len() as u64;
                settled(cx, &batch, rows).await?;
            }
            Some(Told::UnderWay) => {}
            Some(Told::Refused(_)) | None => {
                let rows = rows(cx, &places(&batch)?).await?;
                let items: &BTreeSet<Code<20>> = &rows.iter().map(|row| row.item_number.clone()).collect();
                let unknown = |row: inventory::Model| inventory::Model { said_at: None, ..row };
                let (batch, rows) = (&batch, &rows.into_iter().map(unknown).collect::<Vec<_>>());
                let write = |tx: Tx| async move {
                    collect::keep_marked(cx, &tx, shop, items).await?;
                    batch::settle(&tx, batch, rows).await
                };
                cx.write(write).await?;
            }
        }
    }
    forget(cx).await?;
    Ok(set)
}

fn places(batch: &Model) -> Result<HashMap<Uuid, i64>, Error> {
    let places: Vec<(Uuid, i64)> =
        serde_json::from_str(&batch.places).map_err(|why| Error::Unwritable(why.to_string()))?;
    Ok(places.into_iter().collect())
}

async fn rows(cx: &Context, places: &HashMap<Uuid, i64>) -> Result<Vec<inventory::Model>, Error> {
    let ids = || places.keys().copied();
    let find = |r: Read| async move {
        Ok::<_, Error>(inventory::Entity::find().filter(inventory::Column::Id.is_in(ids())).all(&r).await?)
    };
    cx.db().read(find).await
}

async fn forget(cx: &Context) -> Result<(), JobError> {
    let before = cx.clock().now() - KEPT;
    let write = |tx: Tx| async move {
        Entity::delete_many()
            .filter(Column::State.eq(State::Settled))
            .filter(Column::CreatedAt.lt(before))
            .exec(&tx)
            .await?;
        Ok::<_, Error>(())
    };
    Ok(cx.write(write).await?)
}
