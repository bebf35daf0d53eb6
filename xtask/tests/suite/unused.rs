//! A dependency that nobody names makes every build longer and every audit wider.

use std::path::Path;

use crate::workspace::{Member, members, root};

#[test]
fn a_crate_names_each_of_its_dependencies() {
    let mut unused = Vec::new();
    for member in members().values() {
        let text = sources(member);
        let names = member.dependencies.iter().map(|(name, _)| name).filter(|name| !is_named(&text, name));
        unused.extend(names.map(|name| format!("{} does not use {name}", member.name)));
    }
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}

#[test]
fn the_workspace_offers_only_what_a_crate_takes() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let members = members();
    let taken = |name: &str| members.values().any(|member| member.dependencies.iter().any(|(used, _)| used == name));
    let offered = manifest["workspace"]["dependencies"].as_table().unwrap().keys();
    let unused: Vec<&str> =
        offered.map(String::as_str).filter(|name| !taken(name) && !members.contains_key(*name)).collect();
    assert!(unused.is_empty(), "nobody takes {}", unused.join(", "));
}

/// Whether a path of Rust begins with the crate's name.
fn is_named(text: &str, name: &str) -> bool {
    let path = format!("{}::", name.replace('-', "_"));
    text.match_indices(&path).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// All Rust of a crate, without what its comments say.
fn sources(member: &Member) -> String {
    let mut text = String::new();
    read(&member.folder, &mut text);
    text
}

fn read(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.join("Cargo.toml").exists() && !path.ends_with("target") {
            read(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let file = std::fs::read_to_string(&path).unwrap();
            text.extend(file.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]));
        }
    }
}
