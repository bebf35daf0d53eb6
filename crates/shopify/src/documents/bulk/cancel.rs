use std::sync::LazyLock;

use super::operation::Started;
use super::read::{IdVariables, IdVariablesFields};
use super::user_error::Complaint;
use crate::documents::mutation;
use crate::{Document, Kind, schema};

/// Cancels a bulk operation.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "IdVariables")]
pub struct BulkCancel {
    #[arguments(id: $id)]
    pub(crate) bulk_operation_cancel: Option<Cancelled>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkOperationCancelPayload")]
pub(crate) struct Cancelled {
    pub(crate) bulk_operation: Option<Started>,
    pub(crate) user_errors: Vec<Complaint>,
}

impl Document for BulkCancel {
    const NAME: &'static str = "BulkCancel";
    /// What is cancelled already stays so.
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = IdVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<BulkCancel, _>(BulkCancel::NAME, IdVariables::example()));
        &TEXT
    }

    fn cost(_: &IdVariables) -> u32 {
        super::MUTATION
    }
}
