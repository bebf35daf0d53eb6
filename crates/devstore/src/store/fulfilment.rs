use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::order::Order;

/// The pieces of an order that one location is to send.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FulfillmentOrder {
    pub id: u64,
    pub location_id: u64,
    pub status: FulfillmentOrderStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub lines: Vec<FulfillmentOrderLine>,
    pub holds: Vec<Hold>,
    /// Whether its pieces are shipped; else there is nothing to bring to anyone.
    #[serde(default = "super::location::yes")]
    pub ships: bool,
    /// How it stands with the service that sends from the location.
    #[serde(default)]
    pub request: RequestStatus,
    /// When it is to be sent; at once when nothing is said.
    #[serde(default)]
    pub fulfill_at: Option<DateTime<Utc>>,
}

/// How far a fulfilment order has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum FulfillmentOrderStatus {
    Open,
    /// Some of it was sent, or the service is at it.
    InProgress,
    OnHold,
    /// It is to be sent later.
    Scheduled,
    /// The service has given it up.
    Incomplete,
    Closed,
    Cancelled,
}

/// How it stands with what the shop has asked a service for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RequestStatus {
    /// Nothing was asked for.
    #[default]
    Unsubmitted,
    /// The service was asked to send it.
    Submitted,
    /// The service sends it.
    Accepted,
    /// The service does not send it.
    Rejected,
    /// The service has done with it.
    Closed,
}

impl RequestStatus {
    /// The value of the enum in the schema.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Unsubmitted => "UNSUBMITTED",
            Self::Submitted => "SUBMITTED",
            Self::Accepted => "ACCEPTED",
            Self::Rejected => "REJECTED",
            Self::Closed => "CLOSED",
        }
    }
}

impl FulfillmentOrderStatus {
    /// The value of the enum in the schema.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::InProgress => "IN_PROGRESS",
            Self::OnHold => "ON_HOLD",
            Self::Scheduled => "SCHEDULED",
            Self::Incomplete => "INCOMPLETE",
            Self::Closed => "CLOSED",
            Self::Cancelled => "CANCELLED",
        }
    }

    /// Whether there is still something to do. What a service has given up is still owed, and its stock held back.
    pub(crate) const fn is_active(self) -> bool {
        !matches!(self, Self::Closed | Self::Cancelled)
    }
}

/// Pieces of one line of the order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FulfillmentOrderLine {
    pub id: u64,
    pub line_id: u64,
    pub total: u32,
    pub remaining: u32,
    /// Whether the pieces were taken from what is to be sold, and are committed there.
    #[serde(default)]
    pub claimed: bool,
}

/// Why a fulfilment order is not to be sent yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Hold {
    pub id: u64,
    pub reason: String,
    pub notes: Option<String>,
    pub handle: Option<String>,
    pub external_id: Option<String>,
}

/// A parcel.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Fulfillment {
    pub id: u64,
    /// `#1001-F1`.
    pub name: String,
    pub location_id: u64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub cancelled: bool,
    pub tracking: Vec<Tracking>,
    pub lines: Vec<FulfillmentLine>,
    /// Where it has been seen since, oldest first.
    #[serde(default)]
    pub events: Vec<ParcelEvent>,
}

/// Something that happened to a parcel on its way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ParcelEvent {
    pub id: u64,
    pub status: String,
    pub message: Option<String>,
    pub happened_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub estimated_delivery_at: Option<DateTime<Utc>>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub zip: Option<String>,
}

/// Where a parcel can be followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tracking {
    pub company: Option<String>,
    pub number: Option<String>,
    pub url: Option<String>,
}

/// Pieces of one line of the order that are in a parcel.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FulfillmentLine {
    pub id: u64,
    pub line_id: u64,
    pub fulfillment_order_id: u64,
    pub quantity: u32,
    /// Whether the pieces were committed before they were sent.
    #[serde(default)]
    pub claimed: bool,
}

impl Fulfillment {
    /// What people are shown: where it was seen last, or that it was sent.
    pub(crate) fn display_status(&self) -> &str {
        match self.events.last() {
            _ if self.cancelled => "CANCELED",
            Some(event) => &event.status,
            None => "FULFILLED",
        }
    }

