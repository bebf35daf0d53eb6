use chrono::{DateTime, Utc};

use crate::schema;

/// When an order is to be paid.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct PaymentTerms {
    /// The id.
    pub id: cynic::Id,
    /// Their name, as `Net 30`.
    pub payment_terms_name: String,
    /// Their kind, as `NET`.
    pub payment_terms_type: PaymentTermsType,
    /// The payments that are agreed upon. One is the rule; two are asked for to tell it from more.
    #[arguments(first: 2)]
    pub payment_schedules: PaymentScheduleConnection,
}

/// The payments that are agreed upon.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct PaymentScheduleConnection {
    /// The payments.
    pub nodes: Vec<PaymentSchedule>,
}

/// A payment that is agreed upon.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct PaymentSchedule {
    /// The id.
    pub id: cynic::Id,
    /// When it is due; none while it waits for something else than a day.
    pub due_at: Option<DateTime<Utc>>,
}

/// A kind of payment terms.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum PaymentTermsType {
    Fixed,
    Fulfillment,
    Net,
    Receipt,
    Unknown,
    #[cynic(fallback)]
    Other(String),
}
