use std::fmt;

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use crate::Scopes;

/// By what right a token is asked for.
#[derive(Clone)]
pub enum Grant {
    /// An app of the store's own organisation: a new token for a day, as often as one likes.
    ClientCredentials {
        /// The app.
        client_id: String,
        /// Its secret.
        client_secret: SecretString,
    },
    /// A person has let the app into the store: a token of an hour, and a refresh token. The code is good once.
    Code {
        /// The app.
        client_id: String,
        /// Its secret.
        client_secret: SecretString,
        /// What the browser came back with.
        code: SecretString,
    },
    /// A token of an hour, and another refresh token. The one that was sent stays good until the new one is used, so
    /// that it may be sent again when the answer is lost.
    Refresh {
        /// The app.
        client_id: String,
        /// Its secret.
        client_secret: SecretString,
        /// What the last answer said.
        refresh_token: SecretString,
    },
}

impl Grant {
    pub(super) fn body(&self) -> Value {
        match self {
            Self::ClientCredentials { client_id, client_secret } => json!({
                "grant_type": "client_credentials",
                "client_id": client_id,
                "client_secret": client_secret.expose_secret(),
            }),
            Self::Code { client_id, client_secret, code } => json!({
                "client_id": client_id,
                "client_secret": client_secret.expose_secret(),
                "code": code.expose_secret(),
                "expiring": "1",
            }),
            Self::Refresh { client_id, client_secret, refresh_token } => json!({
                "grant_type": "refresh_token",
                "client_id": client_id,
                "client_secret": client_secret.expose_secret(),
                "refresh_token": refresh_token.expose_secret(),
            }),
        }
    }
}

impl fmt::Debug for Grant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ClientCredentials { .. } => "ClientCredentials",
            Self::Code { .. } => "Code",
            Self::Refresh { .. } => "Refresh",
        })
    }
}

/// What a store gives.
#[derive(Clone, Debug)]
pub struct Granted {
    /// The access token.
    pub access_token: SecretString,
    /// Until when it is good; none is for ever.
    pub expires_at: Option<DateTime<Utc>>,
    /// With what the next one is asked for.
    pub refresh_token: Option<SecretString>,
    /// Until when that is good.
    pub refresh_expires_at: Option<DateTime<Utc>>,
    /// What the token may do.
    pub scopes: Scopes,
}
