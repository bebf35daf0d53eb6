use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::account::Payments;
use super::balance::NewBalance;
use super::summary::Summary;

/// Money on its way between the account and the merchant's bank.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Payout {
    pub id: u64,
    pub currency: String,
    /// Below zero where the bank is asked for money.
    pub amount: Decimal,
    pub status: PayoutStatus,
    pub summary: Summary,
    pub issued_at: DateTime<Utc>,
    /// When the bank has it, if nothing goes wrong.
    pub arrives_at: DateTime<Utc>,
    /// What the bank calls it, once it is there.
    pub trace_id: Option<String>,
}

/// `ShopifyPaymentsPayoutStatus`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum PayoutStatus {
    Canceled,
    Failed,
    InTransit,
    Paid,
    Scheduled,
}

impl PayoutStatus {
    /// As the schema names it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Canceled => "CANCELED",
            Self::Failed => "FAILED",
            Self::InTransit => "IN_TRANSIT",
            Self::Paid => "PAID",
            Self::Scheduled => "SCHEDULED",
        }
    }

    /// Whether the money is under way.
    pub(crate) const fn is_open(self) -> bool {
        matches!(self, Self::InTransit | Self::Scheduled)
    }
}

impl Payout {
    /// `ShopifyPaymentsPayoutTransactionType`.
    pub(crate) fn transaction_type(&self) -> &'static str {
        if self.amount < Decimal::ZERO { "WITHDRAWAL" } else { "DEPOSIT" }
    }
}

impl Payments {
    /// Pays these transactions, which are of one currency, out in one payout, and books the transfer. Where they come to
    /// nothing there is no payout, and they wait for others.
    pub(super) fn pay_out(&mut self, currency: &str, transactions: &[u64], now: DateTime<Utc>) -> Option<u64> {
        let mut summary = Summary::default();
        for transaction in transactions.iter().filter_map(|id| self.transactions.get(id)) {
            summary.add(transaction);
        }
        let amount = summary.net();
        if amount.is_zero() {
            return None;
        }
        let id = self.ids.next();
        for transaction in transactions {
            self.put_into(id, *transaction);
        }
        let transfer = NewBalance::of("TRANSFER", currency, -amount, now).sourced("TRANSFER", id);
        let transfer = self.put_balance(transfer);
        self.put_into(id, transfer);
        let payout = Payout {
            id,
            currency: currency.to_owned(),
            amount,
            status: PayoutStatus::Scheduled,
            summary,
            issued_at: now,
            arrives_at: now + self.schedule.on_the_way(),
            trace_id: None,
        };
        self.payouts.insert(id, Arc::new(payout));
        Some(id)
    }

    /// Changes how a payout stands. The money of one that fails or is called off comes back, and is paid out again.
    pub(crate) fn change_payout(&mut self, id: u64, status: PayoutStatus, now: DateTime<Utc>) {
        let Some(payout) = self.payouts.get_mut(&id) else { return };
        let payout = Arc::make_mut(payout);
        payout.status = status;
        let back = match status {
            PayoutStatus::Failed => "TRANSFER_FAILURE",
            PayoutStatus::Canceled => "TRANSFER_CANCEL",
            PayoutStatus::Paid => {
                payout.trace_id = Some(format!("SHP{id}"));
                return;
            }
            PayoutStatus::InTransit | PayoutStatus::Scheduled => return,
        };
        let back = NewBalance::of(back, &payout.currency, payout.amount, now).sourced("TRANSFER", id);
        self.put_balance(back);
    }
}
