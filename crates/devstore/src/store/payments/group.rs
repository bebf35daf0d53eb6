/// The groups of a payout's summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Adjustments,
    Advances,
    Charges,
    Refunds,
    ReservedFunds,
    RetriedPayouts,
}

impl Group {
    /// The group of a type of transactions. What has none of its own is an adjustment.
    pub(super) fn of(kind: &str) -> Self {
        match kind {
            "CHARGE" | "CHARGE_ADJUSTMENT" => Self::Charges,
            "REFUND" | "REFUND_ADJUSTMENT" | "REFUND_FAILURE" => Self::Refunds,
            "RESERVED_FUNDS" | "RESERVED_FUNDS_REVERSAL" | "RESERVED_FUNDS_WITHDRAWAL" => Self::ReservedFunds,
            "TRANSFER_CANCEL" | "TRANSFER_FAILURE" | "TRANSFER_REFUND" => Self::RetriedPayouts,
            "ADVANCE" | "ADVANCE_FUNDING" => Self::Advances,
            _ => Self::Adjustments,
        }
    }
}
