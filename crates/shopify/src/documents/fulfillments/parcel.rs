use chrono::{DateTime, Utc};

use crate::cost::connection;
use crate::documents::orders::{Cursor, FulfillmentState};
use crate::schema;

/// As many lines come with one, each with the line of the order.
const LINES: u32 = 250;
/// Its lines.
pub(super) const PARCEL_LINES_COST: u32 = connection(LINES, 2);
/// One: itself, by what it is followed, its lines.
pub(super) const PARCEL_COST: u32 = 2 + PARCEL_LINES_COST;

/// Goods that were sent, handed over or picked up together.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Fulfillment")]
pub struct Parcel {
    /// The id.
    pub id: cynic::Id,
    /// Its number, as `#1001.1`.
    pub name: String,
    /// Whether it was made.
    pub status: FulfillmentState,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// How many pieces.
    pub total_quantity: i32,
    /// By what it is followed.
    #[arguments(first: 10)]
    pub tracking_info: Vec<TrackingNumber>,
    /// What is in it.
    #[arguments(first: 250)]
    pub fulfillment_line_items: ParcelLineConnection,
}

/// By what goods on their way are followed.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentTrackingInfo")]
pub struct TrackingNumber {
    /// The number at the carrier.
    pub number: Option<String>,
}

/// What is in a parcel.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FulfillmentLineItemConnection")]
pub struct ParcelLineConnection {
    /// A line for each line of the order.
    pub nodes: Vec<ParcelLine>,
    pub(super) page_info: Cursor,
}

/// Pieces of a line of the order that are in a parcel.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FulfillmentLineItem")]
pub struct ParcelLine {
    /// How many.
    pub quantity: Option<i32>,
    /// The line of the order.
    pub line_item: SentLine,
}

/// A line of the order.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "LineItem")]
pub struct SentLine {
    /// The id.
    pub id: cynic::Id,
}
