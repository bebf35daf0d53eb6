use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::balance::BalanceTransaction;
use super::dispute::Dispute;
use super::payout::Payout;
use super::schedule::Schedule;
use crate::options::DEFAULT_DOMAIN;
use crate::store::ids::{Ids, shard};
use crate::store::money::in_minor_units;

/// The account of a store with Shopify Payments: its conditions, and all that has moved on it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Payments {
    /// Whether the store uses Shopify Payments at all.
    pub active: bool,
    pub id: u64,
    /// ISO code of the country.
    pub country: String,
    /// What is paid out where no rate says otherwise.
    pub currency: String,
    /// What is kept of each payment, in percent of it.
    pub fee_percent: Decimal,
    /// What is kept of each payment besides.
    pub fee_fixed: Decimal,
    /// Whether a refund gives the fee of its payment back.
    pub returns_fees: bool,
    /// What a chargeback costs.
    pub chargeback_fee: Decimal,
    pub schedule: Schedule,
    /// Until when the schedule was followed.
    pub settled_at: DateTime<Utc>,
    /// Numbers of their own, so that money that moves changes no number of an order.
    pub ids: Ids,
    pub transactions: BTreeMap<u64, Arc<BalanceTransaction>>,
    /// Those that no payout has, and that are paid out some day.
    pub waiting: BTreeSet<u64>,
    /// The balance transaction of an order's transaction.
    pub booked: BTreeMap<u64, u64>,
    /// The orders' transactions that moved money while the store did without Shopify Payments.
    #[serde(default)]
    pub passed_over: BTreeSet<u64>,
    pub payouts: BTreeMap<u64, Arc<Payout>>,
    pub disputes: BTreeMap<u64, Arc<Dispute>>,
}

impl Payments {
    /// The account of a new store in Norway: 2.9 % and 0.30 of each payment, paid out every working day.
    pub(crate) fn new(domain: &str, now: DateTime<Utc>) -> Self {
        Self {
            active: true,
            id: 61_234_567_890 + shard(domain),
            country: "NO".to_owned(),
            currency: "NOK".to_owned(),
            fee_percent: Decimal::new(29, 1),
            fee_fixed: Decimal::new(30, 2),
            returns_fees: false,
            chargeback_fee: Decimal::new(1_500, 2),
            schedule: Schedule::default(),
            settled_at: now,
            ids: Ids::of_payments(domain),
            transactions: BTreeMap::new(),
            waiting: BTreeSet::new(),
            booked: BTreeMap::new(),
            passed_over: BTreeSet::new(),
            payouts: BTreeMap::new(),
            disputes: BTreeMap::new(),
        }
    }

    /// What is kept of a payment.
    pub(crate) fn fee(&self, amount: Decimal, currency: &str) -> Decimal {
        in_minor_units(amount * self.fee_percent / Decimal::ONE_HUNDRED + self.fee_fixed, currency)
    }

    /// The money on the account by currency, that of the account itself first: what was not paid out.
    pub(crate) fn balances(&self) -> Vec<(String, Decimal)> {
        let mut balances = vec![(self.currency.clone(), Decimal::ZERO)];
        for transaction in self.transactions.values().filter(|transaction| !transaction.test) {
            match balances.iter_mut().find(|(currency, _)| *currency == transaction.currency) {
                Some((_, balance)) => *balance += transaction.net(),
                None => balances.push((transaction.currency.clone(), transaction.net())),
            }
        }
        balances
    }

    /// The payout that a transaction is part of.
    pub(crate) fn payout_of(&self, transaction: &BalanceTransaction) -> Option<&Arc<Payout>> {
        self.payouts.get(&transaction.payout?)
    }
}

impl Default for Payments {
    /// That of a store which was kept before there were accounts.
    fn default() -> Self {
        Self::new(DEFAULT_DOMAIN, DateTime::UNIX_EPOCH)
    }
}
