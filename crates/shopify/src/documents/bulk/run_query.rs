use std::sync::LazyLock;

use super::operation::Started;
use super::user_error::QueryComplaint;
use crate::documents::mutation;
use crate::{Document, Kind, schema};

/// Which query, and in which order its lines are wanted.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct RunQueryVariables {
    /// The text of the query.
    pub query: String,
    /// Whether the children of a record follow it at once, which takes longer.
    pub grouped: bool,
}

impl RunQueryVariables {
    pub(crate) fn example() -> Self {
        Self { query: "{ orders { edges { node { id } } } }".to_owned(), grouped: false }
    }
}

/// Starts a bulk query.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "RunQueryVariables")]
pub struct BulkRunQuery {
    #[arguments(query: $query, groupObjects: $grouped)]
    pub(crate) bulk_operation_run_query: Option<RunQueryPayload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkOperationRunQueryPayload")]
pub(crate) struct RunQueryPayload {
    pub(crate) bulk_operation: Option<Started>,
    pub(crate) user_errors: Vec<QueryComplaint>,
}

impl Document for BulkRunQuery {
    const NAME: &'static str = "BulkRunQuery";
    /// It changes nothing: when the answer is lost, a second start does no harm but to take a second of five places.
    const KIND: Kind = Kind::Query;
    type Variables = RunQueryVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<BulkRunQuery, _>(BulkRunQuery::NAME, RunQueryVariables::example()));
        &TEXT
    }

    fn cost(_: &RunQueryVariables) -> u32 {
        super::MUTATION
    }
}
