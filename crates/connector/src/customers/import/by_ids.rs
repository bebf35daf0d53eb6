//! Customers that are read by their ids, whatever the watermark says: those that a person has named, those that could not
//! be read before, and those that were just changed from here.

use job_queue::{Context, JobError, Summary};
use shopify::Client;
use shopify::documents::customers::{AT_ONCE, by_ids};
use shopify_schema::gid::CustomerId;

use super::fetched::Fetched;
use super::stage::{Which, stage};
use crate::Error;
use crate::customers::staged;
use crate::orders::mapping::Ground;
use crate::skipped::{self, Kind};
use crate::watermark;

/// Reads the customers of these ids and stages them; of those that the store has no more the rows stay, since orders name
/// them, what stood against them is forgotten, and they are not asked for again by themselves. Returns what became of
/// them.
pub(crate) async fn read(cx: &Context, client: &Client, ground: &Ground, ids: &[i64]) -> Result<Summary, JobError> {
    let mut summary = Summary::default();
    for some in ids.chunks(AT_ONCE) {
        let asked: Vec<CustomerId> =
            some.iter().filter_map(|id| u64::try_from(*id).ok()).map(CustomerId::new).collect();
        let found = cx.send(by_ids(client, &asked)).await?.map_err(Error::Shopify)?;
        let gone: Vec<i64> = found.gone.iter().filter_map(|id| i64::try_from(id.number()).ok()).collect();
        let (fetched, gone) = (&Fetched::all(&found.there), &gone);
        let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
        let write = |tx| async move {
            // Cards of one store stage the same customers: one after the other.
            watermark::take_turn(&tx, &ground.shop.domain, watermark::Kind::Customers).await?;
            let mut summary = stage(&tx, ground, Which::All, fetched).await?;
            summary.updated += staged::lose(&tx, &ground.shop.domain, gone).await?;
            skipped::solve_of_store(&tx, &ground.shop.domain, Kind::Customer, gone).await?;
            Ok::<_, Error>(summary)
        };
        summary += cx.write(write).await?;
    }
    Ok(summary)
}
