//! How manifests and lints are written.

use crate::workspace::{members, root};

#[test]
fn every_dependency_and_every_forbidden_method_has_its_reason() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let table = manifest.split("[workspace.dependencies]").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
    let outside = |line: &&str| line.contains(" = ") && !line.starts_with('#') && !line.contains("path = \"crates/");
    for line in table.lines().filter(outside) {
        let reason = line.rsplit_once("# ").map(|(_, reason)| reason.trim()).unwrap_or_default();
        assert!(!reason.is_empty(), "say why: {line}");
    }
    let lints = std::fs::read_to_string(root().join("clippy.toml")).unwrap();
    for line in lints.lines().filter(|line| line.contains("path = ")) {
        assert!(line.contains("reason = "), "say why: {line}");
    }
}

#[test]
fn every_crate_obeys_the_lints_of_the_workspace() {
    for member in members().values() {
        let manifest = std::fs::read_to_string(member.folder.join("Cargo.toml")).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} has no [lints] workspace = true", member.name);
    }
}
