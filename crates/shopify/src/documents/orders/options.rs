//! The states of an order. A value that this version does not know is kept as it is written.

use crate::schema;

/// How far an order is paid.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderDisplayFinancialStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum FinancialStatus {
    Authorized,
    Expired,
    Paid,
    PartiallyPaid,
    PartiallyRefunded,
    Pending,
    Refunded,
    Voided,
    #[cynic(fallback)]
    Other(String),
}

/// How far an order is shipped.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderDisplayFulfillmentStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum FulfillmentStatus {
    Fulfilled,
    FulfillmentNotRequired,
    InProgress,
    OnHold,
    Open,
    PartiallyFulfilled,
    PendingFulfillment,
    RequestDeclined,
    Restocked,
    Scheduled,
    Unfulfilled,
    #[cynic(fallback)]
    Other(String),
}

/// How far an order is returned.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderReturnStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum ReturnStatus {
    InspectionComplete,
    InProgress,
    NoReturn,
    Returned,
    ReturnFailed,
    ReturnRequested,
    #[cynic(fallback)]
    Other(String),
}

/// Why an order was cancelled.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderCancelReason", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum CancelReason {
    Customer,
    Declined,
    Fraud,
    Inventory,
    Other,
    Staff,
    #[cynic(fallback)]
    Unknown(String),
}

/// How likely an order is fraud.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "RiskAssessmentResult", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum RiskLevel {
    High,
    Low,
    Medium,
    None,
    Pending,
    #[cynic(fallback)]
    Other(String),
}

/// Whether a fact speaks for or against an order.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "RiskFactSentiment", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum Sentiment {
    Negative,
    Neutral,
    Positive,
    #[cynic(fallback)]
    Other(String),
}
