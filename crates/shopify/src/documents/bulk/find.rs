use std::sync::LazyLock;

use super::operation::Status;
use crate::documents::query;
use crate::{Document, cost, schema};

/// As many operations are looked through.
const MOST: i32 = 100;

/// Among which operations one is looked for.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct FindVariables {
    first: i32,
    query: String,
}

impl FindVariables {
    /// Among the mutations that were asked for since then.
    pub(crate) fn since(time: &str) -> Self {
        Self { first: MOST, query: format!("operation_type:mutation AND created_at:>='{time}'") }
    }

    pub(crate) fn example() -> Self {
        Self::since("2026-01-01T00:00:00Z")
    }
}

/// A query for bulk mutations, with the text that each was asked with.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "FindVariables")]
pub struct BulkFind {
    #[arguments(first: $first, query: $query)]
    pub(crate) bulk_operations: Asked,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkOperationConnection")]
pub(crate) struct Asked {
    pub(crate) nodes: Vec<AskedOne>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkOperation")]
pub(crate) struct AskedOne {
    pub(crate) id: cynic::Id,
    pub(crate) status: Status,
    pub(crate) query: String,
}

impl Document for BulkFind {
    const NAME: &'static str = "BulkFind";
    type Variables = FindVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<BulkFind, _>(BulkFind::NAME, FindVariables::example()));
        &TEXT
    }

    fn cost(_: &FindVariables) -> u32 {
        const OPERATION: u32 = 1;
        cost::connection(MOST.unsigned_abs(), OPERATION)
    }
}
