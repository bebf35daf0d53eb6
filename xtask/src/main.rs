//! The project's own commands: `cargo xtask test`, `cargo xtask check` and so on.
//!
//! Each starts and stops what it needs, installs what it may, and otherwise says in one sentence what is missing.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line tool speaks to its user")]

mod check;
mod demo;
mod documents;
mod install;
mod openapi;
mod postgres;
mod process;
mod schema;
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
    /// Passes all tests, on both databases.
    Test {
        /// What `cargo test` takes, as `-p database`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Formatting, lints, documentation, licences and what is generated.
    Check,
    /// Compares our subset of Shopify's schema with the original.
    Schema {
        #[command(subcommand)]
        command: Option<SchemaCommand>,
    },
    /// Writes web/openapi.json from the code.
    Openapi,
    /// Builds the web application.
    Web,
}

#[derive(Subcommand)]
enum SchemaCommand {
    /// Writes every GraphQL document that can be sent to a file of its own.
    Documents {
        /// The folder; it is made when it is not there.
        folder: std::path::PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Demo { arguments } => demo::run(&arguments),
        Command::Test { arguments } => test::run(&arguments),
        Command::Check => check::run(),
        Command::Schema { command: None } => schema::run(),
        Command::Schema { command: Some(SchemaCommand::Documents { folder }) } => documents::run(&folder),
        Command::Openapi => openapi::run(),
        Command::Web => web::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
