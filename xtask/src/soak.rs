use anyhow::{Context, Result};

use crate::bench::Machine;
use crate::postgres::Server;
use crate::process::{cargo, output, root};

/// Passes the tests whose numbers can be large with large numbers, and writes down that they passed.
///
/// # Errors
/// When a test fails, or the result can't be written.
pub(crate) fn run(kills: u32) -> Result<()> {
    let server = Server::start()?;
    println!("Killing a serving process {kills} times on each database ...");
    let mut test = cargo();
    test.args(["test", "--package", "kobling", "--test", "suite", "--", "--nocapture", "kill"]);
    test.env("KOBLING_TEST_POSTGRES", server.address()).env("TMPDIR", server.scratch()?);
    test.env("KOBLING_TEST_KILLS", kills.to_string());
    let said = output(&mut test)?;
    let passed: Vec<&str> = said.lines().filter(|line| line.starts_with("test ") && line.ends_with("ok")).collect();
    let found: Vec<&str> = said.lines().filter(|line| line.starts_with("kills: ")).collect();
    let machine = Machine::this();
    let text = format!(
        "# Killed while importing\n\n{}, commit {}, {}.\n\n`cargo xtask soak --kills {kills}`: a serving process is killed \
         (`SIGKILL`) at random moments while it imports orders and makes sales orders of them, and started again. \
         Afterwards every order is there once, with one sales order.\n\n```\n{}\n```\n",
        machine.date,
        machine.commit,
        machine.description,
        [found, passed].concat().join("\n")
    );
    let folder = root().join("docs/results");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let path = folder.join("kills.md");
    std::fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
    println!("{}", path.display());
    Ok(())
}
