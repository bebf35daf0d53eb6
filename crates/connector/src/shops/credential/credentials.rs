use access::Vault;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use shopify::Grant;

use super::{Kind, SECRETS};
use crate::Error;

/// What a person gives to enter a store.
#[derive(Clone, Debug)]
pub enum Credentials {
    /// A token for ever.
    AccessToken(SecretString),
    /// An app of the store's own organisation.
    Client {
        /// The app's client id.
        client_id: String,
        /// Its client secret.
        client_secret: SecretString,
    },
    /// An app that was given an expiring offline token.
    RefreshToken {
        /// The app's client id.
        client_id: String,
        /// Its client secret.
        client_secret: SecretString,
        /// The refresh token. It is used up by this shop: another place that uses it loses its access.
        refresh_token: SecretString,
    },
}

impl Credentials {
    /// What was meant by these parts, of which blank ones were not given.
    ///
    /// # Errors
    /// [`Error::Credentials`] says which parts belong together.
    pub fn of(
        token: Option<SecretString>,
        client_id: Option<String>,
        client_secret: Option<SecretString>,
        refresh_token: Option<SecretString>,
    ) -> Result<Self, Error> {
        let secret = |part: Option<SecretString>| part.filter(|text| !text.expose_secret().trim().is_empty());
        let client_id = client_id.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        match (secret(token), client_id, secret(client_secret), secret(refresh_token)) {
            (Some(token), None, None, None) => Ok(Self::AccessToken(token)),
            (None, Some(client_id), Some(client_secret), None) => Ok(Self::Client { client_id, client_secret }),
            (None, Some(client_id), Some(client_secret), Some(refresh_token)) => {
                Ok(Self::RefreshToken { client_id, client_secret, refresh_token })
            }
            (None, Some(_), None, _) => Err(Error::Credentials("the client secret is missing")),
            (None, None, Some(_), _) => Err(Error::Credentials("the client id is missing")),
            (None, None, None, Some(_)) => Err(Error::Credentials("the client id and the client secret are missing")),
            (None, None, None, None) => Err(Error::Credentials("there are none")),
            (Some(_), ..) => Err(Error::Credentials("an access token stands alone")),
        }
    }

    /// The app's secret, which also signs its webhooks; an access token comes without it.
    pub fn client_secret(&self) -> Option<&SecretString> {
        match self {
            Self::AccessToken(_) => None,
            Self::Client { client_secret, .. } | Self::RefreshToken { client_secret, .. } => Some(client_secret),
        }
    }

    /// How a token is had with them.
    pub fn kind(&self) -> Kind {
        match self {
            Self::AccessToken(_) => Kind::AccessToken,
            Self::Client { .. } => Kind::ClientCredentials,
            Self::RefreshToken { .. } => Kind::RefreshToken,
        }
    }

    /// Sealed: what a token is asked for with, which is blank for a token that was given.
    pub(super) fn seal(&self, vault: &Vault) -> Result<String, Error> {
        let secrets = match self {
            Self::AccessToken(_) => return Ok(String::new()),
            Self::Client { client_id, client_secret } => {
                json!({ "clientId": client_id, "clientSecret": client_secret.expose_secret() })
            }
            Self::RefreshToken { client_id, client_secret, refresh_token } => json!({
                "clientId": client_id,
                "clientSecret": client_secret.expose_secret(),
                "refreshToken": refresh_token.expose_secret(),
            }),
        };
        Ok(vault.seal(SECRETS, &secrets.to_string())?)
    }
}

impl From<SecretString> for Credentials {
    fn from(token: SecretString) -> Self {
        Self::AccessToken(token)
    }
}

impl From<&str> for Credentials {
    fn from(token: &str) -> Self {
        Self::AccessToken(token.into())
    }
}

/// The grant that was sealed. None for a token that was given.
pub(in crate::shops) fn grant(vault: &Vault, kind: Kind, sealed: &str) -> Result<Option<Grant>, Error> {
    if kind == Kind::AccessToken {
        return Ok(None);
    }
    let opened = vault.open(SECRETS, sealed)?;
    let secrets: Value =
        serde_json::from_str(opened.expose_secret()).map_err(|_| access::Error::Sealed(SECRETS.to_owned()))?;
    let part = |name: &str| secrets.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (client_id, client_secret) = (part("clientId"), part("clientSecret").into());
    Ok(Some(match kind {
        Kind::RefreshToken => Grant::Refresh { client_id, client_secret, refresh_token: part("refreshToken").into() },
        _ => Grant::ClientCredentials { client_id, client_secret },
    }))
}

/// The same grant with the refresh token that came back, sealed.
pub(super) fn sealed_again(vault: &Vault, grant: Grant, refresh_token: SecretString) -> Result<Option<String>, Error> {
    match grant {
        Grant::ClientCredentials { .. } | Grant::Code { .. } => Ok(None),
        Grant::Refresh { client_id, client_secret, .. } => {
            Credentials::RefreshToken { client_id, client_secret, refresh_token }.seal(vault).map(Some)
        }
    }
}
