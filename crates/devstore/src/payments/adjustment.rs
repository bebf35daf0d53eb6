use chrono::TimeDelta;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::known;
use super::settings::check_days;
use crate::store::payments::NewBalance;
use crate::{Error, Handle};

/// Money that comes to the account, or leaves it, for another reason than an order, a payout or a dispute: a reserve, an
/// advance, a label, a tax, a credit.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Adjustment {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// `ShopifyPaymentsTransactionType`; an `ADJUSTMENT` when it is not said.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Below zero where money leaves.
    pub amount: Decimal,
    /// What is kept of it.
    pub fee: Decimal,
    /// The account's own when it is not said.
    pub currency: Option<String>,
    /// `ShopifyPaymentsSourceType`; an `ADJUSTMENT` when it is not said.
    pub source_type: Option<String>,
    /// The order that it belongs to, by its global id.
    pub order: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Whether it is nobody's money.
    pub test: bool,
    /// Whether it is given back for what was paid in the coin of a dollar.
    pub rebate: bool,
    /// How many days it waits before it can be paid out.
    pub delay_days: u32,
}

impl Handle {
    /// Books an adjustment, and gives the id of the balance transaction.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for an unknown type, currency or order, for a transfer, for too long a
    /// wait, and where the store does without Shopify Payments.
    pub fn adjust_balance(&self, adjustment: &Adjustment) -> Result<String, Error> {
        let kind = adjustment.kind.as_deref().unwrap_or("ADJUSTMENT");
        known::value(self.devstore(), "ShopifyPaymentsTransactionType", kind)?;
        if kind == "TRANSFER" {
            return Err(Error::Value("a transfer is made with its payout, by POST /_devstore/payouts".to_owned()));
        }
        let source_type = adjustment.source_type.as_deref().unwrap_or("ADJUSTMENT");
        known::value(self.devstore(), "ShopifyPaymentsSourceType", source_type)?;
        if let Some(currency) = &adjustment.currency {
            known::value(self.devstore(), "CurrencyCode", currency)?;
        }
        check_days("delayDays", adjustment.delay_days)?;
        self.on_account(adjustment.store.as_deref(), |state, now| {
            let order = match &adjustment.order {
                None => None,
                Some(text) => {
                    let id = known::id(text, "Order")?;
                    Some(state.orders.get(&id).cloned().ok_or_else(|| known::missing(text, "Order"))?)
                }
            };
            let payments = &mut state.payments;
            let booked = order.as_ref().and_then(|order| {
                order.transactions.iter().map(|one| one.id).find(|id| payments.booked.contains_key(id))
            });
            let source = payments.ids.next();
            let currency = adjustment.currency.clone().unwrap_or_else(|| payments.currency.clone());
            let new = NewBalance {
                fee: adjustment.fee,
                order: order.map(|order| order.id),
                order_transaction: booked,
                reason: adjustment.reason.clone(),
                test: adjustment.test,
                rebate: adjustment.rebate,
                available_at: now + TimeDelta::days(adjustment.delay_days.into()),
                ..NewBalance::of(kind, &currency, adjustment.amount, now).sourced(source_type, source)
            };
            Ok(known::gid("ShopifyPaymentsBalanceTransaction", payments.put_balance(new)))
        })
    }
}
