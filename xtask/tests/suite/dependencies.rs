//! Who may use whom. The table is the one of ARCHITECTURE.md.

use crate::workspace::members;

/// A crate and the crates of the workspace that it may use. Besides, every crate may use `values`, and every one but
/// `values` may use `runtime`.
const MAY_USE: &[(&str, &[&str])] = &[
    ("runtime", &[]),
    ("values", &[]),
    ("database", &["database-derive"]),
    ("database-derive", &[]),
    ("access", &["database"]),
    ("outbound", &[]),
    ("job-queue", &["database", "access", "outbound"]),
    ("back-office", &["database", "access", "job-queue"]),
    ("papers", &["database", "back-office"]),
    ("shopify-schema", &[]),
    ("shopify", &["outbound", "shopify-schema"]),
    ("connector", &["database", "access", "outbound", "job-queue", "back-office", "shopify-schema", "shopify"]),
    (
        "server",
        &[
            "database",
            "access",
            "outbound",
            "job-queue",
            "back-office",
            "papers",
            "shopify-schema",
            "shopify",
            "connector",
        ],
    ),
    ("devstore", &["shopify-schema"]),
    ("xtask", &[]),
];

/// Everything is put together here, so it may use everything.
const BINARY: &str = "kobling";

fn may_use(user: &str, used: &str) -> bool {
    let listed = MAY_USE.iter().any(|(name, allowed)| *name == user && allowed.contains(&used));
    user == BINARY || listed || used == "values" || (used == "runtime" && user != "values")
}

#[test]
fn a_crate_uses_only_the_crates_below_it() {
    let members = members();
    let mut wrong = Vec::new();
    for member in members.values() {
        for (used, kind) in &member.dependencies {
            if *kind != "dev" && members.contains_key(used) && !may_use(&member.name, used) {
                wrong.push(format!("{} must not use {used}", member.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_crate_has_its_place_in_the_table() {
    for name in members().keys() {
        assert!(name == BINARY || MAY_USE.iter().any(|(listed, _)| listed == name), "{name} is not in the table");
    }
}
