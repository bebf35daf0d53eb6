use cynic::QueryFragment;
use cynic::queries::SelectionBuilder;
use serde::Deserialize;

use crate::cost::connection;
use crate::documents::orders::MorePages;
use crate::schema;

/// As many come with an order: most have one, for each place that sends a part of it.
pub(super) const FULFILLMENT_ORDERS: u32 = 4;
/// As many lines come with one, where they are asked for.
pub(super) const LINES: u32 = 250;

/// One without its lines: itself, the place with its location, the way.
pub(super) const FULFILLMENT_ORDER_COST: u32 = 4;
/// Its lines, each with the line of the order.
pub(super) const LINES_COST: u32 = connection(LINES, 2);
/// Those that come with an order.
pub(super) const FULFILLMENT_ORDERS_COST: u32 = connection(FULFILLMENT_ORDERS, FULFILLMENT_ORDER_COST);

/// The parts in which an order is sent.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct FulfillmentOrderConnection {
    /// The parts.
    pub nodes: Vec<FulfillmentOrder>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// A part of an order that is sent from one place in one way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FulfillmentOrder {
    /// The id.
    pub id: cynic::Id,
    /// How far it has come.
    pub status: FulfillmentOrderStatus,
    /// From where it is sent.
    pub assigned_location: FulfillmentOrderAssignedLocation,
    /// How it is sent.
    pub delivery_method: Option<DeliveryMethod>,
    /// Its lines. They are there only for an order whose parts are not all sent from the same place in the same way: where
    /// they are, a part says it for the whole order. No order is asked for them; they are put in.
    #[serde(default)]
    pub line_items: Option<FulfillmentOrderLineItemConnection>,
}

impl FulfillmentOrder {
    /// The location that sends it, if it is there still.
    pub fn location(&self) -> Option<&cynic::Id> {
        self.assigned_location.location.as_ref().map(|location| &location.id)
    }
}

/// What is asked of a part with its order.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "FulfillmentOrder")]
#[expect(dead_code, reason = "stands for the text of the query only")]
struct Asked {
    id: cynic::Id,
    status: FulfillmentOrderStatus,
    assigned_location: FulfillmentOrderAssignedLocation,
    delivery_method: Option<DeliveryMethod>,
}

/// The same with its lines.
#[derive(cynic::QueryFragment)]
#[cynic(graphql_type = "FulfillmentOrder")]
#[expect(dead_code, reason = "stands for the text of the query only")]
pub(super) struct AskedWithLines {
    id: cynic::Id,
    status: FulfillmentOrderStatus,
    assigned_location: FulfillmentOrderAssignedLocation,
    delivery_method: Option<DeliveryMethod>,
    #[arguments(first: 250)]
    line_items: FulfillmentOrderLineItemConnection,
}

impl QueryFragment for FulfillmentOrder {
    type SchemaType = schema::FulfillmentOrder;
    type VariablesFields = ();

    const TYPE: Option<&'static str> = Asked::TYPE;

    fn query(builder: SelectionBuilder<'_, Self::SchemaType, Self::VariablesFields>) {
        Asked::query(builder);
    }
}

/// A place from which goods are sent.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct FulfillmentOrderAssignedLocation {
    /// The location, if it is there still.
    pub location: Option<AssignedLocation>,
}

/// A location.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "Location")]
pub struct AssignedLocation {
    /// The id.
    pub id: cynic::Id,
}

/// A way of sending goods.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct DeliveryMethod {
    /// Which way.
    pub method_type: DeliveryMethodType,
}

/// The lines of a part.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct FulfillmentOrderLineItemConnection {
    /// The lines.
    pub nodes: Vec<FulfillmentOrderLineItem>,
    /// Whether these are all.
    pub page_info: MorePages,
}

/// A line of a part.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct FulfillmentOrderLineItem {
    /// The line of the order.
    pub line_item: LineOfFulfillmentOrder,
    /// How many of it.
    pub total_quantity: i32,
}

/// A line of the order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "LineItem")]
pub struct LineOfFulfillmentOrder {
    /// The id.
    pub id: cynic::Id,
}

/// How far a part of an order has come.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum FulfillmentOrderStatus {
    Cancelled,
    Closed,
    Incomplete,
    InProgress,
    OnHold,
    Open,
    Scheduled,
    #[cynic(fallback)]
    Other(String),
}

/// In which way goods are sent.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum DeliveryMethodType {
    Local,
    None,
    PickupPoint,
    PickUp,
    Retail,
    Shipping,
    #[cynic(fallback)]
    Other(String),
}
