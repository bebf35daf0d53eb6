use chrono::TimeDelta;
use rust_decimal::Decimal;

use super::balance::NewBalance;
use crate::store::State;
use crate::store::money::{Bag, in_minor_units};
use crate::store::order::Order;
use crate::store::price_list::rate;
use crate::store::transaction::Transaction;

/// The gateway whose payments come to the account.
pub(crate) const GATEWAY: &str = "shopify_payments";

impl State {
    /// Books what has moved between a buyer and the account since the order was last seen, each transaction once, however
    /// often the order is put. That it is found in the order makes it impossible for a mutation to forget it. What moves
    /// while the store does without Shopify Payments is another's for ever.
    pub(in crate::store) fn book_payments(&mut self, order: &Order) {
        let moved = order.transactions.iter().filter(|one| is_settled(one));
        let new: Vec<&Transaction> = moved.filter(|one| !self.payments.has_seen(one.id)).collect();
        for transaction in new {
            if self.payments.active {
                self.book(order, transaction);
            } else {
                self.payments.passed_over.insert(transaction.id);
            }
        }
    }

    fn book(&mut self, order: &Order, transaction: &Transaction) {
        let payments = &mut self.payments;
        let (amount, currency) = payments.in_its_currency(order, transaction.amount);
        let is_refund = transaction.kind == "REFUND";
        let source = payments.ids.next();
        let (kind, signed) = if is_refund { ("REFUND", -amount) } else { ("CHARGE", amount) };
        let fee = if is_refund {
            // Nothing below zero is nothing.
            Decimal::ZERO - payments.returned_fee(order, transaction, amount)
        } else {
            payments.fee(amount, &currency)
        };
        let delay = if is_refund { TimeDelta::zero() } else { payments.schedule.delay() };
        let at = transaction.processed_at;
        let new = NewBalance {
            fee,
            order_transaction: Some(transaction.id),
            order: Some(order.id),
            test: order.test || transaction.test,
            available_at: at + delay,
            ..NewBalance::of(kind, &currency, signed, at).sourced(kind, source)
        };
        let id = payments.put_balance(new);
        payments.booked.insert(transaction.id, id);
    }
}

/// Whether the money has come to the account, or has left it.
fn is_settled(transaction: &Transaction) -> bool {
    transaction.gateway == GATEWAY && transaction.succeeded(&["CAPTURE", "REFUND", "SALE"])
}

impl super::Payments {
    /// Whether an order's transaction is on the account, or never comes to it.
    fn has_seen(&self, transaction: u64) -> bool {
        self.booked.contains_key(&transaction) || self.passed_over.contains(&transaction)
    }

    /// An amount of an order in the currency that is paid out, at the devstore's own rates; where it has none, in the
    /// shop's.
    pub(crate) fn in_its_currency(&self, order: &Order, amount: Bag) -> (Decimal, String) {
        if order.currency == self.currency {
            return (amount.shop, self.currency.clone());
        }
        if order.presentment_currency == self.currency {
            return (amount.presentment, self.currency.clone());
        }
        let changed = rate(&order.currency).zip(rate(&self.currency)).and_then(|(from, to)| {
            let changed = (amount.shop * from).checked_div(to)?;
            Some(in_minor_units(changed, &self.currency))
        });
        match changed {
            Some(changed) => (changed, self.currency.clone()),
            None => (amount.shop, order.currency.clone()),
        }
    }

    /// What of a payment's fee a refund gives back: in proportion, so that all refunds of a payment give back all of it.
    fn returned_fee(&self, order: &Order, refund: &Transaction, amount: Decimal) -> Decimal {
        let balance = |id: &u64| self.transactions.get(self.booked.get(id)?);
        let Some(charge) = refund.parent_id.as_ref().and_then(balance).filter(|_| self.returns_fees) else {
            return Decimal::ZERO;
        };
        let before = order.transactions.iter().filter(|other| other.parent_id == refund.parent_id);
        let before: Vec<_> = before.filter_map(|other| balance(&other.id)).filter(|one| one.kind == "REFUND").collect();
        let gone: Decimal = before.iter().map(|one| -one.amount).sum::<Decimal>() + amount;
        let given: Decimal = before.iter().map(|one| -one.fee).sum();
        let due = (charge.fee * gone).checked_div(charge.amount).unwrap_or_default();
        in_minor_units(due, &charge.currency) - given
    }
}
