use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::Code;

use super::applied::Applied;
use super::create::create;
use super::fail::{fail, forget, settle};
use super::setup::Setup;
use super::update::update;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::products::staged::{self, Whole, product};
use crate::products::write;

/// How many products are looked up at a time.
const BATCH: u64 = 250;

/// What is done with the items of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Create,
    Update,
}

/// Makes items of what is none yet, and changes those of what has changed, as the shop card says; of the named products
/// alone, where some are named.
pub(crate) async fn run(cx: &Context, ground: &Ground, named: Option<&[i64]>) -> Result<Applied, JobError> {
    let mut applied = Applied::default();
    let verbs =
        [(Verb::Create, ground.shop.auto_create_unknown_items), (Verb::Update, ground.shop.shopify_can_update_items)];
    if verbs.iter().all(|(_, is_wanted)| !is_wanted) {
        return Ok(applied);
    }
    let setup = &cx.db().read(|r| async move { Setup::read(&r, &ground.shop, ground.now).await }).await?;
    for (verb, _) in verbs.into_iter().filter(|(_, is_wanted)| *is_wanted) {
        let mut last = 0;
        loop {
            let (shop, after) = (&ground.shop.code, last);
            let due = |r| async move {
                match verb {
                    Verb::Create => staged::unmapped(&r, shop, after, BATCH).await,
                    Verb::Update => changed(&r, shop, after).await,
                }
            };
            let ids: Vec<i64> = cx.db().read(due).await?;
            let Some(end) = ids.last() else { break };
            last = *end;
            for id in ids.iter().filter(|id| named.is_none_or(|named| named.contains(id))) {
                cx.check()?;
                apply(cx, ground, setup, (verb, *id), &mut applied).await?;
            }
        }
    }
    Ok(applied)
}

/// Does one product, in a transaction of its own.
async fn apply(
    cx: &Context,
    ground: &Ground,
    setup: &Setup,
    (verb, id): (Verb, i64),
    applied: &mut Applied,
) -> Result<(), JobError> {
    let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
    let done = cx.write(|tx| async move { one(&tx, ground, setup, (verb, id)).await }).await;
    match done {
        Ok(None) => {}
        Ok(Some(is_whole)) => {
            *(if verb == Verb::Create { &mut applied.created } else { &mut applied.updated }) += 1;
            applied.skipped += u64::from(!is_whole);
        }
        Err(why) if why.is_of_the_record() => {
            applied.failed += 1;
            let why = &why;
            cx.write(|tx| async move { failed(&tx, ground, id, why).await }).await?;
        }
        Err(other) => return Err(other.into()),
    }
    Ok(())
}

/// Nothing when the product is gone; else whether all of it is items now.
async fn one(tx: &Tx, ground: &Ground, setup: &Setup, (verb, id): (Verb, i64)) -> Result<Option<bool>, Error> {
    let Some(before) = staged::by_ids(tx, &ground.shop.code, &[id]).await?.pop() else { return Ok(None) };
    let mut whole = before.clone();
    match verb {
        Verb::Create => create(tx, ground, setup, &mut whole).await?,
        Verb::Update => update(tx, ground, setup, &mut whole).await?,
    }
    keep(tx, ground, verb == Verb::Create, &before, whole).await.map(Some)
}

/// Keeps what was linked. Whether all of the product is items now, where that was wanted.
pub(super) async fn keep(
    tx: &Tx,
    ground: &Ground,
    is_made: bool,
    before: &Whole,
    mut whole: Whole,
) -> Result<bool, Error> {
    let is_whole = if is_made {
        settle(tx, ground, &mut whole).await?
    } else {
        forget(tx, ground, &mut whole).await?;
        true
    };
    let rows = whole.variants.iter().zip(&before.variants).filter(|(now, before)| now != before);
    let variants: Vec<_> = rows.map(|(now, _)| now.clone()).collect();
    write::products(tx, std::slice::from_ref(&whole.product)).await?;
    write::variants(tx, &variants).await?;
    Ok(is_whole)
}

pub(super) async fn failed(tx: &Tx, ground: &Ground, id: i64, why: &Error) -> Result<(), Error> {
    match staged::by_ids(tx, &ground.shop.code, &[id]).await?.pop() {
        Some(whole) => fail(tx, ground, &whole.product, why).await,
        None => Ok(()),
    }
}

/// The ids of the shop's next products whose items do not know yet what they say.
async fn changed(c: &impl ConnectionTrait, shop: &Code<20>, last: i64) -> Result<Vec<i64>, Error> {
    use product::{Column, Entity};
    let due = Entity::find()
        .select_only()
        .column(Column::ShopifyProductId)
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ItemsDue.eq(true))
        .filter(Column::ItemNumber.ne(""))
        .filter(Column::ShopifyProductId.gt(last))
        .order_by_asc(Column::ShopifyProductId)
        .limit(BATCH);
    Ok(due.into_tuple().all(c).await?)
}
