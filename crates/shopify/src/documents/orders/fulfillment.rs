use chrono::{DateTime, Utc};

use super::variables::OrdersVariablesFields;
use crate::{Url, schema};

/// The fulfilments of an order: themselves and how they are followed.
pub(super) const FULFILLMENTS_COST: u32 = 2;

/// Goods that were sent, handed over or picked up together.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq)]
#[cynic(variables = "OrdersVariables")]
pub struct Fulfillment {
    /// The id.
    pub id: cynic::Id,
    /// Its number, as `#1001.1`.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
    /// Whether it was made.
    pub status: FulfillmentState,
    /// Where it is.
    pub display_status: Option<DeliveryStatus>,
    /// How many pieces.
    pub total_quantity: i32,
    /// By what it is followed.
    #[arguments(first: 10)]
    pub tracking_info: Vec<FulfillmentTrackingInfo>,
    /// Where it was sent from; only for who may read locations.
    #[directives(include(if: $locations))]
    pub location: Option<FulfillmentLocation>,
}

/// By what goods on their way are followed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct FulfillmentTrackingInfo {
    /// The number at the carrier.
    pub number: Option<String>,
    /// The page of the carrier.
    pub url: Option<Url>,
    /// The carrier.
    pub company: Option<String>,
}

/// A place that goods are sent from.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Location")]
pub struct FulfillmentLocation {
    /// The id.
    pub id: cynic::Id,
    /// Its name.
    pub name: String,
}

/// Whether a fulfilment was made.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum FulfillmentState {
    Cancelled,
    Error,
    Failure,
    Success,
    #[cynic(fallback)]
    Other(String),
}

/// Where a fulfilment is.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentDisplayStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum DeliveryStatus {
    AttemptedDelivery,
    Canceled,
    CarrierPickedUp,
    Confirmed,
    Delayed,
    Delivered,
    Failure,
    Fulfilled,
    InTransit,
    LabelPrinted,
    LabelPurchased,
    LabelVoided,
    MarkedAsFulfilled,
    NotDelivered,
    OutForDelivery,
    PickedUp,
    ReadyForPickup,
    Submitted,
    #[cynic(fallback)]
    Other(String),
}
