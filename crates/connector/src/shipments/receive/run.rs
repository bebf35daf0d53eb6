use back_office::{posting, sales, shipping_agents};
use database::{Read, Tx};
use job_queue::{Context, JobError, Summary};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shopify::{Client, Meter};

use super::due::{Due, due};
use super::lines;
use super::post::{Came, Known, post};
use super::reason::Reason;
use crate::orders::mapping::Ground;
use crate::shipments::staged::shipped::Pieces;
use crate::shipments::{SYNC_SHIPMENTS, access};
use crate::skipped::{self, Kind, Skipped};
use crate::{Connector, Error, locations, shops};

/// Posts the shipments of fulfilments that were made in a shop's store. The summary counts them as created, and what is not
/// posted as skipped.
///
/// # Errors
/// A lost lease or a wish to stop; why the store does not answer.
pub(crate) async fn run(connector: &Connector, cx: &Context, shop: shops::Model) -> Result<Summary, JobError> {
    let meter = Meter::of(SYNC_SHIPMENTS);
    let client = connector.client_of(cx, &shop).await?.metered(meter.clone()).in_lane(access::lane(cx));
    let ground = Ground::read(cx, shop).await?;
    let summary = run_with(cx, &client, &ground).await?;
    Ok(Summary { calls: meter.calls(), points: meter.points(), ..summary })
}

/// The same with a client of the caller's, who counts its calls.
///
/// # Errors
/// As [`run`].
pub(crate) async fn run_with(cx: &Context, client: &Client, ground: &Ground) -> Result<Summary, JobError> {
    let mut summary = Summary::default();
    let (mut known, mut after) = (None, None);
    loop {
        cx.check()?;
        let (all, next) = cx.db().read(|r| async move { due(&r, ground, after).await }).await?;
        if !all.is_empty() {
            let read = |r: Read| async move { Known::read(&r, ground).await };
            let known = match &mut known {
                Some(known) => known,
                none => none.insert(cx.db().read(read).await?),
            };
            summary += post_all(cx, client, ground, (&*known, all.as_slice())).await?;
        }
        after = next;
        if after.is_none() {
            return Ok(summary);
        }
    }
}

impl Known {
    async fn read(r: &Read, ground: &Ground) -> Result<Self, Error> {
        let places = locations::Entity::find().filter(locations::Column::ShopCode.eq(ground.shop.code.clone()));
        let places = places.all(r).await?.into_iter().filter(|place| !place.default_location_code.is_blank());
        Ok(Self {
            posting: posting::Setup::read(r).await?,
            sales: sales::Setup::read(r).await?,
            agents: shipping_agents::Entity::find().all(r).await?,
            places: places.map(|place| (place.location_id, place.default_location_code)).collect(),
        })
    }
}

impl Due {
    /// What of its pieces belongs to no shipment yet.
    fn left(&self, all: &Pieces) -> Pieces {
        let less = |(line, count): (&i64, &i64)| {
            let left = count - self.taken.get(line).copied().unwrap_or_default();
            (left > 0).then_some((*line, left))
        };
        all.iter().filter_map(less).collect()
    }
}

async fn post_all(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    (known, all): (&Known, &[Due]),
) -> Result<Summary, JobError> {
    let pieces = lines::of(cx, client, ground, all).await?;
    let mut summary = Summary::default();
    for one in all {
        cx.check()?;
        let now = &ground.at(cx.clock().now());
        let Some(all) = pieces.get(&one.fulfillment.shopify_fulfillment_id).filter(|pieces| !pieces.is_empty()) else {
            leave(cx, now, one, Reason::Unreadable).await?;
            summary.skipped += 1;
            continue;
        };
        let pieces = &one.left(all);
        let write = |tx: Tx| async move {
            let came = post(&tx, now, known, one, pieces).await?;
            if matches!(came, Came::Posted) {
                let ids = &[one.fulfillment.shopify_fulfillment_id];
                skipped::solve(&tx, &now.shop.code, Kind::Fulfillment, ids).await?;
            }
            Ok::<_, Error>(came)
        };
        let reason = match cx.write(write).await {
            Ok(Came::Posted) => {
                summary.created += 1;
                continue;
            }
            Ok(Came::NotNow) => continue,
            Ok(Came::Left(reason)) => reason,
            Err(error) if error.is_of_the_record() => Reason::Refused(error.to_string()),
            Err(error) => return Err(error.into()),
        };
        leave(cx, now, one, reason).await?;
        summary.skipped += 1;
    }
    Ok(summary)
}

/// Tells why a fulfilment is not posted.
async fn leave(cx: &Context, ground: &Ground, due: &Due, reason: Reason) -> Result<(), JobError> {
    let told = &Skipped {
        shop_code: ground.shop.code.clone(),
        kind: Kind::Fulfillment,
        shopify_id: due.fulfillment.shopify_fulfillment_id,
        document_name: due.fulfillment.name.clone(),
        cause: reason.to_string(),
        remedy: reason.remedy(),
        retry_object_id: SYNC_SHIPMENTS,
    };
    let write = |tx: Tx| async move { skipped::record(&tx, &ground.seen(), vec![told.clone()]).await };
    Ok(cx.write(write).await?)
}
