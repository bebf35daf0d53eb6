//! Shopify's own schemas, where they lie beside the workspace.

use std::path::PathBuf;

use apollo_compiler::Schema;

/// Shopify's file uses the directive and does not define it.
const ONE_OF: &str = "directive @oneOf on INPUT_OBJECT\n";

/// The full schema of `version`, or nothing and a loud word about it.
pub fn read(version: &str) -> Option<Schema> {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../../shared/shopify/admin-{version}.graphql"));
    // A worktree may lie one folder deeper than the project's own checkout.
    let deeper =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../../../shared/shopify/admin-{version}.graphql"));
    let Some(text) = [&path, &deeper].into_iter().find_map(|path| std::fs::read_to_string(path).ok()) else {
        eprintln!("SKIPPED: {} does not exist, so the subset was not compared with it", path.display());
        return None;
    };
    Some(Schema::parse(format!("{ONE_OF}{text}"), path).unwrap_or_else(|errors| panic!("{errors}")))
}
