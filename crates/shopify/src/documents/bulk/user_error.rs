use crate::schema;

/// What Shopify has against a bulk query.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkOperationUserError")]
pub struct QueryComplaint {
    /// Where in the input.
    pub field: Option<Vec<String>>,
    /// What it says.
    pub message: String,
    /// Its name for it.
    pub code: Option<QueryCode>,
}

/// What Shopify has against a bulk mutation.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "BulkMutationUserError")]
pub struct MutationComplaint {
    /// Where in the input.
    pub field: Option<Vec<String>>,
    /// What it says.
    pub message: String,
    /// Its name for it.
    pub code: Option<MutationCode>,
}

/// What Shopify has against something else.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "UserError")]
pub struct Complaint {
    /// Where in the input.
    pub field: Option<Vec<String>>,
    /// What it says.
    pub message: String,
}

/// A name for what is wrong with a bulk query.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "BulkOperationUserErrorCode", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum QueryCode {
    Invalid,
    LimitReached,
    OperationInProgress,
    #[cynic(fallback)]
    Other(String),
}

/// A name for what is wrong with a bulk mutation.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "BulkMutationErrorCode", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum MutationCode {
    InternalFileServerError,
    InvalidMutation,
    InvalidStagedUploadFile,
    LimitReached,
    NoSuchFile,
    OperationInProgress,
    #[cynic(fallback)]
    Other(String),
}
