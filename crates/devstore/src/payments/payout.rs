use serde::Deserialize;

use super::known;
use crate::store::payments::PayoutStatus;
use crate::{Error, Handle};

/// What becomes of a payout.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct PayoutChange {
    /// The store; the first one when none is named.
    pub store: Option<String>,
    /// The payout, by its global id.
    pub payout: String,
    /// `PAID`, `FAILED`, `CANCELED` or `IN_TRANSIT`.
    pub status: String,
}

impl Handle {
    /// Pays out everything that waits in a store, whether its time has come or not, and gives the ids of the payouts: one
    /// for each currency.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] where the store does without Shopify Payments.
    pub fn pay_out(&self, store: Option<&str>) -> Result<Vec<String>, Error> {
        self.on_account(store, |state, now| {
            let ids = state.payments.pay_out_all(now);
            Ok(ids.into_iter().map(|id| known::gid("ShopifyPaymentsPayout", id)).collect())
        })
    }

    /// Changes how a payout stands. One that is paid can still fail; the money of one that fails or is called off comes
    /// back to the account, and is paid out again.
    ///
    /// # Errors
    /// [`Error::UnknownStore`]; [`Error::Value`] for a payout that is not there or can't become that.
    pub fn change_payout(&self, change: &PayoutChange) -> Result<(), Error> {
        let id = known::id(&change.payout, "ShopifyPaymentsPayout")?;
        let status = match change.status.as_str() {
            "CANCELED" => PayoutStatus::Canceled,
            "FAILED" => PayoutStatus::Failed,
            "IN_TRANSIT" => PayoutStatus::InTransit,
            "PAID" => PayoutStatus::Paid,
            other => {
                let text = format!("no payout becomes '{other}': it becomes CANCELED, FAILED, IN_TRANSIT or PAID");
                return Err(Error::Value(text));
            }
        };
        self.on_account(change.store.as_deref(), |state, now| {
            let missing = || known::missing(&change.payout, "ShopifyPaymentsPayout");
            let before = state.payments.payouts.get(&id).ok_or_else(missing)?.status;
            if !(before.is_open() || before == PayoutStatus::Paid && status == PayoutStatus::Failed) {
                let text = format!("a payout that is {} does not become {}", before.name(), status.name());
                return Err(Error::Value(text));
            }
            state.payments.change_payout(id, status, now);
            Ok(())
        })
    }
}
