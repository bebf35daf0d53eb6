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
    /// What is done in large numbers.
    of: Of,
}

/// What is done in large numbers.
#[derive(Clone, Copy)]
enum Of {
    /// Processes are killed.
    Kills,
    /// The order path is gone.
    Runs,
    /// Documents are posted.
    Documents,
}

const SOAKS: [Soak; 4] = [
    Soak {
        package: "job-queue",
        filter: "killed",
        file: "workers.md",
        title: "Workers killed and frozen",
        about: "two workers run jobs of one PostgreSQL database; one of them, at random, is killed (`SIGKILL`) and started \
                again, or frozen (`SIGSTOP`) for up to one and a half times its lease and let go on. Afterwards every job \
                has had its effect once, no two of an exclusion key overlapped, and nothing is left behind.",
        of: Of::Kills,
    },
    Soak {
        package: "kobling",
        filter: "kill",
        file: "kills.md",
        title: "Killed while importing and posting",
        about: "a serving process is killed (`SIGKILL`) at random moments while it imports orders and makes sales orders of \
                them, or while it posts a batch of 200, and started again. Afterwards every order is there once, with one \
                sales order, or is posted once and whole, and the ledgers agree.",
        of: Of::Kills,
    },
    Soak {
        package: "connector",
        filter: "faulty",
        file: "faults.md",
        title: "Orders while everything goes wrong",
        about: "orders are placed, imported, made into sales orders and marked as paid in Shopify, while answers are lost, \
                connections break, answers are cut off, calls are throttled, the store answers 5xx or with internal \
                errors, and workers are killed, as a seed decides for each run. Afterwards every order is staged once, \
                has one sales order, and has one payment in the store.",
        of: Of::Runs,
    },
    Soak {
        package: "back-office",
        filter: "posting::properties",
        file: "documents.md",
        title: "Documents posted, in parts and taken back",
        about: "random sales orders and invoices (up to nine lines of goods, freight, texts and returns; discounts on lines \
                and on the whole; prices with and without VAT at four rates; two currencies; discounts posted in four ways; \
                what is to be paid rounded or not) are shipped and invoiced in random parts until nothing is left, and some \
                are taken back by a credit memo that settles the invoice. The parts come to the document to the cent, in \
                both currencies, and afterwards the audit of the ledgers (`kobling doctor --ledger`) finds nothing.",
        of: Of::Documents,
    },
];

/// Passes the tests whose numbers can be large with large numbers, and writes down that they passed.
///
/// # Errors
/// When a test fails, or the result can't be written.
pub(crate) fn run(kills: u32, runs: u32, documents: u32) -> Result<()> {
    let server = Server::start()?;
    SOAKS.iter().try_for_each(|soak| match soak.of {
        Of::Kills => soak.run("kills", kills, &server),
        Of::Runs => soak.run("runs", runs, &server),
        Of::Documents => soak.run("documents", documents, &server),
    })
}

impl Soak {
    /// Passes it with `what` so many `times`.
    fn run(&self, what: &str, times: u32, server: &Server) -> Result<()> {
        if times == 0 {
            println!("{}: left out.", self.title);
            return Ok(());
        }
        println!("{}: {times} times ...", self.title);
        let mut test = cargo();
        test.args(["test", "--profile", "soak", "--package", self.package, "--examples", "--test", "suite", "--"]);
        test.args(["--nocapture", self.filter]);
        test.env("KOBLING_TEST_POSTGRES", server.address()).env("TMPDIR", server.scratch()?);
        test.env(format!("KOBLING_TEST_{}", what.to_uppercase()), times.to_string());
        let said = output(&mut test)?;
        let passed: Vec<&str> = said.lines().filter(|line| line.starts_with("test ") && line.ends_with("ok")).collect();
        let found: Vec<&str> = said.lines().filter(|line| line.starts_with(&format!("{what}: "))).collect();
        let machine = Machine::this();
        let text = format!(
            "# {}\n\n{}, commit {}, {}.\n\n`cargo xtask soak --{what} {times}`: {}\n\n```\n{}\n```\n",
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
