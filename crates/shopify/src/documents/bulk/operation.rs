use std::fmt;

use chrono::{DateTime, Utc};

use crate::{UnsignedInt64, Url, schema};

/// A bulk operation that was just started.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkOperation")]
pub struct Started {
    /// Its id.
    pub id: cynic::Id,
    /// Where it stands.
    pub status: Status,
}

/// A bulk operation, as it is at the moment.
#[derive(cynic::QueryFragment, Clone)]
#[cynic(graphql_type = "BulkOperation")]
pub struct Operation {
    /// Its id.
    pub id: cynic::Id,
    /// Where it stands.
    pub status: Status,
    /// Whether it reads or writes.
    #[cynic(rename = "type")]
    pub kind: Type,
    /// Why it failed.
    pub error_code: Option<Failure>,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// When it ended.
    pub completed_at: Option<DateTime<Utc>>,
    /// How many lines it has written.
    pub object_count: UnsignedInt64,
    /// How many of them are no children of others.
    pub root_object_count: UnsignedInt64,
    /// The bytes of its result.
    pub file_size: Option<UnsignedInt64>,
    /// Where its result is. Whoever knows the address can read it for seven days.
    pub url: Option<Url>,
    /// Where that is what it had written before it failed.
    pub partial_data_url: Option<Url>,
}

impl fmt::Debug for Operation {
    /// Without the addresses, which are as good as a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Operation")
            .field("id", &self.id)
            .field("status", &self.status)
            .field("kind", &self.kind)
            .field("error_code", &self.error_code)
            .field("object_count", &self.object_count)
            .finish_non_exhaustive()
    }
}

/// Where a bulk operation stands.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "BulkOperationStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum Status {
    Canceled,
    Canceling,
    Completed,
    Created,
    Expired,
    Failed,
    Running,
    #[cynic(fallback)]
    Other(String),
}

impl Status {
    /// Whether nothing more will become of it.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Canceled | Self::Completed | Self::Expired | Self::Failed)
    }
}

/// Whether a bulk operation reads or writes.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "BulkOperationType", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum Type {
    Mutation,
    Query,
    #[cynic(fallback)]
    Other(String),
}

/// Why a bulk operation failed.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "BulkOperationErrorCode", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum Failure {
    AccessDenied,
    InternalServerError,
    Timeout,
    #[cynic(fallback)]
    Other(String),
}
