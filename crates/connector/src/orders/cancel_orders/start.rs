use access::Principal;
use job_queue::Queue;
use uuid::Uuid;

use super::CancelOptions;
use super::options::NOTE;
use crate::orders::CANCEL_ORDERS;
use crate::orders::chosen::{Task, start};
use crate::skipped::Kind;
use crate::{Connector, Error, Started};

/// Tells Shopify to call these staged orders of one shop off, in the background or at once as the shop card says. Orders that
/// are cancelled are passed over.
///
/// # Errors
/// [`Error::Chosen`] when none is chosen, too many are, one is not there, they are of several shops, all are cancelled, or the
/// note is too long; and as [`sync()`](crate::sync()).
pub async fn for_orders(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    ids: &[Uuid],
    options: &CancelOptions,
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    if options.staff_note.trim().chars().count() > NOTE {
        return Err(Error::Chosen(format!("the note to the staff is too long: it may have {NOTE} characters")));
    }
    let task = Task {
        object: CANCEL_ORDERS,
        options: serde_json::to_value(options).map_err(|error| Error::Unwritable(error.to_string()))?,
        is_for: |order| order.cancelled_at.is_none(),
        waits_as: Some(Kind::Change),
        nothing: "these orders are cancelled already",
    };
    start(connector, queue, by, ids, time_zone, task).await
}
