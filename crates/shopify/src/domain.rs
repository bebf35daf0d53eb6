//! The address of a store, as people write it.

use std::fmt;

/// A text that names no store.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is no Shopify store: give its internal address, as my-store.myshopify.com, not the shop's public domain"
)]
pub struct NotAStore(String);

/// The internal address of a store, as `my-store.myshopify.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Domain(String);

impl Domain {
    /// Reads `my-store.myshopify.com`, with or without `https://`, or the address of the store's administration,
    /// `https://admin.shopify.com/store/my-store`.
    ///
    /// # Errors
    /// [`NotAStore`].
    pub fn parse(text: &str) -> Result<Self, NotAStore> {
        let lower = text.trim().to_lowercase();
        let refused = || NotAStore(text.trim().to_owned());
        let address = lower.strip_prefix("https://").unwrap_or(&lower).trim_end_matches('/');
        let name = match address.strip_prefix("admin.shopify.com/store/") {
            Some(rest) => rest.split(['/', '?', '#']).next().unwrap_or(rest),
            None => address.strip_suffix(".myshopify.com").ok_or_else(refused)?,
        };
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if name.starts_with(|first: char| first.is_ascii_alphanumeric()) && name.chars().all(plain) {
            Ok(Self(format!("{name}.myshopify.com")))
        } else {
            Err(refused())
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_store_is_known_by_any_of_its_addresses() {
        for text in [
            "my-store.myshopify.com",
            "HTTPS://My-Store.myshopify.com//",
            "https://admin.shopify.com/store/my-store/orders?x=1",
        ] {
            assert_eq!(Domain::parse(text).unwrap().as_str(), "my-store.myshopify.com");
        }
    }

    #[test]
    fn a_public_domain_is_refused() {
        for text in ["www.example.com", "", "-x.myshopify.com", "a.b.myshopify.com", "http://x.myshopify.com"] {
            assert!(Domain::parse(text).unwrap_err().to_string().contains("my-store.myshopify.com"), "{text}");
        }
    }
}
