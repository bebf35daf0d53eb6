use crate::schema;

/// How a dispute stands. A value that this version does not know is kept as it is written.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "DisputeStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum DisputeStatus {
    Accepted,
    ChargeRefunded,
    Lost,
    NeedsResponse,
    Prevented,
    UnderReview,
    Won,
    #[cynic(fallback)]
    Other(String),
}

/// What kind of dispute it is. A value that this version does not know is kept as it is written.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "DisputeType", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum DisputeType {
    Chargeback,
    Inquiry,
    #[cynic(fallback)]
    Other(String),
}

/// Why the buyer's bank wants the money back. A value that this version does not know is kept as it is written.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsDisputeReason", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum DisputeReason {
    BankCannotProcess,
    CreditNotProcessed,
    CustomerInitiated,
    DebitNotAuthorized,
    Duplicate,
    Fraudulent,
    General,
    IncorrectAccountDetails,
    InsufficientFunds,
    Noncompliant,
    ProductNotReceived,
    ProductUnacceptable,
    SubscriptionCancelled,
    Unrecognized,
    #[cynic(fallback)]
    Other(String),
}
