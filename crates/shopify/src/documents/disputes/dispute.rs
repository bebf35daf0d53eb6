use chrono::{DateTime, Utc};

use super::options::{DisputeReason, DisputeStatus, DisputeType};
use crate::documents::payouts::BalanceMoney;
use crate::schema;

/// A dispute, its reason and its order.
pub(super) const COST: u32 = 3;

/// A dispute.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsDispute")]
pub struct Dispute {
    /// The id.
    pub id: cynic::Id,
    /// What is disputed, in the currency of the payout.
    pub amount: BalanceMoney,
    /// How it stands.
    pub status: DisputeStatus,
    /// What kind it is.
    #[cynic(rename = "type")]
    pub dispute_type: DisputeType,
    /// Why it was opened.
    pub reason_details: ReasonDetails,
    /// When it was opened.
    pub initiated_at: DateTime<Utc>,
    /// Until when evidence is wanted.
    pub evidence_due_by: Option<DateTime<Utc>>,
    /// When evidence was sent.
    pub evidence_sent_on: Option<DateTime<Utc>>,
    /// When it was decided.
    pub finalized_on: Option<DateTime<Utc>>,
    /// The order whose payment is disputed; none when Shopify does not know it any more.
    pub order: Option<OrderOfDispute>,
}

/// Why a dispute was opened.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsDisputeReasonDetails")]
pub struct ReasonDetails {
    /// In Shopify's words.
    pub reason: DisputeReason,
    /// The code of the card network.
    pub network_reason_code: Option<String>,
}

/// The order of a dispute.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Order")]
pub struct OrderOfDispute {
    /// The id.
    pub id: cynic::Id,
    /// Its number, as `#1001`.
    pub name: String,
}
