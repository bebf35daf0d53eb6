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
}

/// How far a fulfilment order has come. None is scheduled for later: no order here is placed ahead of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum FulfillmentOrderStatus {
    Open,
    OnHold,
    Closed,
    Cancelled,
}

impl FulfillmentOrderStatus {
    /// The value of the enum in the schema.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::OnHold => "ON_HOLD",
            Self::Closed => "CLOSED",
            Self::Cancelled => "CANCELLED",
        }
    }

    /// Whether there is still something to do.
    pub(crate) const fn is_active(self) -> bool {
        matches!(self, Self::Open | Self::OnHold)
    }

    /// What may be done with it.
    pub(crate) const fn actions(self) -> &'static [&'static str] {
        match self {
            Self::Open => &["CREATE_FULFILLMENT", "MOVE", "HOLD"],
            Self::OnHold => &["RELEASE_HOLD", "HOLD", "MOVE"],
            Self::Closed | Self::Cancelled => &[],
        }
    }
}

/// Pieces of one line of the order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FulfillmentOrderLine {
    pub id: u64,
    pub line_id: u64,
    pub total: u32,
    pub remaining: u32,
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
}

impl FulfillmentOrder {
    /// How many pieces are still to be sent.
    pub(crate) fn remaining(&self) -> u32 {
        self.lines.iter().map(|line| line.remaining).sum()
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

    /// How many pieces of the line are still to be sent.
    pub(crate) fn unfulfilled(&self, line: u64) -> u32 {
        let active = self.fulfillment_orders.iter().filter(|other| other.status.is_active());
        active.flat_map(|other| &other.lines).filter(|other| other.line_id == line).map(|other| other.remaining).sum()
    }

    /// How far the sending has come.
    pub(super) fn sending_status(&self) -> &'static str {
        let sent = self.fulfillments.iter().any(|fulfillment| !fulfillment.cancelled);
        let left = || self.fulfillment_orders.iter().filter(|other| other.status.is_active() && other.remaining() > 0);
        let held = || left().all(|other| other.status == FulfillmentOrderStatus::OnHold);
        match (sent, left().next().is_some()) {
            (true, false) => "FULFILLED",
            (true, true) => "PARTIALLY_FULFILLED",
            (false, true) if held() => "ON_HOLD",
            (false, _) => "UNFULFILLED",
        }
    }
}
