use access::Principal;
use job_queue::{Filters, Queue};
use serde_json::Value;

use super::start::{Started, Sync, entry, ready};
use super::steps::{SYNC_ALL, steps};
use crate::{Connector, Error};

/// *Sync All*: everything that the shop card wants synced, of this shop alone, one after the other. In the background each
/// is an entry of its own, in one transaction; they exclude each other and so keep their order. In the foreground it is one
/// run of [`super::SyncAll`].
///
/// # Errors
/// As [`super::sync`]; [`Error::NothingToSync`] when the shop card wants nothing synced.
pub async fn sync_all(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    shop: &str,
    time_zone: chrono_tz::Tz,
) -> Result<Vec<Started>, Error> {
    let shop = &ready(connector, by, shop, true).await?;
    let steps: Vec<_> = steps(queue.registry(), shop).collect();
    if steps.is_empty() {
        return Err(Error::NothingToSync {
            shop: shop.code.to_string(),
            remedy: "choose on the shop card what is synced, and allow data sync to Shopify for what goes there",
        });
    }
    if !shop.allow_background_syncs {
        let (object, options, filters) = (SYNC_ALL, Value::Null, Filters::new());
        let all = Sync { shop: shop.code.to_string(), object, options, filters, time_zone };
        let started = queue.start_foreground(&entry(queue, &by.user_name, &all, shop)).await?;
        return Ok(vec![Started::Foreground(started)]);
    }
    let entries: Vec<_> =
        steps.iter().map(|action| entry(queue, &by.user_name, &action.sync(shop, time_zone), shop)).collect();
    let entries = &entries;
    let enqueue = |tx| async move {
        let mut started = Vec::with_capacity(entries.len());
        for entry in entries {
            started.push(Started::Background(queue.enqueue(&tx, entry).await?));
        }
        Ok::<_, Error>(started)
    };
    connector.db().write(enqueue).await
}
