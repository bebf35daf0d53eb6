use runtime::{Clock, Random};

use crate::devstore::Store;
use crate::store::ids::shard;

/// The store that is served when no other is named.
pub const DEFAULT_DOMAIN: &str = "devstore.myshopify.com";

/// The static token of the default store.
pub const DEFAULT_TOKEN: &str = "shpat_devstore";

/// The client id of the app in the default store.
pub const DEFAULT_CLIENT_ID: &str = "devstore";

/// The client secret of the app in the default store.
pub const DEFAULT_CLIENT_SECRET: &str = "devstore-secret";

/// What a devstore is made with.
#[derive(Clone, Debug)]
pub struct Options {
    /// The stores. A token, or a client id, says which store a request means, never the host it was sent to.
    pub stores: Vec<StoreOptions>,
    /// The time of everything the stores do.
    pub clock: Clock,
    /// The chance of everything but the seed.
    pub random: Random,
    /// Shopify's whole schema as SDL, to validate against instead of our subset. Fields that the devstore does not
    /// serve answer null, or an error where null is not allowed.
    pub schema: Option<String>,
}

impl Options {
    /// The default store.
    pub fn new(clock: Clock, random: Random) -> Self {
        Self { stores: vec![StoreOptions::new(DEFAULT_DOMAIN, DEFAULT_TOKEN)], clock, random, schema: None }
    }
}

/// What one store is made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreOptions {
    /// Its address, as `other.myshopify.com`.
    pub domain: String,
    /// The static token of its app, which works until it is revoked.
    pub token: String,
    /// The client id by which its app asks for other tokens.
    pub client_id: String,
    /// The secret that belongs to the client id, and signs callbacks.
    pub client_secret: String,
}

impl StoreOptions {
    /// A store whose client id is the name in its domain, and the secret that with `-secret`: for
    /// `other.myshopify.com` they are `other` and `other-secret`.
    pub fn new(domain: impl Into<String>, token: impl Into<String>) -> Self {
        let domain = domain.into();
        let client_id = domain.split('.').next().unwrap_or_default().to_owned();
        let client_secret = format!("{client_id}-secret");
        Self { domain, token: token.into(), client_id, client_secret }
    }

    /// With a client id and secret of its own.
    #[must_use]
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<String>) -> Self {
        self.client_id = id.into();
        self.client_secret = secret.into();
        self
    }

    /// Whether the store can be served beside the others; if not, why.
    pub(crate) fn check(&self, others: &[Store]) -> Result<(), String> {
        let Self { domain, token, client_id, client_secret } = self;
        if domain.trim().is_empty() || token.trim().is_empty() {
            return Err(format!("the store '{domain}' needs a domain and a token"));
        }
        if client_id.trim().is_empty() || client_secret.trim().is_empty() {
            return Err(format!("the store '{domain}' needs a client id and a client secret"));
        }
        if let Some(other) =
            others.iter().find(|other| other.domain != *domain && shard(&other.domain) == shard(domain))
        {
            return Err(format!(
                "{domain} and {} would hand out the same ids: give one of them another domain",
                other.domain
            ));
        }
        if others.iter().all(|other| other.differs(self)) {
            return Ok(());
        }
        Err(format!("the domain, the token or the client id of {domain} is given twice"))
    }
}
