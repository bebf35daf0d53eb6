//! Which version of the Admin API a shop's store is asked for.

use shopify::documents::api_versions::{ApiVersion, api_versions};
pub use shopify_schema::{Standing, Version};

use super::{Model, find};
use crate::{Connector, Error};

/// The version that is asked for: the shop card's, else the one that the documents are written for.
pub fn asked(shop: &Model) -> Version {
    shop.api_version.parse().unwrap_or(Version::PINNED)
}

/// Whether a shop card may have it: blank, or a version that is not older than the one that the documents are written for.
///
/// # Errors
/// Why not, and what it may be.
pub fn check(text: &str) -> Result<(), String> {
    if text.is_empty() {
        return Ok(());
    }
    match text.parse::<Version>() {
        Ok(version) if version < Version::PINNED => {
            Err(format!("{version} is older than {}, which Kobling needs; leave it blank", Version::PINNED))
        }
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

/// The versions that the store answers and a shop card may have.
///
/// # Errors
/// What the store or the network says.
pub async fn offered(connector: &Connector, code: &str) -> Result<Vec<ApiVersion>, Error> {
    let shop = connector.db().read(|r| async move { find(&r, code).await }).await?;
    let answered = api_versions(&connector.client(&shop).await?.urgent()).await?;
    Ok(answered.into_iter().filter(|version| check(&version.handle).is_ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pinned_version_and_newer_ones_may_be_asked_for() {
        for good in ["", "2026-10", "2027-01"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in ["2026-07", "unstable", "2027-02", "newest"] {
            assert!(check(bad).is_err(), "{bad}");
        }
    }
}
