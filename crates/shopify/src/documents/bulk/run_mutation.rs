use std::sync::LazyLock;

use super::operation::Started;
use super::user_error::MutationComplaint;
use crate::documents::mutation;
use crate::{Document, Kind, schema};

/// Which mutation, and what it is run with.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct RunMutationVariables {
    /// The text of the mutation.
    pub mutation: String,
    /// The key under which the variables were uploaded, a line for each run.
    pub path: String,
    /// A name of our own, of 10 to 255 letters.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
}

impl RunMutationVariables {
    pub(crate) fn example() -> Self {
        Self { mutation: String::new(), path: String::new(), client: Some(String::new()) }
    }
}

/// Starts a bulk mutation.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "RunMutationVariables")]
pub struct BulkRunMutation {
    #[arguments(mutation: $mutation, stagedUploadPath: $path, clientIdentifier: $client)]
    pub(crate) bulk_operation_run_mutation: Option<RunMutationPayload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkOperationRunMutationPayload")]
pub(crate) struct RunMutationPayload {
    pub(crate) bulk_operation: Option<Started>,
    pub(crate) user_errors: Vec<MutationComplaint>,
}

impl Document for BulkRunMutation {
    const NAME: &'static str = "BulkRunMutation";
    const KIND: Kind = Kind::Mutation;
    type Variables = RunMutationVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<BulkRunMutation, _>(BulkRunMutation::NAME, RunMutationVariables::example()));
        &TEXT
    }

    fn cost(_: &RunMutationVariables) -> u32 {
        super::MUTATION
    }
}
