use crate::{Client, Error, schema};

/// What the store says against a change.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "UserError")]
pub(super) struct Complaint {
    pub message: String,
}

/// The error that these say; `None` if nobody complains.
pub(super) fn rejected(client: &Client, document: &'static str, complaints: &[Complaint]) -> Option<Error> {
    let said: Vec<&str> = complaints.iter().map(|complaint| complaint.message.trim_end_matches('.')).collect();
    let store = client.store().domain().to_owned();
    (!said.is_empty()).then(|| Error::Rejected { store, document, reason: said.join("; ") })
}

/// An answer without what it must have.
pub(super) fn malformed(client: &Client, document: &'static str) -> Error {
    let store = client.store().domain().to_owned();
    Error::Malformed { store, document, reason: "it names no subscription".to_owned() }
}
