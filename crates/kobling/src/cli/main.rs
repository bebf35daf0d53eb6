use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::error::ErrorKind;
use clap::{Parser, Subcommand};

use super::{
    db, demo, demo_company, devstore, doctor, import, init, invoice, job_queue, key, logging, orders, serve, shop,
    task, token, user, work,
};
use crate::assembly::Program;
use crate::call_log::written;
use crate::config::{Config, Place};
use crate::output::{Output, complain};

/// Couples a Shopify store to a back office and keeps the two in step, in the background.
#[derive(Debug, Parser)]
#[command(name = "kobling", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    place: Place,
    /// Show results as JSON.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Set up a company: settings, key, database, an administrator and a first API token.
    Init(init::Init),
    /// Run everything: the server, and the jobs.
    Serve(serve::Serve),
    /// Run jobs only, beside other processes on PostgreSQL.
    Work,
    /// Show the whole system on a shop of its own.
    Demo(demo::Demo),
    /// Fill a company that has no entries yet: items with stock, customers, documents and payments to play with.
    DemoCompany,
    /// Serve a stand-in Shopify store for development and tests.
    Devstore(devstore::Serve),
    /// Look after shops and their credentials.
    #[command(subcommand)]
    Shop(shop::Shop),
    /// Look after how a shop's orders come in.
    #[command(subcommand)]
    Orders(orders::Orders),
    /// List and run tasks.
    #[command(subcommand)]
    Task(task::Task),
    /// Look after job queue entries.
    #[command(subcommand)]
    JobQueue(job_queue::JobQueue),
    /// Read a file of comma-separated values into a list: items, customers, set-up.
    Import(import::Import),
    /// Look after posted invoices and credit memos.
    #[command(subcommand)]
    Invoice(invoice::Invoice),
    /// Look after users.
    #[command(subcommand)]
    User(user::User),
    /// Look after API tokens.
    #[command(subcommand)]
    Token(token::Token),
    /// Look after the key that secrets are sealed with.
    #[command(subcommand)]
    Key(key::Key),
    /// Look after the database.
    #[command(subcommand)]
    Db(db::Db),
    /// Check the installation and say what to mend.
    Doctor(doctor::Doctor),
}

/// Everything was done.
pub const DONE: u8 = 0;
/// The command failed.
pub const FAILED: u8 = 1;
/// The command line can't be read.
const USAGE: u8 = 2;
/// A task that was waited for left records out.
pub const PARTIAL_SUCCESS: u8 = 3;

/// What a thread may put on its stack, in bytes: as much as the main thread, since what a task calls lies deep.
const STACK: usize = 8 << 20;

/// Reads the command line, does what it says, and tells how that ended.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    let long_running = matches!(cli.command, Command::Serve(_) | Command::Work | Command::Devstore(_));
    logging::start(if long_running { "info" } else { "error" });
    let ended = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .build()
        .context("the asynchronous runtime can't be started")
        .and_then(|runtime| runtime.block_on(run(cli)));
    match ended {
        Ok(code) => code.into(),
        Err(error) => {
            complain(&sentence(&error));
            FAILED.into()
        }
    }
}

/// The command line can't be read, or help was asked for. A value that can't be is a failure as any other, so it is told
/// as one.
fn refuse(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::ValueValidation | ErrorKind::InvalidValue) {
        let text = error.render().to_string();
        let sentence = text.lines().next().unwrap_or_default();
        complain(sentence.strip_prefix("error: ").unwrap_or(sentence));
        return FAILED.into();
    }
    let _gone = error.print();
    if error.use_stderr() { USAGE.into() } else { DONE.into() }
}

/// One sentence: what was being done, and every cause that its text does not hold already.
fn sentence(error: &anyhow::Error) -> String {
    let mut sentence = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !sentence.contains(&cause) {
            sentence = format!("{sentence}: {cause}");
        }
    }
    sentence.replace('\n', " ")
}

async fn run(cli: Cli) -> Result<u8> {
    let output = Output::new(cli.json);
    let config = Config::read(&cli.place)?;
    let program = || Program::open(&config);
    match cli.command {
        Command::Init(init) => init.run(&config, output).await.map(|()| DONE),
        Command::Serve(serve) => serve.run(&config, output).await.map(|()| DONE),
        Command::Work => work::run(&program().await?, output).await.map(|()| DONE),
        Command::Demo(demo) => demo.run(output).await.map(|()| DONE),
        Command::DemoCompany => demo_company::run(&program().await?, output).await.map(|()| DONE),
        Command::Devstore(devstore) => devstore.run(output).await.map(|()| DONE),
        Command::Shop(shop) => {
            let program = program().await?;
            written(&program, shop.run(&program, output).await).await.map(|()| DONE)
        }
        Command::Orders(orders) => {
            let program = program().await?;
            written(&program, orders.run(&program, output).await).await.map(|()| DONE)
        }
        Command::Task(task) => {
            let program = program().await?;
            written(&program, task.run(&program, output).await).await
        }
        Command::JobQueue(command) => command.run(&config, output).await.map(|()| DONE),
        Command::Import(import) => {
            let program = program().await?;
            import.run(&program, output).await
        }
        Command::Invoice(invoice) => invoice.run(&program().await?, output).await.map(|()| DONE),
        Command::User(user) => user.run(&program().await?, output).await.map(|()| DONE),
        Command::Token(token) => token.run(&program().await?, output).await.map(|()| DONE),
        Command::Key(key) => key.run(&config, output).await.map(|()| DONE),
        Command::Db(db) => db.run(&config, output).await.map(|()| DONE),
        Command::Doctor(doctor) => doctor.run(&config, output).await,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
