use anyhow::{Result, bail};
use clap::Args;
use connector::{Started, Sync, sync};
use job_queue::{Enqueued, Outcome, log};
use runtime::{Scope, Shutdown};
use serde_json::json;

use super::main::{DONE, PARTIAL_SUCCESS};
use super::task::{filters, options};
use crate::assembly::Program;
use crate::follow::follow;
use crate::output::Output;
use crate::{report, signals};

/// Runs a task for a shop.
#[derive(Args, Debug)]
pub struct Run {
    /// The task, as 30104.
    id: i32,
    /// The code of the shop.
    #[arg(long, value_name = "CODE")]
    shop: String,
    /// A filter of its request page.
    #[arg(long = "filter", value_name = "Table.field=EXPRESSION")]
    filters: Vec<String>,
    /// An option of its request page.
    #[arg(long = "option", value_name = "NAME=VALUE")]
    options: Vec<String>,
    /// Wait until it has ended, and show its summary.
    #[arg(long)]
    wait: bool,
}

impl Run {
    /// Enqueues it; with `--wait` works the queue itself when no other process does, and follows the entry to its end.
    pub async fn run(self, program: &Program, output: Output) -> Result<u8> {
        let asked = Sync {
            shop: self.shop.clone(),
            object: self.id,
            options: options(program.queue.registry(), self.id, &self.options)?,
            filters: filters(&self.filters)?,
            time_zone: program.zone().await?,
        };
        let right = if self.wait { program.right_to_run_jobs() } else { Ok(None) };
        let works_queue = self.wait && right.is_ok();
        // What the shop runs in the foreground runs in this process, whoever works the queue.
        let worker = program.worker(works_queue);
        let started = sync(&program.connector, &program.queue, &program.caller, &asked).await?;
        let id = started.id();
        if let (Started::Background(enqueued), false) = (started, self.wait) {
            let already = matches!(enqueued, Enqueued::AlreadyQueued(_));
            let text = if already { "waits already as" } else { "is enqueued as" };
            output.show(&json!({ "id": id, "alreadyQueued": already }), &format!("The task {text} {id}."));
            return Ok(DONE);
        }
        let (mut signals, mut jobs, shutdown) = (Scope::new(), Scope::new(), Shutdown::new());
        signals::listen(&mut signals, &shutdown)?;
        let stop = shutdown.clone();
        jobs.spawn(async move {
            if let Err(error) = worker.run(stop).await {
                tracing::error!(%error, "the worker ended");
            }
        });
        let ended = follow(program, id, &shutdown).await;
        shutdown.request();
        jobs.join().await;
        show(&ended?, output)
    }
}

fn show(run: &log::Model, output: Output) -> Result<u8> {
    if run.result == Outcome::Error {
        bail!("{}", run.error_message);
    }
    let words = report::words(&run.summary().unwrap_or_default());
    output.show(&report::task(run), &format!("{}: {} ({words})", run.description, run.result));
    Ok(if run.result == Outcome::PartialSuccess { PARTIAL_SUCCESS } else { DONE })
}
