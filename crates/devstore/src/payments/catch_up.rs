use chrono::{DateTime, Utc};

use crate::devstore::{Devstore, Store};
use crate::store::State;
use crate::{Error, Handle};

/// Brings the money of a store up to `now`. Where nothing has become of it the store is not touched.
pub(crate) fn catch_up(devstore: &Devstore, store: &Store, now: DateTime<Utc>) {
    if store.read().payments_are_due(now) {
        devstore.alter(store, now, |state| state.settle_payments(now));
    }
}

impl Handle {
    /// Changes the account of a store, brought up to now, and tells what came of it.
    pub(super) fn on_account<R>(
        &self,
        store: Option<&str>,
        change: impl FnOnce(&mut State, DateTime<Utc>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        self.alter(store, |state, now| {
            if !state.payments.active {
                let how = "switch it on with POST /_devstore/payments and {\"active\": true}";
                return Err(Error::Value(format!("{} does without Shopify Payments: {how}", state.shop.domain)));
            }
            state.settle_payments(now);
            change(state, now)
        })
    }
}
