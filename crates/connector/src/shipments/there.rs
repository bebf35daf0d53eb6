//! How an order is sent, as Shopify says at this moment: the parts that wait, and what was sent.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use job_queue::{Context, JobError};
use shopify::Client;
use shopify::documents::fulfillments::{self, Action, OrderToFulfill, ParcelLineConnection, Waiting};
use shopify::documents::orders::FulfillmentState;
use shopify_schema::gid::OrderId;

use super::staged::shipped::Pieces;
use super::staged::waiting::{RequestStatus, Status};
use crate::Error;
use crate::orders::import::{number, option};
use crate::orders::options::DeliveryMethod;

/// An order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    /// Its id.
    pub id: i64,
    /// Whether it was called off.
    pub is_cancelled: bool,
    /// The parts in which it is sent, by their ids.
    pub waiting: Vec<Part>,
    /// What was sent of it, by their ids.
    pub parcels: Vec<Parcel>,
}

/// A part of an order that is sent from one place in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub id: i64,
    pub status: Status,
    pub request_status: RequestStatus,
    /// 0 for one that is gone.
    pub location_id: i64,
    pub location_name: String,
    /// Whether the place is a service that sends goods for the store.
    pub is_of_service: bool,
    pub method: DeliveryMethod,
    /// Whether a parcel may be made of it now.
    pub may_be_sent: bool,
    /// Why it is not to be sent yet, in words.
    pub holds: Vec<String>,
    /// When it is to be sent.
    pub fulfill_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    /// By their ids.
    pub lines: Vec<PartLine>,
}

impl Part {
    /// Whether nothing of it will ever be sent.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.status, Status::Closed | Status::Cancelled | Status::Incomplete)
    }

    /// Whether a parcel of it is made from here now.
    pub(super) fn is_ready(&self) -> bool {
        self.may_be_sent && !self.is_of_service
    }
}

/// A line of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartLine {
    pub id: i64,
    /// The line of the order.
    pub line_id: i64,
    pub total: i64,
    pub remaining: i64,
}

/// Something that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parcel {
    pub id: i64,
    pub name: String,
    /// Whether it was called off, or went wrong.
    pub is_off: bool,
    pub created_at: DateTime<Utc>,
    /// The numbers by which it is followed.
    pub tracking: Vec<String>,
    /// What is in it.
    pub pieces: Pieces,
}

/// Reads these orders; one that is not there, or may not be read, is left out.
///
/// # Errors
/// A lost lease or a wish to stop; why there is no answer.
pub(super) async fn read(cx: &Context, client: &Client, ids: &[i64]) -> Result<HashMap<i64, Order>, JobError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let asked: Vec<OrderId> = ids.iter().filter_map(|id| u64::try_from(*id).ok()).map(OrderId::new).collect();
    let told = cx.send(fulfillments::of_orders(client, &asked)).await?.map_err(Error::Shopify)?;
    Ok(told.into_values().map(|order| Order::from(&order)).map(|order| (order.id, order)).collect())
}

impl From<&OrderToFulfill> for Order {
    fn from(told: &OrderToFulfill) -> Self {
        let mut waiting: Vec<Part> = told.fulfillment_orders.nodes.iter().map(Part::from).collect();
        waiting.sort_by_key(|part| part.id);
        let parcel = |told: &fulfillments::Parcel| Parcel {
            id: number(&told.id),
            name: told.name.clone(),
            is_off: matches!(
                told.status,
                FulfillmentState::Cancelled | FulfillmentState::Error | FulfillmentState::Failure
            ),
            created_at: told.created_at,
            tracking: told.tracking_info.iter().filter_map(|one| one.number.clone()).collect(),
            pieces: pieces(&told.fulfillment_line_items),
        };
        let mut parcels: Vec<Parcel> = told.fulfillments.iter().map(parcel).collect();
        parcels.sort_by_key(|parcel| parcel.id);
        Self { id: number(&told.id), is_cancelled: told.cancelled_at.is_some(), waiting, parcels }
    }
}

/// What is in a parcel: a line of the order may be there more than once.
pub(super) fn pieces(lines: &ParcelLineConnection) -> Pieces {
    let mut pieces: Pieces = BTreeMap::new();
    for line in &lines.nodes {
        *pieces.entry(number(&line.line_item.id)).or_default() += i64::from(line.quantity.unwrap_or_default());
    }
    pieces
}

impl From<&Waiting> for Part {
    fn from(told: &Waiting) -> Self {
        let location = told.assigned_location.location.as_ref();
        let line = |line: &fulfillments::WaitingLine| PartLine {
            id: number(&line.id),
            line_id: number(&line.line_item.id),
            total: line.total_quantity.into(),
            remaining: line.remaining_quantity.into(),
        };
        let mut lines: Vec<PartLine> = told.line_items.nodes.iter().map(line).collect();
        lines.sort_by_key(|line| line.id);
        Self {
            id: number(&told.id),
            status: option(&told.status),
            request_status: option(&told.request_status),
            location_id: location.map_or(0, |location| number(&location.id)),
            location_name: told.assigned_location.name.clone(),
            is_of_service: location.is_some_and(|location| location.is_fulfillment_service),
            method: told.delivery_method.as_ref().map(|method| option(&method.method_type)).unwrap_or_default(),
            may_be_sent: told.supported_actions.iter().any(|one| one.action == Action::CreateFulfillment),
            holds: told.fulfillment_holds.iter().map(|hold| hold.display_reason.clone()).collect(),
            fulfill_at: told.fulfill_at,
            updated_at: told.updated_at,
            lines,
        }
    }
}
