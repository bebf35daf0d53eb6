use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::devstore::{Devstore, Store};
use crate::store::State;
use crate::{Error, Handle, webhooks};

/// Brings the money of a store up to `now`. Where nothing has become of it the store is not touched.
pub(crate) fn catch_up(devstore: &Devstore, store: &Store, now: DateTime<Utc>) {
    if !store.read().payments_are_due(now) {
        return;
    }
    store.change(|mut state| {
        let kept = Arc::make_mut(&mut state);
        kept.settle_payments(now);
        tell(devstore, kept, now);
        (state, ())
    });
}

fn tell(devstore: &Devstore, state: &mut State, now: DateTime<Utc>) {
    let told = state.take_happened();
    webhooks::happened(devstore, state, &told, now);
}

impl Handle {
    /// Changes the account of a store, brought up to now, and tells what came of it.
    pub(super) fn on_account<R>(
        &self,
        store: Option<&str>,
        change: impl FnOnce(&mut State, DateTime<Utc>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let store = self.store(store)?;
        let now = self.devstore().now();
        let mut held = store.write();
        let state = Arc::make_mut(&mut held);
        if !state.payments.active {
            let text = format!(
                "{} does without Shopify Payments: switch it on with POST /_devstore/payments and {{\"active\": true}}",
                store.domain
            );
            return Err(Error::Value(text));
        }
        state.settle_payments(now);
        let result = change(state, now);
        tell(self.devstore(), state, now);
        result
    }
}
