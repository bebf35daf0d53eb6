use std::time::Duration;

use super::finish::Finish;
use super::heard::Heard;
use crate::documents::bulk::{BulkRead, IdVariables, Operation};
use crate::{Client, Document, Error};

/// The time between the first looks, and between the last ones.
const SHORTEST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(30);

/// Waits until an operation has ended, however. It looks at once, then more and more seldom, and whenever something is
/// told to `finish`. Each look costs a point.
///
/// # Errors
/// Why it can't be looked at; the operation goes on.
pub async fn wait(client: &Client, id: &cynic::Id, finish: &Finish) -> Result<Operation, Error> {
    let mut told = finish.listen();
    let mut pause = SHORTEST;
    loop {
        let operation = look(client, id).await?;
        if operation.status.is_final() {
            return Ok(operation);
        }
        tokio::select! {
            () = client.clock().sleep(pause) => pause = (pause * 3 / 2).min(LONGEST),
            // The other end of the channel is `finish` itself, which outlives this.
            _ = told.changed() => {}
        }
    }
}

/// How an operation stands.
///
/// # Errors
/// [`Error::Rejected`] for one that the store does not know any more, and what may go wrong with every call.
pub async fn look(client: &Client, id: &cynic::Id) -> Result<Operation, Error> {
    let answer = client.run::<BulkRead>(IdVariables { id: id.clone() }).await?;
    let operation = answer.bulk_operation.ok_or_else(|| Error::Rejected {
        store: client.store().domain().to_owned(),
        document: BulkRead::NAME,
        reason: "it no longer knows the bulk operation".to_owned(),
    })?;
    if let Some(observer) = client.observer() {
        observer.of_bulk(Heard::Looked(operation.clone()));
    }
    Ok(operation)
}
