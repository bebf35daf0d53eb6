use std::fmt;
use std::sync::Arc;

use outbound::{HeaderName, Request};
use secrecy::SecretString;

use crate::Error;
use crate::token::{Fixed, Tokens};

const TOKEN: HeaderName = HeaderName::from_static("x-shopify-access-token");

/// A store, and how it is reached.
#[derive(Clone)]
pub struct Store {
    pub(crate) domain: String,
    pub(crate) admin_url: String,
    pub(crate) tokens: Arc<dyn Tokens>,
}

impl Store {
    /// A store by the texts of its [`Domain`](crate::Domain) and its [`AdminUrl`](crate::AdminUrl), with the access
    /// token of an app that is installed in it.
    pub fn new(domain: &str, admin_url: &str, token: SecretString) -> Self {
        Self::with_tokens(domain, admin_url, Arc::new(Fixed(token)))
    }

    /// The same with tokens that are renewed.
    pub fn with_tokens(domain: &str, admin_url: &str, tokens: Arc<dyn Tokens>) -> Self {
        Self { domain: domain.to_owned(), admin_url: admin_url.trim_end_matches('/').to_owned(), tokens }
    }

    /// Its internal address, as `my-store.myshopify.com`.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    pub(crate) fn authorised(&self, request: Request, token: &SecretString) -> Result<Request, Error> {
        request.secret_header(TOKEN, token).map_err(|source| self.not_sent(source))
    }

    pub(crate) fn not_sent(&self, source: outbound::Error) -> Error {
        Error::NotSent { store: self.domain.clone(), source }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("domain", &self.domain)
            .field("admin_url", &self.admin_url)
            .finish_non_exhaustive()
    }
}
