use anyhow::{Result, bail};
use clap::Args;
use connector::shops::runs_for_shops;
use connector::{Started, Sync, sync};
use job_queue::schedule::Schedule;
use job_queue::{Enqueued, NewEntry, Outcome, log};
use runtime::{Scope, Shutdown};
use serde_json::json;

use super::dry_run;
use super::main::{DONE, PARTIAL_SUCCESS};
use super::task::{filters, options};
use crate::assembly::Program;
use crate::follow::follow;
use crate::output::Output;
use crate::{report, signals};

/// Runs a task.
#[derive(Args, Debug)]
pub struct Run {
    /// The task, as 30104.
    id: i32,
    /// The code of the shop; only for tasks that run for a shop.
    #[arg(long, value_name = "CODE")]
    shop: Option<String>,
    /// A filter of its request page.
    #[arg(long = "filter", value_name = "Table.field=EXPRESSION")]
    filters: Vec<String>,
    /// An option of its request page.
    #[arg(long = "option", value_name = "NAME=VALUE")]
    options: Vec<String>,
    /// Show what it would make, and make nothing; only for 30103.
    #[arg(long, conflicts_with = "wait")]
    dry_run: bool,
    /// Wait until it has ended, and show its summary.
    #[arg(long)]
    wait: bool,
}

impl Run {
    /// Enqueues it; with `--wait` works the queue itself when no other process does, and follows the entry to its end.
    pub async fn run(self, program: &Program, output: Output) -> Result<u8> {
        if self.dry_run {
            return dry_run::show(program, self.id, self.shop.as_deref(), &filters(&self.filters)?, output).await;
        }
        let right = if self.wait { program.right_to_run_jobs() } else { Ok(None) };
        let works_queue = self.wait && right.is_ok();
        // What the shop runs in the foreground runs in this process, whoever works the queue.
        let worker = program.worker(works_queue);
        let started = self.start(program).await?;
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

    /// Starts it: for the shop, or, where it runs for none, as an entry that is not tried again.
    async fn start(&self, program: &Program) -> Result<Started> {
        let (queue, id) = (&program.queue, self.id);
        let runs_for_shops = queue.registry().get(id).map(|object| runs_for_shops(&object));
        let (options, filters) = (options(queue.registry(), id, &self.options)?, filters(&self.filters)?);
        let time_zone = program.zone().await?;
        let shop = match (&self.shop, runs_for_shops) {
            (None, Some(true)) => bail!("the task {id} runs for a shop: name it with --shop CODE"),
            (Some(_), Some(false)) => bail!("the task {id} runs for no shop: leave --shop out"),
            (None, _) => {
                let new = &NewEntry {
                    options,
                    filters,
                    schedule: Schedule::once(time_zone),
                    user: program.caller.user_name.clone(),
                    ..NewEntry::now(id)
                };
                let enqueued = program.db.write(|tx| async move { queue.enqueue(&tx, new).await }).await?;
                return Ok(Started::Background(enqueued));
            }
            (Some(shop), _) => shop.clone(),
        };
        let asked = Sync { shop, object: id, options, filters, time_zone };
        Ok(sync(&program.connector, queue, &program.caller, &asked).await?)
    }
}

fn show(run: &log::Model, output: Output) -> Result<u8> {
    if run.result == Outcome::Error {
        bail!("{}", run.error_message);
    }
    let words = report::words(&run.summary().unwrap_or_default());
    let remarks = [&run.error_message, &run.error_call_stack].map(|text| text.lines());
    let remarks: String = remarks.into_iter().flatten().map(|line| format!("\n{line}")).collect();
    output.show(&report::task(run), &format!("{}: {} ({words}){remarks}", run.description, run.result));
    Ok(if run.result == Outcome::PartialSuccess { PARTIAL_SUCCESS } else { DONE })
}
