use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};

use crate::documents::bulk::{BulkFind, FindVariables, Started};
use crate::{Client, Error};

/// So far the store's clock may be behind the one here.
const SLOW: TimeDelta = TimeDelta::minutes(10);

/// The mutation that was [marked](super::BulkMutation::marked) so and asked for at that time; none when the store has not
/// begun it. Whoever had no answer asks once the request can't be on its way any more.
///
/// # Errors
/// Why there is no answer.
pub async fn find(client: &Client, mark: &str, asked_at: DateTime<Utc>) -> Result<Option<Started>, Error> {
    let since = (asked_at - SLOW).to_rfc3339_opts(SecondsFormat::Secs, true);
    let asked = client.run::<BulkFind>(FindVariables::since(&since)).await?.bulk_operations.nodes;
    let found = asked.into_iter().find(|one| one.query.contains(mark));
    Ok(found.map(|one| Started { id: one.id, status: one.status }))
}
