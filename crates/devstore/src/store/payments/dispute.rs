use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::balance::NewBalance;
use crate::store::{State, Topic};

/// How long a merchant has to send evidence, where nothing else is said.
pub(crate) const TIME_FOR_EVIDENCE: TimeDelta = TimeDelta::days(10);

/// A buyer's bank wants the money of a payment back, or asks about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Dispute {
    pub id: u64,
    pub order: Option<u64>,
    /// The order's transaction that is disputed.
    pub order_transaction: Option<u64>,
    pub amount: Decimal,
    pub currency: String,
    /// `ShopifyPaymentsDisputeReason`.
    pub reason: String,
    pub network_reason_code: Option<String>,
    /// `DisputeStatus`.
    pub status: String,
    /// `DisputeType`.
    pub kind: String,
    /// How it began.
    pub initiated_as: String,
    pub initiated_at: DateTime<Utc>,
    pub evidence_due_by: Option<DateTime<Utc>>,
    pub evidence_sent_on: Option<DateTime<Utc>>,
    pub finalized_on: Option<DateTime<Utc>>,
    /// What was taken from the account and not given back: the amount, and the fee.
    pub withdrawn: Decimal,
    pub fee: Decimal,
}

impl Dispute {
    /// Whether nothing more comes of it.
    pub(crate) fn is_final(&self) -> bool {
        !matches!(self.status.as_str(), "NEEDS_RESPONSE" | "UNDER_REVIEW")
    }
}

impl State {
    /// Puts a dispute as it is now, and moves its money: a chargeback takes the amount and a fee, winning brings both back,
    /// and one that was prevented costs no fee.
    pub(crate) fn put_dispute(&mut self, mut dispute: Dispute, now: DateTime<Utc>) -> Arc<Dispute> {
        let known = self.payments.disputes.contains_key(&dispute.id);
        if dispute.is_final() {
            dispute.finalized_on = dispute.finalized_on.or(Some(now));
        }
        let taken = dispute.kind == "CHARGEBACK" && dispute.status != "WON";
        let fee = if taken && dispute.status != "PREVENTED" { self.payments.chargeback_fee } else { Decimal::ZERO };
        let amount = if taken { dispute.amount } else { Decimal::ZERO };
        // Whatever the fee is by now, no dispute pays it twice.
        let fee = if dispute.fee.is_zero() || fee.is_zero() { fee } else { dispute.fee };
        self.move_disputed(&dispute, dispute.withdrawn - amount, ["DISPUTE_WITHDRAWAL", "DISPUTE_REVERSAL"], now);
        self.move_disputed(&dispute, dispute.fee - fee, ["CHARGEBACK_FEE", "CHARGEBACK_FEE_REFUND"], now);
        (dispute.withdrawn, dispute.fee) = (amount, fee);
        self.note(if known { Topic::DisputesUpdate } else { Topic::DisputesCreate }, dispute.id);
        let dispute = Arc::new(dispute);
        self.payments.disputes.insert(dispute.id, Arc::clone(&dispute));
        dispute
    }

    fn move_disputed(&mut self, dispute: &Dispute, amount: Decimal, [out, back]: [&str; 2], now: DateTime<Utc>) {
        if amount.is_zero() {
            return;
        }
        let kind = if amount < Decimal::ZERO { out } else { back };
        let test = dispute.order.and_then(|id| self.orders.get(&id)).is_some_and(|order| order.test);
        self.payments.put_balance(NewBalance {
            order_transaction: dispute.order_transaction,
            order: dispute.order,
            test,
            ..NewBalance::of(kind, &dispute.currency, amount, now).sourced("DISPUTE", dispute.id)
        });
    }
}
