use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{self, cargo, root};
use crate::web;

/// Crates that must never be in the lock file: TLS is rustls with ring, and nothing else.
const FORBIDDEN: [&str; 3] = ["aws-lc-rs", "openssl-sys", "native-tls"];

/// Formatting, lints, documentation, licences, and what is generated from the code.
///
/// # Errors
/// The first check that fails.
pub(crate) fn run() -> Result<()> {
    process::run(cargo().args(["fmt", "--all", "--check"]))?;
    only_ring()?;
    // Of a big crate the compiler looks with one core; the other looks at the web application meanwhile.
    let (rust, web) = std::thread::scope(|scope| {
        let web = scope.spawn(web::check);
        (rust(), web.join())
    });
    rust?;
    licences()?;
    web.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Clippy looks at the workspace, and what it has understood of it serves rustdoc, which is not asked to look anew.
fn rust() -> Result<()> {
    let lints = ["check", "--workspace", "--all-targets", "--all-features"];
    process::run(through_clippy().args(lints))?;
    let docs = ["doc", "--workspace", "--no-deps", "--all-features"];
    process::run(through_clippy().args(docs).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Cargo with Clippy in the place of the compiler for what is our own, as `cargo clippy -- -D warnings` does it.
fn through_clippy() -> Command {
    let mut cargo = cargo();
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver");
    cargo.env("CLIPPY_ARGS", ["-D", "warnings", ""].join("__CLIPPY_HACKERY__"));
    cargo
}

fn only_ring() -> Result<()> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock can't be read")?;
    match FORBIDDEN.iter().find(|name| lock.contains(&format!("name = \"{name}\""))) {
        Some(name) => bail!("{name} came into Cargo.lock: find who brings it with `cargo tree -i {name}`"),
        None => Ok(()),
    }
}

fn licences() -> Result<()> {
    if !process::exists("cargo-deny") {
        eprintln!("SKIPPED: licences, bans and sources; install cargo-deny to check them");
        return Ok(());
    }
    process::run(cargo().args(["deny", "check", "licenses", "bans", "sources"]))
}
