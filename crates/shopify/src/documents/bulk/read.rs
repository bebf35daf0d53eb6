use std::sync::LazyLock;

use super::operation::Operation;
use crate::documents::query;
use crate::{Document, schema};

/// Which operation.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct IdVariables {
    /// Its id.
    pub id: cynic::Id,
}

impl IdVariables {
    pub(crate) fn example() -> Self {
        Self { id: cynic::Id::new("gid://shopify/BulkOperation/1") }
    }
}

/// A query for one bulk operation.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "IdVariables")]
pub struct BulkRead {
    #[arguments(id: $id)]
    pub(crate) bulk_operation: Option<Operation>,
}

impl Document for BulkRead {
    const NAME: &'static str = "BulkRead";
    type Variables = IdVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| query::<BulkRead, _>(BulkRead::NAME, IdVariables::example()));
        &TEXT
    }

    fn cost(_: &IdVariables) -> u32 {
        const OPERATION: u32 = 1;
        OPERATION
    }
}
