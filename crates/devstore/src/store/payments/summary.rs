use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::balance::NewBalance;

/// What a group of a payout's transactions comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sums {
    pub gross: Decimal,
    pub fee: Decimal,
}

/// What a payout is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    pub adjustments: Sums,
    pub advances: Sums,
    pub charges: Sums,
    pub refunds: Sums,
    pub reserved_funds: Sums,
    pub retried_payouts: Sums,
    pub rebates: Decimal,
}

impl Summary {
    /// Takes a transaction in.
    pub(super) fn add(&mut self, transaction: &NewBalance) {
        if transaction.rebate {
            self.rebates += transaction.net();
            return;
        }
        let sums = self.group_of(&transaction.kind);
        sums.gross += transaction.amount;
        sums.fee += transaction.fee;
    }

    /// The group of a type of transactions. What has none of its own is an adjustment.
    fn group_of(&mut self, kind: &str) -> &mut Sums {
        match kind {
            "CHARGE" | "CHARGE_ADJUSTMENT" => &mut self.charges,
            "REFUND" | "REFUND_ADJUSTMENT" | "REFUND_FAILURE" => &mut self.refunds,
            "RESERVED_FUNDS" | "RESERVED_FUNDS_REVERSAL" | "RESERVED_FUNDS_WITHDRAWAL" => &mut self.reserved_funds,
            "TRANSFER_CANCEL" | "TRANSFER_FAILURE" | "TRANSFER_REFUND" => &mut self.retried_payouts,
            "ADVANCE" | "ADVANCE_FUNDING" => &mut self.advances,
            _ => &mut self.adjustments,
        }
    }

    /// All that came in and went out, before fees.
    pub(crate) fn gross(&self) -> Decimal {
        self.groups().iter().map(|sums| sums.gross).sum::<Decimal>() + self.rebates
    }

    /// All fees.
    pub(crate) fn fees(&self) -> Decimal {
        self.groups().iter().map(|sums| sums.fee).sum()
    }

    /// What is paid out.
    pub(crate) fn net(&self) -> Decimal {
        self.gross() - self.fees()
    }

    const fn groups(&self) -> [Sums; 6] {
        [self.adjustments, self.advances, self.charges, self.refunds, self.reserved_funds, self.retried_payouts]
    }
}
