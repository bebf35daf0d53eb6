//! Shopify's own schemas, where they lie beside the workspace.

use std::path::{Path, PathBuf};

use apollo_compiler::Schema;

/// Shopify's file uses the directive and does not define it.
const ONE_OF: &str = "directive @oneOf on INPUT_OBJECT\n";

/// The full schema of `version`, or nothing and a loud word about it.
pub fn read(version: &str) -> Option<Schema> {
    let name = format!("admin-{version}.graphql");
    let Some(text) = folders().find_map(|folder| std::fs::read_to_string(folder.join(&name)).ok()) else {
        eprintln!(
            "SKIPPED: {name} is not there, so the subset was not compared with it; `cargo xtask schema` fetches it"
        );
        return None;
    };
    Some(Schema::parse(format!("{ONE_OF}{text}"), name).unwrap_or_else(|errors| panic!("{errors}")))
}

/// Where the schemas may be: the folder that `cargo xtask schema` names, or one beside the workspace.
fn folders() -> impl Iterator<Item = PathBuf> {
    let named = std::env::var_os("KOBLING_SHOPIFY_SCHEMAS").map(PathBuf::from);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    named.into_iter().chain(here.ancestors().map(|folder| folder.join("shared/shopify")))
}
