//! The products that a store has no more. Nothing tells of them when changes are read: only that there are fewer products
//! than are staged here.

use std::collections::BTreeSet;

use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shopify::Client;
use shopify::documents::products;

use super::by_id;
use super::counts::Counts;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::staged::product::{Column, Entity};
use crate::products::{removal, staged};

/// Takes away the staged products that the store has no more, where it has fewer than are known here: the ids of all are read
/// then, 250 a call. They come from a search, which lags behind the store: what it does not tell is asked for by its id, and
/// only what is not there either is taken away. Returns what became of those.
pub(super) async fn remove(cx: &Context, client: &Client, ground: &Ground, count: u64) -> Result<Counts, JobError> {
    let shop = &ground.shop.code;
    let known_here = |r| async move {
        let of_shop = Entity::find().filter(Column::ShopCode.eq(shop.clone()));
        let removed = removal::of_shop(&r, shop).await?;
        Ok::<_, Error>((of_shop.count(&r).await? + removed.len() as u64, removed))
    };
    let (known, removed) = cx.db().read(known_here).await?;
    if known <= count {
        return Ok(Counts::default());
    }
    let mut missing: BTreeSet<i64> = cx.db().read(|r| async move { staged::of_shop(&r, shop).await }).await?;
    missing.extend(removed);
    let mut next = None;
    loop {
        let (ids, after) = cx.send(products::ids(client, next)).await?.map_err(Error::from)?;
        ids.iter().filter_map(|id| i64::try_from(id.number()).ok()).for_each(|id| _ = missing.remove(&id));
        match after {
            Some(after) => next = Some(after),
            None => break,
        }
    }
    let missing: Vec<i64> = missing.into_iter().collect();
    let (_, counts) = by_id::again(cx, client, ground, &missing).await?;
    Ok(counts)
}
