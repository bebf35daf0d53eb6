use anyhow::{Context, Result, bail};

use crate::process::{self, cargo, root};
use crate::{docs, test, web};

/// Crates that must never be in the lock file: TLS is rustls with ring, and nothing else.
const FORBIDDEN: [&str; 3] = ["aws-lc-rs", "openssl-sys", "native-tls"];

/// Formatting, lints, documentation, licences, and what is generated from the code.
///
/// # Errors
/// The first check that fails.
pub(crate) fn run() -> Result<()> {
    process::run(cargo().args(["fmt", "--all", "--check"]))?;
    only_ring()?;
    // First, so that what is looked at has the application in it, as what the tests run has.
    web::run()?;
    // Of a big crate the compiler looks with one core; the other looks at the web application meanwhile.
    let (rust, web) = std::thread::scope(|scope| {
        let web = scope.spawn(web::lint);
        (rust(), web.join())
    });
    rust?;
    licences()?;
    web.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Clippy looks at the workspace while the tests are built, and what was built serves the documentation: nothing is
/// understood twice.
fn rust() -> Result<()> {
    process::run(test::workspace().arg("--no-run"))?;
    docs::check()
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
