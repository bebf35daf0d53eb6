use access::Principal;
use job_queue::{Filters, Queue};
use serde_json::Value;

use super::Model;
use crate::orders::CREATE_SALES_ORDERS;
use crate::{Connector, Error, Started, Sync, sync};

/// Takes up one skipped record: the object that skipped it runs for the shop, for that record alone.
///
/// # Errors
/// As [`sync()`].
pub async fn retry(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    skipped: &Model,
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    let table = if skipped.retry_object_id == CREATE_SALES_ORDERS { "ShopifyOrder" } else { "OrdersToImport" };
    let only = Filters::new().with(format!("{table}.shopifyOrderId"), skipped.shopify_id.to_string());
    let task = Sync {
        shop: skipped.shop_code.to_string(),
        object: skipped.retry_object_id,
        options: Value::Null,
        filters: only,
        time_zone,
    };
    sync(connector, queue, by, &task).await
}
