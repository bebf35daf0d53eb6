use clap::Args;
use database::{Read, Tx};
use job_queue::{NewEntry, Object, Queue, entry};
use runtime::Scope;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use values::Code;

use crate::note::Note;
use crate::work::start;

/// How many entries are made, in how many exclusion keys.
#[derive(Args, Debug)]
pub struct Drain {
    #[arg(long)]
    jobs: u32,
    /// In so many exclusion keys; 0: each has its own.
    #[arg(long, default_value_t = 0)]
    keys: u32,
    #[arg(long, default_value_t = 16)]
    slots: usize,
}

impl Drain {
    pub async fn run(&self, queue: &Queue) -> crate::Result<Value> {
        if self.keys > 0 {
            let code = Code::cut("LOAD");
            let make = |tx: Tx| {
                let code = code.clone();
                async move { queue.create_category(&tx, code, "Load", true).await }
            };
            match queue.db().write(make).await {
                Ok(_) | Err(job_queue::Error::CategoryExists(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let numbers: Vec<u32> = (0..self.jobs).collect();
        for numbers in numbers.chunks(1_000) {
            queue.db().write(|tx: Tx| async move { self.add(queue, &tx, numbers).await }).await?;
        }
        let began = queue.clock().monotonic();
        let mut scope = Scope::new();
        let shutdown = start(&mut scope, queue.clone(), "drain", self.slots);
        let mut listener = queue.db().listen().await?;
        while left(queue).await? > 0 {
            // Every end of a run is a notice; counting at each would be most of the work.
            for _ in 0..500 {
                let pause = queue.clock().timeout(std::time::Duration::from_millis(50), listener.next());
                if pause.await.is_err() {
                    break;
                }
            }
        }
        let took = queue.clock().monotonic() - began;
        shutdown.request();
        scope.join().await;
        let per_second = f64::from(self.jobs) / took.as_secs_f64();
        Ok(json!({ "jobs": self.jobs, "seconds": took.as_secs_f64(), "jobsPerSecond": per_second }))
    }

    async fn add(&self, queue: &Queue, tx: &Tx, numbers: &[u32]) -> job_queue::Result<()> {
        for number in numbers {
            let keyed = self.keys > 0;
            let entry = NewEntry {
                options: json!({ "number": number }),
                category: Some(if keyed { Code::cut("LOAD") } else { Code::blank() }),
                scope: if keyed { format!("K{:02}", number % self.keys) } else { String::new() },
                ..NewEntry::now(Note::ID)
            };
            queue.enqueue(tx, &entry).await?;
        }
        Ok(())
    }
}

/// How many entries there still are.
async fn left(queue: &Queue) -> crate::Result<u64> {
    let count = |read: Read| async move { job_queue::Result::<_>::Ok(entry::Entity::find().count(&read).await?) };
    Ok(queue.db().read(count).await?)
}
