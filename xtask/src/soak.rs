use anyhow::{Context, Result};

use crate::bench::Machine;
use crate::postgres::Server;
use crate::process::{cargo, output, root};

/// A test whose numbers can be large.
struct Soak {
    package: &'static str,
    /// Which of its tests.
    filter: &'static str,
    /// The file under docs/results.
    file: &'static str,
    title: &'static str,
    /// What was done, and what holds afterwards.
    about: &'static str,
}

const SOAKS: [Soak; 2] = [
    Soak {
        package: "job-queue",
        filter: "killed",
        file: "workers.md",
        title: "Workers killed and frozen",
        about: "two workers run jobs of one PostgreSQL database; one of them, at random, is killed (`SIGKILL`) and started \
                again, or frozen (`SIGSTOP`) for up to one and a half times its lease and let go on. Afterwards every job \
                has had its effect once, no two of an exclusion key overlapped, and nothing is left behind.",
    },
    Soak {
        package: "kobling",
        filter: "kill",
        file: "kills.md",
        title: "Killed while importing",
        about: "a serving process is killed (`SIGKILL`) at random moments while it imports orders and makes sales orders of \
                them, and started again. Afterwards every order is there once, with one sales order.",
    },
];

/// Passes the tests whose numbers can be large with large numbers, and writes down that they passed.
///
/// # Errors
/// When a test fails, or the result can't be written.
pub(crate) fn run(kills: u32) -> Result<()> {
    let server = Server::start()?;
    SOAKS.iter().try_for_each(|soak| soak.run(kills, &server))
}

impl Soak {
    fn run(&self, kills: u32, server: &Server) -> Result<()> {
        println!("{}: {kills} times ...", self.title);
        let mut test = cargo();
        test.args(["test", "--package", self.package, "--examples", "--test", "suite", "--"]);
        test.args(["--nocapture", self.filter]);
        test.env("KOBLING_TEST_POSTGRES", server.address()).env("TMPDIR", server.scratch()?);
        test.env("KOBLING_TEST_KILLS", kills.to_string());
        let said = output(&mut test)?;
        let passed: Vec<&str> = said.lines().filter(|line| line.starts_with("test ") && line.ends_with("ok")).collect();
        let found: Vec<&str> = said.lines().filter(|line| line.starts_with("kills: ")).collect();
        let machine = Machine::this();
        let text = format!(
            "# {}\n\n{}, commit {}, {}.\n\n`cargo xtask soak --kills {kills}`: {}\n\n```\n{}\n```\n",
            self.title,
            machine.date,
            machine.commit,
            machine.description,
            self.about,
            [found, passed].concat().join("\n")
        );
        let folder = root().join("docs/results");
        std::fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
        let path = folder.join(self.file);
        std::fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
        println!("{}", path.display());
        Ok(())
    }
}
