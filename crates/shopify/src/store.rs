use std::fmt;

use secrecy::SecretString;

/// A store, and how it is reached.
#[derive(Clone)]
pub struct Store {
    pub(crate) domain: String,
    pub(crate) admin_url: String,
    pub(crate) token: SecretString,
}

impl Store {
    /// A store by the texts of its [`Domain`](crate::Domain) and its [`AdminUrl`](crate::AdminUrl), with the access
    /// token of an app that is installed in it.
    pub fn new(domain: &str, admin_url: &str, token: SecretString) -> Self {
        Self { domain: domain.to_owned(), admin_url: admin_url.trim_end_matches('/').to_owned(), token }
    }

    /// Its internal address, as `my-store.myshopify.com`.
    pub fn domain(&self) -> &str {
        &self.domain
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
