use std::sync::Arc;

use super::schema::Compiled;
use crate::devstore::{Devstore, Store};

/// What a request knows beside the store's state.
#[derive(Clone)]
pub(crate) struct Around {
    pub devstore: Devstore,
    pub compiled: Arc<Compiled>,
    /// The address under which the devstore was asked, as `http://127.0.0.1:8777`.
    pub base: String,
    /// What the store signs with.
    pub secret: String,
}

impl Around {
    pub(crate) fn of(devstore: &Devstore, store: &Store, base: String) -> Self {
        Self {
            devstore: devstore.clone(),
            compiled: Arc::clone(&devstore.0.compiled),
            base,
            secret: store.client_secret.clone(),
        }
    }
}
