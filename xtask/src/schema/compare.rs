use std::path::{Path, PathBuf};

use anyhow::Result;

use super::package;
use crate::process::{self, cargo, root};

/// The versions that our subset is compared with: the one we speak, and those before and after it.
const VERSIONS: [&str; 3] = ["2026-07", "2026-10", "unstable"];

/// Compares our subset of Shopify's schema with the original, and validates every document against it. The original is
/// taken from a folder beside the workspace or, where there is none, from Shopify's npm package.
///
/// # Errors
/// When the original can't be had, or something differs.
pub(crate) fn run() -> Result<()> {
    let folder = match beside() {
        Some(folder) => folder,
        None => package::fetch(&VERSIONS)?,
    };
    eprintln!("Shopify's schemas: {}", folder.display());
    let mut test = cargo();
    test.args(["test", "--package", "shopify-schema", "--package", "shopify"]).env("KOBLING_SHOPIFY_SCHEMAS", folder);
    process::run(&mut test)
}

fn beside() -> Option<PathBuf> {
    let folder = |above: &Path| above.join("shared/shopify");
    root().ancestors().map(folder).find(|folder| folder.join("admin-2026-10.graphql").exists())
}
