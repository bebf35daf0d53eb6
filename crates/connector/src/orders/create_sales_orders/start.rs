use access::Principal;
use job_queue::Queue;
use serde_json::Value;
use uuid::Uuid;

use crate::orders::CREATE_SALES_ORDERS;
use crate::orders::chosen::{Task, start};
use crate::orders::staged::order::Model;
use crate::{Connector, Error, Started};

/// Creates the sales documents of these staged orders of one shop: report 30103 runs for them alone, in the background or
/// at once as the shop card says. Orders that have their document are passed over.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, or all have their
/// document; and as [`sync()`](crate::sync()).
pub async fn for_orders(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    let task = Task {
        object: CREATE_SALES_ORDERS,
        options: Value::Null,
        is_for: Model::awaits_document,
        waits_as: None,
        nothing: "these orders have their sales documents already, are set aside, or were cancelled before anything was paid",
    };
    start(connector, queue, by, ids, time_zone, task).await
}
