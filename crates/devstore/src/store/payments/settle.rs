use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Payments;
use super::payout::PayoutStatus;
use crate::store::State;

impl State {
    /// Whether by `now` something has become of the money that is not written down yet.
    pub(crate) fn payments_are_due(&self, now: DateTime<Utc>) -> bool {
        let payments = &self.payments;
        if !payments.active {
            return false;
        }
        let paid_out = || payments.schedule.next_after(payments.settled_at).is_some_and(|moment| moment <= now);
        payments.payouts.values().any(|payout| payout.status.is_open() && payout.arrives_at <= now)
            || payments.disputes.values().any(|dispute| dispute.status == "NEEDS_RESPONSE" && is_over(dispute, now))
            || (!payments.waiting.is_empty() && paid_out())
    }

    /// Brings the money up to `now`: payouts are made when the schedule says so, and arrive; the evidence of a dispute is
    /// sent when it is due, whoever has seen to it.
    pub(crate) fn settle_payments(&mut self, now: DateTime<Utc>) {
        if !self.payments.active {
            return;
        }
        while let Some(moment) = self.payments.next_moment().filter(|moment| *moment <= now) {
            self.payments.arrive(moment);
            self.payments.pay_out_available(moment);
            self.payments.settled_at = moment;
        }
        self.payments.arrive(now);
        self.send_evidence(now);
    }

    fn send_evidence(&mut self, now: DateTime<Utc>) {
        let open = self.payments.disputes.values().filter(|one| one.status == "NEEDS_RESPONSE" && is_over(one, now));
        for mut dispute in open.map(|one| (**one).clone()).collect::<Vec<_>>() {
            dispute.status = "UNDER_REVIEW".to_owned();
            dispute.evidence_sent_on = dispute.evidence_due_by;
            self.put_dispute(dispute, now);
        }
    }
}

fn is_over(dispute: &super::Dispute, now: DateTime<Utc>) -> bool {
    dispute.evidence_due_by.is_some_and(|due| due <= now)
}

impl Payments {
    /// When payouts are made next, if there is something that can be paid out then or later.
    fn next_moment(&self) -> Option<DateTime<Utc>> {
        if self.waiting.is_empty() { None } else { self.schedule.next_after(self.settled_at) }
    }

    /// The payouts that have arrived by `now` are paid.
    fn arrive(&mut self, now: DateTime<Utc>) {
        let open = self.payouts.values().filter(|payout| payout.status.is_open() && payout.arrives_at <= now);
        for id in open.map(|payout| payout.id).collect::<Vec<_>>() {
            self.change_payout(id, PayoutStatus::Paid, now);
        }
    }

    /// Pays out what can be paid out at `moment`.
    fn pay_out_available(&mut self, moment: DateTime<Utc>) {
        self.pay_out_some(moment, |available_at| available_at <= moment);
    }

    /// Pays out everything that waits, whether its time has come or not: a payout for each currency. Gives their ids.
    pub(crate) fn pay_out_all(&mut self, now: DateTime<Utc>) -> Vec<u64> {
        self.pay_out_some(now, |_| true)
    }

    fn pay_out_some(&mut self, now: DateTime<Utc>, is_wanted: impl Fn(DateTime<Utc>) -> bool) -> Vec<u64> {
        let mut by_currency: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        for transaction in self.waiting.iter().filter_map(|id| self.transactions.get(id)) {
            if is_wanted(transaction.available_at) {
                by_currency.entry(transaction.currency.clone()).or_default().push(transaction.id);
            }
        }
        by_currency.iter().filter_map(|(currency, ids)| self.pay_out(currency, ids, now)).collect()
    }
}
