//! Chooses the web UI that goes into the binary: the built one, or one page that says how to build it.

use std::path::PathBuf;
use std::{env, fs, io};

const PLACEHOLDER: &str = include_str!("placeholder.html");

fn main() -> io::Result<()> {
    let variable = |name: &str| env::var_os(name).map(PathBuf::from).ok_or_else(|| io::Error::other(name.to_owned()));
    let dist = variable("CARGO_MANIFEST_DIR")?.join("../../web/dist");
    println!("cargo::rerun-if-changed={}", dist.display());
    println!("cargo::rerun-if-changed=placeholder.html");
    println!("cargo::rerun-if-env-changed=KOBLING_REQUIRE_WEB");

    let chosen = if dist.join("index.html").is_file() {
        dist
    } else if env::var_os("KOBLING_REQUIRE_WEB").is_some() {
        return Err(io::Error::other("web/dist is missing: run `npm ci && npm run build` in web/"));
    } else {
        let folder = variable("OUT_DIR")?.join("web");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), PLACEHOLDER)?;
        folder
    };
    println!("cargo::rustc-env=WEB_DIST={}", chosen.display());
    Ok(())
}
