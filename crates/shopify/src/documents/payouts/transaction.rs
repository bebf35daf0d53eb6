//! A balance transaction.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::money::BalanceMoney;
use crate::documents::orders::Money;
use crate::scalars::BigInt;
use crate::schema;

/// What moved the balance, as `CHARGE`: any of more than a hundred, and any that comes later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TransactionType(pub String);

impl cynic::Enum for TransactionType {
    type SchemaType = schema::ShopifyPaymentsTransactionType;
}

/// Of what kind that is which it comes from, as `REFUND`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceType(pub String);

impl cynic::Enum for SourceType {
    type SchemaType = schema::ShopifyPaymentsSourceType;
}

/// How the payout stands in which it is, as `PENDING`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TransactionPayoutStatus(pub String);

impl cynic::Enum for TransactionPayoutStatus {
    type SchemaType = schema::ShopifyPaymentsBalanceTransactionPayoutStatus;
}

/// A change of the balance.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsBalanceTransaction")]
pub struct BalanceTransaction {
    /// Its id.
    pub id: cynic::Id,
    /// What moved the balance.
    #[cynic(rename = "type")]
    pub kind: TransactionType,
    /// Whether no money moved, because it is a test.
    pub test: bool,
    /// How much, before the fee.
    pub amount: BalanceMoney,
    /// What Shopify keeps of it: positive.
    pub fee: Money,
    /// What is left.
    pub net: Money,
    /// When.
    pub transaction_date: DateTime<Utc>,
    /// Of what kind that is which it comes from.
    pub source_type: Option<SourceType>,
    /// The id of that.
    pub source_id: Option<BigInt>,
    /// The id of the payment of the order.
    pub source_order_transaction_id: Option<BigInt>,
    /// Why something was adjusted.
    pub adjustment_reason: Option<String>,
    /// The order, if it comes from one.
    pub associated_order: Option<AssociatedOrder>,
    /// The payout in which it is.
    pub associated_payout: AssociatedPayout,
}

/// The order of a balance transaction.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsAssociatedOrder")]
pub struct AssociatedOrder {
    /// Its id.
    pub id: cynic::Id,
    /// Its number, as `#1001`.
    pub name: String,
}

/// The payout of a balance transaction.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "ShopifyPaymentsBalanceTransactionAssociatedPayout")]
pub struct AssociatedPayout {
    /// Its id; none as long as it is in none.
    pub id: Option<cynic::Id>,
    /// How that stands.
    pub status: Option<TransactionPayoutStatus>,
}
