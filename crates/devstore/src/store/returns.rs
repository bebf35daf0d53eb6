use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::money::Bag;
use super::order::{Line, Order};

/// Pieces that come back from the buyer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Return {
    pub id: u64,
    /// `#1001-R1`.
    pub name: String,
    pub status: ReturnStatus,
    pub created_at: DateTime<Utc>,
    pub approved_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it was declined, and what was said about it.
    pub decline: Option<(String, Option<String>)>,
    pub lines: Vec<ReturnLine>,
    pub exchange_lines: Vec<ExchangeLine>,
    pub reverse_order_id: u64,
}

/// How far a return has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ReturnStatus {
    Requested,
    Open,
    Closed,
    Canceled,
    Declined,
}

impl ReturnStatus {
    /// The value of the enum in the schema.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Requested => "REQUESTED",
            Self::Open => "OPEN",
            Self::Closed => "CLOSED",
            Self::Canceled => "CANCELED",
            Self::Declined => "DECLINED",
        }
    }

    /// Whether its pieces count as coming back.
    pub(crate) const fn counts(self) -> bool {
        matches!(self, Self::Requested | Self::Open | Self::Closed)
    }
}

/// Pieces of one line of a parcel.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ReturnLine {
    pub id: u64,
    pub line_id: u64,
    pub fulfillment_line_id: u64,
    pub quantity: u32,
    pub processed: u32,
    pub reason: String,
    pub reason_note: String,
    pub customer_note: Option<String>,
    /// The line of the reverse fulfilment order that waits for the pieces.
    pub reverse_line_id: u64,
    pub dispositions: Vec<Disposition>,
    /// Whether nobody knows when the pieces were sold.
    #[serde(default)]
    pub unverified: bool,
}

/// What became of pieces that came back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Disposition {
    pub id: u64,
    pub kind: String,
    pub quantity: u32,
    pub location_id: Option<u64>,
    pub created_at: DateTime<Utc>,
}

/// What the buyer gets instead.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ExchangeLine {
    pub id: u64,
    pub variant_id: u64,
    pub quantity: u32,
    pub processed: u32,
    /// A piece's price, as it was when the exchange was agreed on.
    pub price: Bag,
    /// The lines of the order that the exchange has made.
    pub line_ids: Vec<u64>,
}

impl Order {
    /// How many pieces of a line of a parcel come back or have come back.
    pub(crate) fn returning(&self, fulfillment_line: u64) -> u32 {
        let returns = self.returns.iter().filter(|other| other.status.counts());
        let lines = returns.flat_map(|other| &other.lines);
        lines.filter(|line| line.fulfillment_line_id == fulfillment_line).map(|line| line.quantity).sum()
    }

    /// How many pieces of a line are announced to come back and have not.
    pub(crate) fn coming_back(&self, line: u64) -> u32 {
        let returns = self.returns.iter().filter(|other| other.status.counts());
        let lines = returns.flat_map(|other| &other.lines).filter(|other| other.line_id == line);
        lines.map(|line| line.quantity.saturating_sub(line.processed)).sum()
    }

    /// How many pieces of a line were sent and are still the buyer's.
    pub(crate) fn kept(&self, line: &Line) -> u32 {
        self.current_quantity(line).saturating_sub(self.unfulfilled(line.id))
    }

    /// How far the returns of the order have come.
    pub(crate) fn return_status(&self) -> &'static str {
        let any = |status| self.returns.iter().any(|other| other.status == status);
        if any(ReturnStatus::Open) {
            "IN_PROGRESS"
        } else if any(ReturnStatus::Requested) {
            "RETURN_REQUESTED"
        } else if any(ReturnStatus::Closed) {
            "RETURNED"
        } else {
            "NO_RETURN"
        }
    }
}
