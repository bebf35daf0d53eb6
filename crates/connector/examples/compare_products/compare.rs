//! The task that exports products, run once.

use std::sync::Arc;

use access::Principal;
use connector::products::SYNC_PRODUCTS;
use connector::{Connector, Sync};
use job_queue::{Filters, Queue, Registry, Worker, WorkerOptions, log};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;

use crate::{Fallible, SHOP};

/// Plans an export, and prints how many products were compared, how many of them are as they should be, and what it took.
pub async fn compare(connector: &Connector, only_prices: bool) -> Fallible<()> {
    let registry = Arc::new(connector::register(Registry::new(), connector));
    let queue = Queue::new(connector.db().clone(), registry, connector.clock().clone(), connector.random().clone());
    let task = Sync {
        shop: SHOP.into(),
        object: SYNC_PRODUCTS,
        options: json!({ "onlySyncPrices": only_prices }),
        filters: Filters::new(),
        time_zone: chrono_tz::Europe::Oslo,
    };
    connector::sync(connector, &queue, &Principal::system(), &task).await?;
    let began = connector.clock().now();
    Worker::new(queue, WorkerOptions { name: "w".into(), ..WorkerOptions::default() }).work_until_idle().await?;
    let took = connector.clock().now() - began;
    let last = &log::Entity::find().order_by_desc(log::Column::EntryNumber);
    let read = |r| async move { database::Result::<_>::Ok(last.clone().one(&r).await?) };
    let log = connector.db().read(read).await?.ok_or("nothing ran")?;
    let summary = log.summary().ok_or_else(|| log.error_message.clone())?;
    println!(
        "{}",
        json!({ "products": summary.fetched, "unchanged": summary.unchanged, "calls": summary.calls,
            "milliseconds": took.num_milliseconds() })
    );
    Ok(())
}
