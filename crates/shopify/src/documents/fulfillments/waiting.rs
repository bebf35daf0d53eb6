use chrono::{DateTime, Utc};

use crate::cost::connection;
use crate::documents::orders::{Cursor, DeliveryMethod, FulfillmentOrderStatus, LineOfFulfillmentOrder};
use crate::schema;

/// As many come with an order: most have one, for each place that sends a part of it.
pub(super) const WAITING: u32 = 50;
/// As many lines come with one, each with the line of the order.
const LINES: u32 = 250;
/// Its lines.
pub(super) const LINES_COST: u32 = connection(LINES, 2);
/// One: itself, what may be done with it, its place with the location, the way, why it is held, its lines.
const WAITING_COST: u32 = 6 + LINES_COST;
/// Those that come with an order.
pub(super) const ALL_WAITING_COST: u32 = connection(WAITING, WAITING_COST);

/// The parts in which an order is sent.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FulfillmentOrderConnection")]
pub struct WaitingConnection {
    /// The parts.
    pub nodes: Vec<Waiting>,
    pub(super) page_info: Cursor,
}

/// A part of an order that is sent from one place in one way.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FulfillmentOrder")]
pub struct Waiting {
    /// The id.
    pub id: cynic::Id,
    /// When anything about it changed last.
    pub updated_at: DateTime<Utc>,
    /// How far it has come.
    pub status: FulfillmentOrderStatus,
    /// How far a service was asked to send it.
    pub request_status: RequestStatus,
    /// When it is to be sent.
    pub fulfill_at: Option<DateTime<Utc>>,
    /// What may be done with it.
    pub supported_actions: Vec<SupportedAction>,
    /// From where it is sent.
    pub assigned_location: WaitingPlace,
    /// How it is sent.
    pub delivery_method: Option<DeliveryMethod>,
    /// Why it is not to be sent yet.
    pub fulfillment_holds: Vec<Hold>,
    /// Its lines.
    #[arguments(first: 250)]
    pub line_items: WaitingLineConnection,
}

/// Something that may be done with a part of an order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentOrderSupportedAction")]
pub struct SupportedAction {
    /// What.
    pub action: Action,
}

/// A place from which goods are sent.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentOrderAssignedLocation")]
pub struct WaitingPlace {
    /// What it is called.
    pub name: String,
    /// The location, if it is there still.
    pub location: Option<Place>,
}

/// A location.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Location")]
pub struct Place {
    /// The id.
    pub id: cynic::Id,
    /// Whether it is a service that sends goods for others.
    pub is_fulfillment_service: bool,
}

/// Why a part of an order is not to be sent yet.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentHold")]
pub struct Hold {
    /// Why.
    pub reason: HoldReason,
    /// Why, in words.
    pub display_reason: String,
}

/// The lines of a part.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FulfillmentOrderLineItemConnection")]
pub struct WaitingLineConnection {
    /// The lines.
    pub nodes: Vec<WaitingLine>,
    pub(super) page_info: Cursor,
}

/// A line of a part.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentOrderLineItem")]
pub struct WaitingLine {
    /// The id.
    pub id: cynic::Id,
    /// How many of it there were.
    pub total_quantity: i32,
    /// How many are still to be sent.
    pub remaining_quantity: i32,
    /// The line of the order.
    pub line_item: LineOfFulfillmentOrder,
}

/// What may be done with a part of an order.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentOrderAction", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum Action {
    CreateFulfillment,
    ReleaseHold,
    MarkAsOpen,
    RequestFulfillment,
    #[cynic(fallback)]
    Other(String),
}

/// How far a service was asked to send a part of an order.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentOrderRequestStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum RequestStatus {
    Accepted,
    CancellationAccepted,
    CancellationRejected,
    CancellationRequested,
    Closed,
    Rejected,
    Submitted,
    Unsubmitted,
    #[cynic(fallback)]
    Other(String),
}

/// Why a part of an order is not to be sent yet.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentHoldReason", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum HoldReason {
    AwaitingPayment,
    AwaitingReturnItems,
    HighRiskOfFraud,
    IncorrectAddress,
    InventoryOutOfStock,
    OnlineStorePostPurchaseCrossSell,
    UnknownDeliveryDate,
    #[cynic(fallback)]
    Other(String),
}
