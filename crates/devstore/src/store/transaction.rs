use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::money::Bag;
use super::order::Order;
use super::special::Card;

/// A movement of money.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Transaction {
    pub id: u64,
    pub kind: String,
    pub status: String,
    pub gateway: String,
    pub amount: Bag,
    /// What of an authorisation can no longer be captured: it was captured, or let go.
    pub released: Bag,
    /// The transaction that this one follows.
    pub parent_id: Option<u64>,
    pub created_at: DateTime<Utc>,
    pub processed_at: DateTime<Utc>,
    pub payment_id: Option<String>,
    pub receipt: Option<serde_json::Value>,
    pub test: bool,
    #[serde(default)]
    pub card: Option<Card>,
}

impl Transaction {
    /// One that a person or an app makes now, and that succeeds.
    pub(crate) fn made(id: u64, kind: &str, gateway: &str, amount: Bag, now: DateTime<Utc>) -> Self {
        Self {
            id,
            kind: kind.to_owned(),
            status: "SUCCESS".to_owned(),
            gateway: gateway.to_owned(),
            amount,
            released: Bag::ZERO,
            parent_id: None,
            created_at: now,
            processed_at: now,
            payment_id: Some(format!("{id}.1")),
            receipt: None,
            test: false,
            card: None,
        }
    }

    /// The same, after another one.
    pub(crate) fn following(mut self, parent: &Self) -> Self {
        self.parent_id = Some(parent.id);
        self.test = parent.test;
        self
    }

    /// Whether the money really moved, and in this way.
    pub(crate) fn succeeded(&self, kinds: &[&str]) -> bool {
        self.status == "SUCCESS" && kinds.contains(&self.kind.as_str())
    }

    /// What of an authorisation can still be captured.
    pub(crate) fn capturable(&self) -> Bag {
        if self.succeeded(&["AUTHORIZATION"]) { self.amount - self.released } else { Bag::ZERO }
    }
}

impl Order {
    /// The transaction with this id.
    pub(crate) fn transaction(&self, id: u64) -> Option<&Transaction> {
        self.transactions.iter().find(|transaction| transaction.id == id)
    }

    /// What of a payment was not yet paid back.
    pub(crate) fn refundable_of(&self, payment: &Transaction) -> Bag {
        if !payment.succeeded(&["SALE", "CAPTURE"]) {
            return Bag::ZERO;
        }
        let back = self.transactions.iter().filter(|other| other.parent_id == Some(payment.id));
        payment.amount - back.filter(|other| other.succeeded(&["REFUND"])).map(|other| other.amount).sum()
    }
}

impl Order {
    /// An amount in the currency that is named, the buyer's or else the shop's, in both, at the rate at which the order
    /// was placed.
    pub(crate) fn in_both(&self, amount: Decimal, currency: Option<&str>) -> Bag {
        let total = self.original_total;
        let by = |amount: Decimal, to: Decimal, from: Decimal| (amount * to).checked_div(from).unwrap_or(amount);
        let bag = if currency == Some(self.presentment_currency.as_str()) {
            Bag { shop: by(amount, total.shop, total.presentment), presentment: amount }
        } else {
            Bag { shop: amount, presentment: by(amount, total.presentment, total.shop) }
        };
        self.decimals().round(bag)
    }

    /// The same, but exactly `whole` when it is as much as that.
    pub(crate) fn part_of(&self, whole: Bag, amount: Decimal, currency: Option<&str>) -> Bag {
        let buyers = currency == Some(self.presentment_currency.as_str());
        let all = if buyers { amount == whole.presentment } else { amount == whole.shop };
        if all { whole } else { self.in_both(amount, currency) }
    }
}
