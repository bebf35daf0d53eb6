use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::account::Payments;

/// Money that has come to the account or left it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct BalanceTransaction {
    pub id: u64,
    pub new: NewBalance,
    /// The payout that it is part of.
    pub payout: Option<u64>,
}

/// What a balance transaction says of itself for ever.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct NewBalance {
    /// `ShopifyPaymentsTransactionType`.
    pub kind: String,
    pub currency: String,
    /// Below zero where money leaves.
    pub amount: Decimal,
    /// What is kept of it; below zero where a fee comes back.
    pub fee: Decimal,
    /// `ShopifyPaymentsSourceType`.
    pub source_type: Option<String>,
    pub source_id: Option<u64>,
    pub order_transaction: Option<u64>,
    pub order: Option<u64>,
    pub reason: Option<String>,
    /// Nobody's money: it is never paid out.
    pub test: bool,
    /// Given back for what was paid in the coin of a dollar.
    pub rebate: bool,
    pub at: DateTime<Utc>,
    /// From when on it can be part of a payout.
    pub available_at: DateTime<Utc>,
}

impl std::ops::Deref for BalanceTransaction {
    type Target = NewBalance;
    fn deref(&self) -> &NewBalance {
        &self.new
    }
}

impl NewBalance {
    /// One of this type, without a fee, that belongs to nothing else.
    pub(crate) fn of(kind: &str, currency: &str, amount: Decimal, at: DateTime<Utc>) -> Self {
        Self {
            kind: kind.to_owned(),
            currency: currency.to_owned(),
            amount,
            fee: Decimal::ZERO,
            source_type: None,
            source_id: None,
            order_transaction: None,
            order: None,
            reason: None,
            test: false,
            rebate: false,
            at,
            available_at: at,
        }
    }

    /// The same, with what it came from.
    pub(crate) fn sourced(mut self, source_type: &str, source: u64) -> Self {
        (self.source_type, self.source_id) = (Some(source_type.to_owned()), Some(source));
        self
    }

    /// What the account is richer by.
    pub(crate) fn net(&self) -> Decimal {
        self.amount - self.fee
    }
}

impl Payments {
    /// Puts a transaction on the account, where it waits to be paid out; gives its id.
    pub(crate) fn put_balance(&mut self, new: NewBalance) -> u64 {
        let id = self.ids.next();
        if !new.test {
            self.waiting.insert(id);
        }
        self.transactions.insert(id, Arc::new(BalanceTransaction { id, new, payout: None }));
        id
    }

    /// Makes a transaction part of a payout.
    pub(super) fn put_into(&mut self, payout: u64, id: u64) {
        self.waiting.remove(&id);
        if let Some(transaction) = self.transactions.get_mut(&id) {
            Arc::make_mut(transaction).payout = Some(payout);
        }
    }
}
