//! The versions of the Admin API that a store answers.

use std::sync::LazyLock;

use super::query;
use crate::{Client, Document, Error, schema};

/// A query for the versions.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot")]
pub struct ApiVersions {
    /// All that there are, the oldest first.
    pub public_api_versions: Vec<ApiVersion>,
}

/// One version.
#[derive(cynic::QueryFragment, Clone, Debug, PartialEq, Eq)]
pub struct ApiVersion {
    /// As `2026-10`, or `unstable`.
    pub handle: String,
    /// What people call it, as `2026-10 (Latest)`.
    pub display_name: String,
    /// Whether it is a stable one.
    pub supported: bool,
}

impl Document for ApiVersions {
    const NAME: &'static str = "ApiVersions";
    type Variables = ();
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> = LazyLock::new(|| query::<ApiVersions, ()>(ApiVersions::NAME, ()));
        &TEXT
    }

    fn cost((): &()) -> u32 {
        const LIST: u32 = 1;
        LIST
    }
}

/// Asks the store which versions it answers.
///
/// # Errors
/// Why there is no answer.
pub async fn api_versions(client: &Client) -> Result<Vec<ApiVersion>, Error> {
    Ok(client.run::<ApiVersions>(()).await?.public_api_versions)
}
