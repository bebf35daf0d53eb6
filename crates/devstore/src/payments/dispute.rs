use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::known;
use crate::store::State;
use crate::store::money::Bag;
use crate::store::order::Order;
use crate::store::payments::{Dispute, GATEWAY, TIME_FOR_EVIDENCE};
use crate::{Error, Handle};

/// A payment that a buyer's bank wants back, or asks about.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct NewDispute {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The order, by its global id, which was paid with Shopify Payments; a dispute without one needs an amount.
    pub order: Option<String>,
    /// All that was paid, if not another amount.
    pub amount: Option<Decimal>,
    /// That of the account when it is not said.
    pub currency: Option<String>,
    /// `DisputeType`; a `CHARGEBACK` when it is not said, which takes the amount and a fee from the account.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// `ShopifyPaymentsDisputeReason`; `FRAUDULENT` when it is not said.
    pub reason: Option<String>,
    /// The code of the card network.
    pub network_reason_code: Option<String>,
    /// Until when evidence is wanted; ten days from now when it is not said.
    pub evidence_due_by: Option<DateTime<Utc>>,
}

/// What becomes of a dispute. What is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct DisputeChange {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The dispute, by its global id.
    pub dispute: String,
    /// `DisputeStatus`: with one that is final the dispute is decided, and what was won comes back to the account.
    pub status: Option<String>,
    /// `DisputeType`: an inquiry may become a chargeback.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Whether evidence was sent now, so that it is under review.
    pub evidence_sent: bool,
    /// Until when evidence is wanted, anew or for the first time.
    pub evidence_due_by: Option<DateTime<Utc>>,
}

impl Handle {
    /// Opens a dispute, and gives its id.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for what can't be disputed, and for values that Shopify does not have.
    pub fn open_dispute(&self, new: &NewDispute) -> Result<String, Error> {
        let kind = new.kind.as_deref().unwrap_or("CHARGEBACK");
        known::value(self.devstore(), "DisputeType", kind)?;
        let reason = new.reason.as_deref().unwrap_or("FRAUDULENT");
        known::value(self.devstore(), "ShopifyPaymentsDisputeReason", reason)?;
        if let Some(currency) = &new.currency {
            known::value(self.devstore(), "CurrencyCode", currency)?;
        }
        self.on_account(new.store.as_deref(), |state, now| {
            let disputed = disputed(state, new)?;
            let dispute = Dispute {
                id: state.payments.ids.next(),
                order: disputed.order,
                order_transaction: disputed.order_transaction,
                amount: disputed.amount,
                currency: disputed.currency,
                reason: reason.to_owned(),
                network_reason_code: new.network_reason_code.clone(),
                status: "NEEDS_RESPONSE".to_owned(),
                kind: kind.to_owned(),
                initiated_as: kind.to_owned(),
                initiated_at: now,
                evidence_due_by: new.evidence_due_by.or(Some(now + TIME_FOR_EVIDENCE)),
                evidence_sent_on: None,
                finalized_on: None,
                withdrawn: Decimal::ZERO,
                fee: Decimal::ZERO,
            };
            Ok(known::gid("ShopifyPaymentsDispute", state.put_dispute(dispute, now).id))
        })
    }

    /// Lets something become of a dispute.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for a dispute that is not there or is decided, and for values that
    /// Shopify does not have.
    pub fn change_dispute(&self, change: &DisputeChange) -> Result<(), Error> {
        let id = known::id(&change.dispute, "ShopifyPaymentsDispute")?;
        for (enumeration, value) in [("DisputeStatus", &change.status), ("DisputeType", &change.kind)] {
            value.as_deref().map_or(Ok(()), |value| known::value(self.devstore(), enumeration, value))?;
        }
        self.on_account(change.store.as_deref(), |state, now| {
            let missing = || known::missing(&change.dispute, "ShopifyPaymentsDispute");
            let mut dispute = Dispute::clone(state.payments.disputes.get(&id).ok_or_else(missing)?);
            if dispute.is_final() {
                return Err(Error::Value(format!(
                    "the dispute is decided, as {}: nothing more comes of it",
                    dispute.status
                )));
            }
            if change.evidence_sent {
                "UNDER_REVIEW".clone_into(&mut dispute.status);
                dispute.evidence_sent_on = Some(now);
            }
            dispute.evidence_due_by = change.evidence_due_by.or(dispute.evidence_due_by);
            dispute.status = change.status.clone().unwrap_or(dispute.status);
            dispute.kind = change.kind.clone().unwrap_or(dispute.kind);
            state.put_dispute(dispute, now);
            Ok(())
        })
    }
}

/// What of a payment is disputed.
struct Disputed {
    order: Option<u64>,
    order_transaction: Option<u64>,
    amount: Decimal,
    currency: String,
}

fn disputed(state: &State, new: &NewDispute) -> Result<Disputed, Error> {
    let currency = || new.currency.clone().unwrap_or_else(|| state.payments.currency.clone());
    let Some(text) = &new.order else {
        let missing = || Error::Value("a dispute without an order needs an amount".to_owned());
        let amount = new.amount.ok_or_else(missing)?;
        return Ok(Disputed { order: None, order_transaction: None, amount, currency: currency() });
    };
    let id = known::id(text, "Order")?;
    let order = state.orders.get(&id).ok_or_else(|| known::missing(text, "Order"))?;
    let Some((transaction, paid)) = paid(order) else {
        let text = format!("{} was not paid with Shopify Payments, so no bank can want the money back", order.name);
        return Err(Error::Value(text));
    };
    let (paid, its_currency) = state.payments.in_its_currency(order, paid);
    let (amount, currency) = match new.amount {
        Some(amount) => (amount, currency()),
        None => (paid, its_currency),
    };
    Ok(Disputed { order: Some(id), order_transaction: Some(transaction), amount, currency })
}

/// The first payment of an order that came by Shopify Payments.
fn paid(order: &Order) -> Option<(u64, Bag)> {
    let mut payments = order.transactions.iter().filter(|one| one.gateway == GATEWAY);
    payments.find(|one| one.succeeded(&["CAPTURE", "SALE"])).map(|one| (one.id, one.amount))
}
