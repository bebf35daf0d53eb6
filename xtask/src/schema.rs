use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process::{self, cargo, root};

/// Compares our subset of Shopify's schema with the original, and every document with it.
///
/// # Errors
/// When the original is not there, or something differs.
pub(crate) fn run() -> Result<()> {
    let original: PathBuf = root().join("../shared/shopify/admin-2026-10.graphql");
    if !original.exists() {
        bail!(
            "Shopify's schema is not at {}: take it from the npm package @shopify/dev-mcp (its data folder) and put it there",
            original.display()
        );
    }
    process::run(cargo().args(["test", "--package", "shopify-schema", "--package", "shopify"]))
}
