use chrono::{DateTime, Utc};

use super::money::MoneyBag;
use crate::{Json, schema};

/// The transactions of an order: themselves, what they follow, and how they were paid.
pub(super) const TRANSACTIONS_COST: u32 = 3;

/// A movement of money, or the attempt.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
pub struct OrderTransaction {
    /// The id.
    pub id: cynic::Id,
    /// What it does.
    pub kind: TransactionKind,
    /// How it went.
    pub status: TransactionStatus,
    /// By what it was made, as `shopify_payments`.
    pub gateway: Option<String>,
    /// The same for people.
    pub formatted_gateway: Option<String>,
    /// Whether a person takes the money, and not a program.
    pub manual_payment_gateway: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was carried out.
    pub processed_at: Option<DateTime<Utc>>,
    /// Whether no money moved, because it is a test.
    pub test: bool,
    /// Why it failed.
    pub error_code: Option<TransactionError>,
    /// By what the payment is known at the gateway.
    pub payment_id: Option<String>,
    /// How much.
    pub amount_set: MoneyBag,
    /// What rounding to whole coins has added.
    pub amount_rounding_set: Option<MoneyBag>,
    /// What the gateway tells. Its form is not promised.
    pub receipt_json: Option<Json>,
    /// The transaction that it follows.
    pub parent_transaction: Option<ParentTransaction>,
    /// How it was paid.
    pub payment_details: Option<PaymentDetails>,
}

/// The transaction that another one follows.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderTransaction")]
pub struct ParentTransaction {
    /// The id.
    pub id: cynic::Id,
}

/// How a transaction was paid.
#[derive(cynic::InlineFragments, Clone, Debug, PartialEq, Eq)]
pub enum PaymentDetails {
    /// By a card.
    CardPaymentDetails(Box<CardPaymentDetails>),
    /// In another way, of which no more is read.
    #[cynic(fallback)]
    Other,
}

/// What is known of the card, the number masked.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct CardPaymentDetails {
    /// Who has issued it, by number.
    pub bin: Option<String>,
    /// What came of the check of the address.
    pub avs_result_code: Option<String>,
    /// What came of the check of the security code.
    pub cvv_result_code: Option<String>,
    /// Its number, of which most is masked.
    pub number: Option<String>,
    /// Whose it is, as `Visa`.
    pub company: Option<String>,
}

/// What a transaction does.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderTransactionKind", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum TransactionKind {
    Authorization,
    Capture,
    Change,
    EmvAuthorization,
    Refund,
    Sale,
    SuggestedRefund,
    Void,
    #[cynic(fallback)]
    Other(String),
}

/// How a transaction went.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "OrderTransactionStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum TransactionStatus {
    AwaitingResponse,
    Error,
    Failure,
    Pending,
    Success,
    Unknown,
    #[cynic(fallback)]
    Other(String),
}

/// Why a transaction failed, any reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct TransactionError(pub String);

impl cynic::Enum for TransactionError {
    type SchemaType = schema::OrderTransactionErrorCode;
}
