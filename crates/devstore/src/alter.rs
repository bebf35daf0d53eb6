//! How a store is changed by someone else than an app.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::devstore::{Devstore, Store};
use crate::store::State;
use crate::{Error, Handle, webhooks};

impl Devstore {
    /// Lets `change` have a store alone, and tells what happened in it.
    pub(crate) fn alter<R>(&self, store: &Store, now: DateTime<Utc>, change: impl FnOnce(&mut State) -> R) -> R {
        store.change(|mut held| {
            let state = Arc::make_mut(&mut held);
            let changed = change(state);
            let told = state.take_happened();
            webhooks::happened(self, state, &told, now);
            (held, changed)
        })
    }
}

impl Handle {
    /// Changes a store as its merchant or a buyer would: the first one when none is named. What is refused is to leave
    /// it as it was.
    pub(crate) fn alter<R>(
        &self,
        store: Option<&str>,
        change: impl FnOnce(&mut State, DateTime<Utc>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let now = self.devstore().now();
        self.devstore().alter(self.store(store)?, now, |state| change(state, now))
    }
}
