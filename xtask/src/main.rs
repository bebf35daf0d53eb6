//! The project's own commands: `cargo xtask test`, `cargo xtask check` and so on.
//!
//! Each starts and stops what it needs, installs what it may, and otherwise says in one sentence what is missing.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks to its user")]

mod bench;
mod check;
mod clients;
mod demo;
mod devstore;
mod docs;
mod files;
mod http;
mod install;
mod memory;
mod node;
mod openapi;
mod postgres;
mod process;
mod schema;
mod soak;
mod test;
mod web;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Kobling's own commands")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the whole system on an embedded database with its own store; arguments follow `--`.
    Demo {
        /// What `kobling demo` takes, as `--once --json`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Passes all tests, on both databases, and those of the web application.
    Test {
        /// What `cargo test` takes, as `-p database`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// The tests that take large numbers; writes docs/results.
    Soak {
        /// How often a serving process is killed, on each database; 0 leaves that out.
        #[arg(long, default_value_t = 200)]
        kills: u32,
        /// How often the order path is gone while everything goes wrong, on both databases together; 0 leaves it out.
        #[arg(long, default_value_t = 1_000)]
        runs: u32,
        /// How many documents are posted on each database; 0 leaves it out.
        #[arg(long, default_value_t = 20_000)]
        documents: u32,
        /// How many orders that chance has made are imported into each database; 0 leaves it out.
        #[arg(long, default_value_t = 5_000)]
        orders: u32,
        /// How many products are read for the first time into each database; 0 leaves that out.
        #[arg(long, default_value_t = 10_000)]
        products: u32,
        /// In how many rounds stock is sent while something is sold, on both databases together; 0 leaves that out.
        #[arg(long, default_value_t = 4_000)]
        sales: u32,
        /// How often the sending of shipments is killed on each database; 0 leaves that out.
        #[arg(long, default_value_t = 300)]
        shipments: u32,
    },
    /// Formatting, lints, documentation and licences, of the web application too.
    Check,
    /// Compares our subset of Shopify's schema with the original.
    Schema {
        #[command(subcommand)]
        command: Option<SchemaCommand>,
    },
    /// Writes web/openapi.json from the code.
    Openapi,
    /// Measures the whole system; writes bench/results.
    Bench {
        #[command(subcommand)]
        command: BenchCommand,
    },
    /// Builds the web application.
    Web,
    /// Goes through the program as its users do, in a browser.
    Journeys,
}

#[derive(Subcommand)]
enum SchemaCommand {
    /// Writes every GraphQL document that can be sent to a file of its own.
    Documents {
        /// The folder; it is made when it is not there.
        folder: std::path::PathBuf,
    },
}

#[derive(Subcommand)]
enum BenchCommand {
    /// Puts a load on the job queue.
    Queue {
        /// How many entries are made at once.
        #[arg(long, default_value_t = 50_000)]
        jobs: u32,
        /// For how many seconds 200 are made a second.
        #[arg(long, default_value_t = 20)]
        seconds: u32,
    },
    /// Imports orders and makes sales orders of them; beside it, inserts the same rows with plain SQL.
    Import {
        /// How many orders.
        #[arg(long, default_value_t = 100_000)]
        orders: u64,
    },
    /// Posts sales orders with report 296 on both databases; beside it, inserts the same rows with plain SQL.
    Post {
        /// How many orders.
        #[arg(long, default_value_t = 10_000)]
        orders: u64,
    },
    /// Works out what is available of all items; beside it, adds up the item ledger with plain SQL.
    Availability {
        /// How many variants, each at five locations.
        #[arg(long, default_value_t = 100_000)]
        variants: u64,
        /// How many item ledger entries.
        #[arg(long, default_value_t = 1_000_000)]
        entries: u64,
    },
    /// Asks for what is behind the pages, with many orders, on both databases.
    Api {
        /// How many orders.
        #[arg(long, default_value_t = 100_000)]
        orders: u64,
        /// How often each address is asked.
        #[arg(long, default_value_t = 500)]
        requests: usize,
    },
    /// Fills a devstore with 100,000 orders and asks it as fast as it answers.
    Devstore,
    /// Reads the result of a bulk query, and compares the memory that takes with that of a small one.
    Bulk {
        /// How many lines.
        #[arg(long, default_value_t = 1_000_000)]
        lines: u64,
    },
    /// Plans an export of many variants of which nothing has changed; beside it, reads the same rows with plain SQL.
    Products {
        /// How many variants.
        #[arg(long, default_value_t = 100_000)]
        variants: u64,
    },
    /// Scrolls through many orders in a browser, and counts the frames that come late.
    Web {
        /// How many orders.
        #[arg(long, default_value_t = 10_000)]
        orders: u64,
    },
    /// Runs a program and prints what it used.
    #[command(hide = true)]
    Measure {
        /// The program and its arguments.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        program: Vec<String>,
    },
}

fn main() -> ExitCode {
    if docs::is_rustdoc() {
        return docs::rustdoc();
    }
    match install::build_tools().and_then(|()| run(Cli::parse().command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Demo { arguments } => demo::run(&arguments),
        Command::Test { arguments } => test::run(&arguments),
        Command::Soak { kills, runs, documents, orders, products, sales, shipments } => {
            soak::run(&soak::Numbers { kills, runs, documents, orders, products, sales, shipments })
        }
        Command::Check => check::run(),
        Command::Schema { command: None } => schema::compare(),
        Command::Schema { command: Some(SchemaCommand::Documents { folder }) } => schema::documents(&folder),
        Command::Openapi => openapi::run(),
        Command::Bench { command: BenchCommand::Import { orders } } => bench::import(orders),
        Command::Bench { command: BenchCommand::Post { orders } } => bench::post(orders),
        Command::Bench { command: BenchCommand::Availability { variants, entries } } => {
            bench::availability(bench::Stock { variants, entries })
        }
        Command::Bench { command: BenchCommand::Api { orders, requests } } => bench::api(orders, requests),
        Command::Bench { command: BenchCommand::Queue { jobs, seconds } } => {
            bench::queue(bench::Load { jobs, seconds })
        }
        Command::Bench { command: BenchCommand::Devstore } => bench::devstore(),
        Command::Bench { command: BenchCommand::Bulk { lines } } => bench::bulk(lines),
        Command::Bench { command: BenchCommand::Products { variants } } => bench::products(variants),
        Command::Bench { command: BenchCommand::Web { orders } } => bench::web(orders),
        Command::Bench { command: BenchCommand::Measure { program } } => bench::measure(&program),
        Command::Web => web::run(),
        Command::Journeys => web::journeys(),
    }
}
