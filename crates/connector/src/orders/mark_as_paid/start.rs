use access::Principal;
use job_queue::Queue;
use serde_json::Value;
use uuid::Uuid;

use crate::orders::MARK_AS_PAID;
use crate::orders::chosen::{Task, start};
use crate::skipped::Kind;
use crate::{Connector, Error, Started};

/// Tells Shopify that these staged orders of one shop are paid, in the background or at once as the shop card says. Orders
/// that are paid or cancelled are passed over.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, or none is to be
/// paid; and as [`sync()`](crate::sync()).
pub async fn for_orders(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    let task = Task {
        object: MARK_AS_PAID,
        options: Value::Null,
        is_for: |order| !order.fully_paid && order.cancelled_at.is_none(),
        waits_as: Some(Kind::Change),
        nothing: "these orders are paid or cancelled already",
    };
    start(connector, queue, by, ids, time_zone, task).await
}
