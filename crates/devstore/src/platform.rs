use std::time::Duration;

use chrono::TimeDelta;
use serde::Serialize;

use crate::access::{CustomerData, Scopes};
use crate::versions::Versions;
use crate::{Error, Handle};

/// The app in a store, and what it may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AppState {
    /// The store's domain.
    pub store: String,
    /// By which the app asks for tokens.
    pub client_id: String,
    /// Whether the merchant has it installed.
    pub installed: bool,
    /// What the merchant has granted to it.
    pub scopes: Vec<String>,
    /// How much of what is known of people it is approved for.
    pub customer_data: CustomerData,
}

/// What is around the API: versions, idempotency keys, and what the app may do.
impl Handle {
    /// The versions of the API that the stores serve.
    pub fn versions(&self) -> Versions {
        self.0.versions()
    }

    /// Lets versions come and go.
    ///
    /// # Errors
    /// [`Error::Value`] for a text that is no version, and where none is supported.
    pub fn set_versions(&self, versions: Versions) -> Result<(), Error> {
        versions.check().map_err(Error::Value)?;
        self.0.set_versions(versions);
        Ok(())
    }

    /// Remembers idempotency keys for so long; a day when nothing is said.
    pub fn remember_keys_for(&self, time: Duration) {
        self.0.set_retention(TimeDelta::from_std(time).unwrap_or(TimeDelta::MAX));
    }

    /// The app in a store, and what it may do; of the first store when none is named.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn app(&self, store: Option<&str>) -> Result<AppState, Error> {
        let store = self.store(store)?;
        let grants = store.grants();
        Ok(AppState {
            store: store.domain.clone(),
            client_id: store.client_id.clone(),
            installed: grants.installed,
            scopes: grants.scopes.names().map(str::to_owned).collect(),
            customer_data: grants.customer_data,
        })
    }

    /// Grants these scopes to the app, and no others. The static token has them at once; a token that was given out
    /// loses what is taken away, and what is added comes with the next one.
    ///
    /// # Errors
    /// [`Error::UnknownStore`], [`Error::Value`] for a text that is no scope.
    pub fn grant_scopes(&self, store: Option<&str>, scopes: &[&str]) -> Result<(), Error> {
        let store = self.store(store)?;
        let scopes = Scopes::of(scopes.iter().copied())
            .map_err(|text| Error::Value(format!("'{text}' is no access scope: they look like read_orders")))?;
        store.grants().scopes = scopes;
        Ok(())
    }

    /// Decides how much of what is known of people the app is approved for.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn approve_customer_data(&self, store: Option<&str>, data: CustomerData) -> Result<(), Error> {
        self.store(store)?.grants().customer_data = data;
        Ok(())
    }

    /// Lets every token that expires some day expire now. Refresh tokens, and the static token, still work.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn expire_tokens(&self, store: Option<&str>) -> Result<(), Error> {
        self.store(store)?.grants().expire(self.0.now());
        Ok(())
    }

    /// Revokes every token of the app, refresh tokens and the static one too. It stays installed, so that it may ask
    /// for new ones.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn revoke(&self, store: Option<&str>) -> Result<(), Error> {
        self.store(store)?.grants().revoke();
        Ok(())
    }

    /// The merchant takes the app away: every token is revoked, and there are no new ones until it is installed again.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn uninstall(&self, store: Option<&str>) -> Result<(), Error> {
        self.store(store)?.grants().uninstall();
        Ok(())
    }

    /// The merchant installs the app, and the static token works again; what was revoked stays so.
    ///
    /// # Errors
    /// [`Error::UnknownStore`].
    pub fn install(&self, store: Option<&str>) -> Result<(), Error> {
        self.store(store)?.grants().install();
        Ok(())
    }
}
