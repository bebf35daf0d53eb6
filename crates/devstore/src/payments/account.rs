use rust_decimal::Decimal;
use serde::Serialize;

use super::catch_up::catch_up;
use crate::{Error, Handle};

/// How the account of a store stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentsAccount {
    /// Whether the store uses Shopify Payments.
    pub active: bool,
    /// ISO code of the country.
    pub country: String,
    /// What is paid out.
    pub currency: String,
    /// What is kept of each payment, in percent of it.
    pub fee_percent: Decimal,
    /// What is kept of each payment besides.
    pub fee_fixed: Decimal,
    /// Whether a refund gives the fee of its payment back.
    pub returns_fees: bool,
    /// What a chargeback costs.
    pub chargeback_fee: Decimal,
    /// How often money is paid out: `DAILY`, `WEEKLY`, `MONTHLY` or `MANUAL`.
    pub interval: &'static str,
    /// How many days a payment waits before it can be paid out.
    pub delay_days: u32,
    /// How many days a payout takes.
    pub arrival_days: u32,
    /// What is on the account, by currency.
    pub balance: Vec<(String, Decimal)>,
    /// How many transactions wait for a payout.
    pub waiting: usize,
    /// How many payouts were made.
    pub payouts: usize,
    /// How many payments are disputed, or were.
    pub disputes: usize,
}

impl Handle {
    /// The account of a store; of the first one when none is named.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn payments(&self, store: Option<&str>) -> Result<PaymentsAccount, Error> {
        let store = self.store(store)?;
        catch_up(self.devstore(), store, self.devstore().now());
        let state = store.read();
        let payments = &state.payments;
        Ok(PaymentsAccount {
            active: payments.active,
            country: payments.country.clone(),
            currency: payments.currency.clone(),
            fee_percent: payments.fee_percent,
            fee_fixed: payments.fee_fixed,
            returns_fees: payments.returns_fees,
            chargeback_fee: payments.chargeback_fee,
            interval: payments.schedule.interval.name(),
            delay_days: payments.schedule.delay_days,
            arrival_days: payments.schedule.arrival_days,
            balance: payments.balances(),
            waiting: payments.waiting.len(),
            payouts: payments.payouts.len(),
            disputes: payments.disputes.len(),
        })
    }
}
