use bytes::Bytes;

use super::heard::{Beginning, Heard, name_of};
use super::query::BulkQuery;
use crate::documents::bulk::{BulkRunQuery, QueryCode, RunQueryVariables, Started, Type};
use crate::{Client, Document, Error};

/// Starts a query; it costs ten points.
///
/// # Errors
/// [`Error::BulkBusy`] while the store runs as many as it allows, [`Error::Rejected`] for a query that is none, and
/// what may go wrong with every call.
pub async fn start(client: &Client, query: &BulkQuery) -> Result<Started, Error> {
    let variables = RunQueryVariables { query: query.as_str().to_owned(), grouped: query.grouped };
    let answer = client.run::<BulkRunQuery>(variables).await?;
    let store = client.store().domain().to_owned();
    let Some(payload) = answer.bulk_operation_run_query else {
        return Err(Error::Malformed { store, document: BulkRunQuery::NAME, reason: "it has no payload".to_owned() });
    };
    if let Some(first) = payload.user_errors.first() {
        if matches!(first.code, Some(QueryCode::OperationInProgress | QueryCode::LimitReached)) {
            return Err(Error::BulkBusy { store, reason: first.message.trim_end_matches('.').to_owned() });
        }
        let said: Vec<&str> = payload.user_errors.iter().map(|error| error.message.trim_end_matches('.')).collect();
        return Err(Error::Rejected { store, document: BulkRunQuery::NAME, reason: said.join("; ") });
    }
    let started = payload.bulk_operation.ok_or(Error::Malformed {
        store,
        document: BulkRunQuery::NAME,
        reason: "it names no operation".to_owned(),
    })?;
    tell(client, &started, Type::Query, query.as_str(), Bytes::new());
    Ok(started)
}

/// Tells whoever observes the client that an operation was started.
pub(super) fn tell(client: &Client, started: &Started, kind: Type, text: &str, sent: Bytes) {
    let Some(observer) = client.observer() else { return };
    let (id, status) = (started.id.clone(), started.status.clone());
    observer.of_bulk(Heard::Started(Beginning { id, status, kind, name: name_of(text), sent }));
}
