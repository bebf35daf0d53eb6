use anyhow::{Context, Result};

use crate::bench::Machine;
use crate::postgres::Server;
use crate::process::{output, root};
use crate::test;

/// A test whose numbers can be large.
struct Soak {
    /// The tests, by what is in the names of no others.
    tests: &'static [&'static str],
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
    /// Orders that chance has made are imported.
    Orders,
    /// Products are imported.
    Products,
    /// Something is sold while stock is sent.
    Sales,
    /// Shipments are sent.
    Shipments,
}

/// How often each is done; 0 leaves it out.
pub(crate) struct Numbers {
    pub kills: u32,
    pub runs: u32,
    pub documents: u32,
    pub orders: u32,
    pub products: u32,
    pub sales: u32,
    pub shipments: u32,
}

const SOAKS: [Soak; 9] = [
    Soak {
        tests: &["killed::every_job_has_its_effect_once"],
        file: "workers.md",
        title: "Workers killed and frozen",
        about: "two workers run jobs of one PostgreSQL database; one of them, at random, is killed (`SIGKILL`) and started \
                again, or frozen (`SIGSTOP`) for up to one and a half times its lease and let go on. Afterwards every job \
                has had its effect once, no two of an exclusion key overlapped, and nothing is left behind.",
        of: Of::Kills,
    },
    Soak {
        tests: &["killed::kills", "killed::posting"],
        file: "kills.md",
        title: "Killed while importing and posting",
        about: "a serving process is killed (`SIGKILL`) at random moments while it imports orders and makes sales orders of \
                them, or while it posts a batch of 200, and started again. Afterwards every order is there once, with one \
                sales order, or is posted once and whole, and the ledgers agree.",
        of: Of::Kills,
    },
    Soak {
        tests: &["faulty::nothing_is_lost"],
        file: "faults.md",
        title: "Orders while everything goes wrong",
        about: "orders are placed, imported, made into sales orders and marked as paid in Shopify, while answers are lost, \
                connections break, answers are cut off, calls are throttled, the store answers 5xx or with internal \
                errors, and workers are killed, as a seed decides for each run. Afterwards every order is staged once, \
                has one sales order, and has one payment in the store.",
        of: Of::Runs,
    },
    Soak {
        tests: &["posting::properties"],
        file: "documents.md",
        title: "Documents posted, in parts and taken back",
        about: "random sales orders and invoices (up to nine lines of goods, freight, texts and returns; discounts on lines \
                and on the whole; prices with and without VAT at four rates; two currencies; discounts posted in four ways; \
                what is to be paid rounded or not) are shipped and invoiced in random parts until nothing is left, and some \
                are taken back by a credit memo that settles the invoice. The parts come to the document to the cent, in \
                both currencies, and afterwards the audit of the ledgers (`kobling doctor --ledger`) finds nothing.",
        of: Of::Documents,
    },
    Soak {
        tests: &["generated::a_document_comes_to"],
        file: "orders.md",
        title: "Orders that chance has made",
        about: "orders with taxes in their prices or on top of them at several rates, discounts of lines, of codes and of the \
                whole, shipping, tips, gift cards sold and redeemed, duties, fees, rounded cash and lines of no product, in one \
                currency or two, some of them drafts at first, are placed in a store, edited, paid, and paid back in part; then \
                they are imported and made into documents, in the shop's money or in the buyer's. Each has one document, which \
                comes to what the store says that the order costs; where it does not, the difference is kept with its name.",
        of: Of::Orders,
    },
    Soak {
        tests: &["products_are_imported_a_page_of_250_a_call"],
        file: "products.md",
        title: "A first import of products",
        about: "products with three variants each are read for the first time, and staged. The store's journal says how many \
                calls that took, and what they cost: a page of 250 products a call.",
        of: Of::Products,
    },
    Soak {
        tests: &["no_sale_is_lost"],
        file: "sales.md",
        title: "Sold while stock is sent",
        about: "goods come in and are sent to the store, round after round, and each time something is sold just before the number \
                is set, every few times also between reading it and looking at the orders, and between that and setting it. Never \
                is a piece for sale that was sold, and in the end both sides have what came in less what was sold.",
        of: Of::Sales,
    },
    Soak {
        tests: &["shipments::kills"],
        file: "shipments.md",
        title: "Killed while sending shipments",
        about: "orders are shipped in parts, and the run that sends the shipments to Shopify is killed after each of its steps \
                in turn, so that a request may have been made or not and its answer heard or not; a minute later the job goes \
                on. Afterwards each posted shipment is one fulfillment, and each fulfillment one shipment.",
        of: Of::Shipments,
    },
    Soak {
        tests: &["shipments::cost"],
        file: "shipment-calls.md",
        title: "A thousand shipments",
        about: "1,000 posted shipments of as many orders are sent. The store's journal says how many calls that took, and \
                what they cost; a second run takes none.",
        of: Of::Shipments,
    },
];

/// Passes the tests whose numbers can be large with large numbers, and writes down that they passed.
///
/// # Errors
/// When a test fails, or the result can't be written.
pub(crate) fn run(numbers: &Numbers) -> Result<()> {
    let server = Server::start_in_memory()?;
    SOAKS.iter().try_for_each(|soak| match soak.of {
        Of::Kills => soak.run("kills", numbers.kills, &server),
        Of::Runs => soak.run("runs", numbers.runs, &server),
        Of::Documents => soak.run("documents", numbers.documents, &server),
        Of::Orders => soak.run("orders", numbers.orders, &server),
        Of::Products => soak.run("products", numbers.products, &server),
        Of::Sales => soak.run("sales", numbers.sales, &server),
        Of::Shipments => soak.run("shipments", numbers.shipments, &server),
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
        // As all tests are built, so that nothing is built once more.
        let mut test = test::workspace();
        test.args(["--examples", "--test", "suite", "--", "--nocapture"]).args(self.tests);
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