    /// When it was first seen so.
    pub(crate) fn seen(&self, status: &str) -> Option<DateTime<Utc>> {
        self.events.iter().find(|event| event.status == status).map(|event| event.happened_at)
    }
}

impl FulfillmentOrder {
    /// How many pieces are still to be sent.
    pub(crate) fn remaining(&self) -> u32 {
        self.lines.iter().map(|line| line.remaining).sum()
    }

    /// What may be done with it; `of_service` when a service of another app sends from its location.
    pub(crate) const fn actions(&self, of_service: bool) -> &'static [&'static str] {
        use FulfillmentOrderStatus as Status;
        match (self.status, of_service, self.request) {
            (Status::Open, true, RequestStatus::Unsubmitted | RequestStatus::Rejected) => {
                &["CREATE_FULFILLMENT", "REQUEST_FULFILLMENT", "MOVE", "HOLD"]
            }
            (Status::Open, true, RequestStatus::Submitted) => &["CANCEL_FULFILLMENT_ORDER"],
            (Status::InProgress, true, _) => &["CREATE_FULFILLMENT", "REQUEST_CANCELLATION"],
            (Status::Open | Status::InProgress, ..) => &["CREATE_FULFILLMENT", "MOVE", "HOLD"],
            (Status::OnHold, ..) => &["RELEASE_HOLD", "HOLD", "MOVE"],
            (Status::Scheduled, ..) => &["MARK_AS_OPEN", "MOVE"],
            (Status::Incomplete | Status::Closed | Status::Cancelled, ..) => &[],
        }
    }

    /// Its status when nothing holds it back: it is in progress when something of it was sent, as `begun` says, or when
    /// a service has accepted it.
    pub(crate) const fn unheld(&self, begun: bool) -> FulfillmentOrderStatus {
        if begun || matches!(self.request, RequestStatus::Accepted) {
            FulfillmentOrderStatus::InProgress
        } else {
            FulfillmentOrderStatus::Open
        }
    }

    /// The same as `DeliveryMethodType`.
    pub(crate) const fn method(&self) -> &'static str {
        if self.ships { "SHIPPING" } else { "NONE" }
    }
}

impl Order {
    /// The fulfilment order with this id.
    pub(crate) fn fulfillment_order(&self, id: u64) -> Option<&FulfillmentOrder> {
        self.fulfillment_orders.iter().find(|other| other.id == id)
    }

    /// How many pieces of the line were sent.
    pub(crate) fn fulfilled(&self, line: u64) -> u32 {
        let sent = self.fulfillments.iter().filter(|fulfillment| !fulfillment.cancelled);
        sent.flat_map(|fulfillment| &fulfillment.lines).filter(|sent| sent.line_id == line).map(|l| l.quantity).sum()
    }

    /// Whether something of the fulfilment order was sent.
    pub(crate) fn sent_from(&self, fulfillment_order: u64) -> bool {
        let mut sent = self.fulfillments.iter().filter(|parcel| !parcel.cancelled).flat_map(|parcel| &parcel.lines);
        sent.any(|line| line.fulfillment_order_id == fulfillment_order)
    }

    /// How many pieces of the line are still to be sent.
    pub(crate) fn unfulfilled(&self, line: u64) -> u32 {
        let active = self.fulfillment_orders.iter().filter(|other| other.status.is_active());
        active.flat_map(|other| &other.lines).filter(|other| other.line_id == line).map(|other| other.remaining).sum()
    }

    /// How far the sending has come.
    pub(super) fn sending_status(&self) -> &'static str {
        let sent = self.fulfillments.iter().any(|fulfillment| !fulfillment.cancelled);
        let left = || self.fulfillment_orders.iter().filter(|other| other.status.is_active() && other.remaining() > 0);
        let all = |status| left().all(|other| other.status == status);
        match (sent, left().next().is_some()) {
            (true, false) => "FULFILLED",
            (true, true) => "PARTIALLY_FULFILLED",
            (false, true) if all(FulfillmentOrderStatus::OnHold) => "ON_HOLD",
            (false, true) if all(FulfillmentOrderStatus::Scheduled) => "SCHEDULED",
            (false, true) if left().any(|other| other.status == FulfillmentOrderStatus::InProgress) => "IN_PROGRESS",
            (false, _) => "UNFULFILLED",
        }
    }
}
