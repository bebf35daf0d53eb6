use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::orders::close;
use shopify_schema::gid::OrderId;

use super::due::due;
use super::record::record;
use crate::Error;
use crate::orders::mapping::Ground;

/// Archives in Shopify what is done with, each once: what Shopify refuses waits for a person. Gives how many were refused.
///
/// # Errors
/// Why there is no answer: then they are archived by the next run.
pub(crate) async fn run(cx: &Context, client: &Client, ground: &Ground) -> Result<u64, JobError> {
    let (mut refused, mut last) = (0, None);
    loop {
        let (orders, next) = &cx.db().read(|r| async move { due(&r, ground, last).await }).await?;
        last = *next;
        if last.is_none() {
            return Ok(refused);
        }
        let id = |id: i64| OrderId::new(u64::try_from(id).unwrap_or_default()).to_string();
        let ids: Vec<String> = orders.iter().map(|order| id(order.shopify_order_id)).collect();
        let told = &cx.send(close(client, &ids)).await?.map_err(Error::Shopify)?;
        let ground = &Ground { now: cx.clock().now(), ..ground.clone() };
        refused += cx.write(|tx| async move { record(&tx, ground, orders, told).await }).await?;
    }
}
