use access::Principal;
use job_queue::Queue;
use serde_json::Value;
use uuid::Uuid;

use crate::orders::IMPORT_AGAIN;
use crate::orders::chosen::{Task, start};
use crate::{Connector, Error, Started};

/// Deletes what is staged of these orders of one shop and imports them again, in the background or at once as the shop card
/// says. Their documents stay, and none is made a second time.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, or Shopify changed all of
/// them after their documents were made; and as [`sync()`](crate::sync()).
pub async fn for_orders(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    let task = Task {
        object: IMPORT_AGAIN,
        options: Value::Null,
        is_for: |order| !order.has_order_state_error,
        waits_as: None,
        nothing: "Shopify changed these orders after their documents were made: apply that or mark it as resolved first",
    };
    start(connector, queue, by, ids, time_zone, task).await
}
