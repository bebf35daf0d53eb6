use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chrono::{DateTime, Utc};
use clap::Args;
use database::Read;
use job_queue::{Queue, log, run};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};

use crate::record::Add;

const FIRST: &str = "first";
const SECOND: &str = "second";
const LOOK: Duration = Duration::from_millis(20);

/// Which jobs the workers have.
#[derive(Args, Debug)]
pub struct Recovery {
    #[command(flatten)]
    add: Add,
}

impl Recovery {
    pub async fn run(&self, queue: &Queue, database: &str) -> crate::Result<Value> {
        self.add.run(queue).await?;
        let mut first = worker(database, FIRST)?;
        let mut second = worker(database, SECOND)?;
        let held = loop {
            let held = held_by(queue, FIRST).await?;
            if !held.is_empty() && !held_by(queue, SECOND).await?.is_empty() {
                break held;
            }
            queue.clock().sleep(LOOK).await;
        };
        first.kill()?;
        first.wait()?;
        let killed = queue.clock().now();
        // Of those that it held when it died, as far as they had not ended.
        while running_again(queue, &held, killed).await? < held.len() {
            queue.clock().sleep(LOOK).await;
        }
        let took = (queue.clock().now() - killed).to_std()?;
        second.kill()?;
        second.wait()?;
        Ok(json!({ "held": held.len(), "seconds": took.as_secs_f64() }))
    }
}

fn worker(database: &str, name: &str) -> crate::Result<Child> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["--database", database, "work", "--name", name]).stdin(Stdio::piped());
    Ok(command.spawn()?)
}

/// The runs that a worker holds.
async fn held_by(queue: &Queue, worker: &str) -> crate::Result<Vec<run::Model>> {
    let held = run::Entity::find().filter(run::Column::Worker.eq(worker));
    Ok(queue.db().read(|read: Read| async move { job_queue::Result::<_>::Ok(held.all(&read).await?) }).await?)
}

/// How many of those runs have ended by themselves before the worker died, or were begun anew after that.
async fn running_again(queue: &Queue, held: &[run::Model], killed: DateTime<Utc>) -> crate::Result<usize> {
    let mut again = 0;
    for held in held {
        let ended =
            log::Entity::find().filter(log::Column::Id.eq(held.log_id)).filter(log::Column::EndDateTime.lt(killed));
        let begun = log::Entity::find()
            .filter(log::Column::JobQueueEntryId.eq(held.job_queue_entry_id))
            .filter(log::Column::StartDateTime.gte(killed));
        let count = |read: Read| async move {
            job_queue::Result::<_>::Ok(ended.count(&read).await? + begun.count(&read).await?)
        };
        again += usize::from(queue.db().read(count).await? > 0);
    }
    Ok(again)
}
