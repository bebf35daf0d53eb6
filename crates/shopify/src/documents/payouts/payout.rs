//! A payout.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::money::BalanceMoney;
use crate::documents::orders::Money;
use crate::schema;

/// How a payout stands, as `PAID`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PayoutStatus(pub String);

impl cynic::Enum for PayoutStatus {
    type SchemaType = schema::ShopifyPaymentsPayoutStatus;
}

/// Which way the money goes, as `DEPOSIT`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PayoutTransactionType(pub String);

impl cynic::Enum for PayoutTransactionType {
    type SchemaType = schema::ShopifyPaymentsPayoutTransactionType;
}

/// Money that goes from the balance to the bank, or from there to the balance.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsPayout")]
pub struct Payout {
    /// Its id.
    pub id: cynic::Id,
    /// How it stands.
    pub status: PayoutStatus,
    /// Which way it goes.
    pub transaction_type: PayoutTransactionType,
    /// When it was made.
    pub issued_at: DateTime<Utc>,
    /// How much goes to the bank.
    pub net: BalanceMoney,
    /// By what the bank knows it.
    pub external_trace_id: Option<String>,
    /// Of what it is made.
    pub summary: PayoutSummary,
}

/// Of what a payout is made. Every gross amount is less the fee beside it.
#[derive(cynic::QueryFragment, Clone, Copy, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsPayoutSummary")]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub struct PayoutSummary {
    pub adjustments_fee: Money,
    pub adjustments_gross: Money,
    pub advance_fees: Money,
    pub advance_gross: Money,
    pub charges_fee: Money,
    pub charges_gross: Money,
    pub refunds_fee: Money,
    pub refunds_fee_gross: Money,
    pub reserved_funds_fee: Money,
    pub reserved_funds_gross: Money,
    pub retried_payouts_fee: Money,
    pub retried_payouts_gross: Money,
    pub usdc_rebate_credit_amount: Money,
}
