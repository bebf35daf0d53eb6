use crate::schema;

/// What becomes of the goods of a refund line.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "RefundLineItemRestockType", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum RestockType {
    Cancel,
    LegacyRestock,
    NoRestock,
    Return,
    #[cynic(fallback)]
    Other(String),
}

/// How far a return has come.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ReturnStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum ReturnStatus {
    Canceled,
    Closed,
    Declined,
    Open,
    Requested,
    #[cynic(fallback)]
    Other(String),
}

/// Why a return was declined, any reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct DeclineReason(pub String);

impl cynic::Enum for DeclineReason {
    type SchemaType = schema::ReturnDeclineReason;
}

/// Why a refund comes to another amount than its parts, any reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Discrepancy(pub String);

impl cynic::Enum for Discrepancy {
    type SchemaType = schema::OrderAdjustmentDiscrepancyReason;
}
