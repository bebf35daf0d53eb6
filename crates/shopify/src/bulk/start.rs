use super::query::BulkQuery;
use crate::documents::bulk::{BulkRunQuery, QueryCode, RunQueryVariables, Started};
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
    payload.bulk_operation.ok_or(Error::Malformed {
        store,
        document: BulkRunQuery::NAME,
        reason: "it names no operation".to_owned(),
    })
}
