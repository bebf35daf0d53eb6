//! The choices of customers. A value that this version does not know is kept as it is written.

use crate::schema;

/// Whether a customer has an account in the store.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CustomerState", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum CustomerState {
    Declined,
    Disabled,
    Enabled,
    Invited,
    #[cynic(fallback)]
    Other(String),
}

/// Whether a customer wants to be written to.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "CustomerEmailAddressMarketingState", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum MarketingState {
    Invalid,
    NotSubscribed,
    Pending,
    Subscribed,
    Unsubscribed,
    #[cynic(fallback)]
    Other(String),
}
