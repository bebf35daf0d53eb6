use clap::Args;
use job_queue::{Queue, Worker, WorkerOptions};
use runtime::{Scope, Shutdown};
use serde_json::Value;
use tokio::io::AsyncReadExt;

/// How a worker works.
#[derive(Args, Debug)]
pub struct Work {
    #[arg(long)]
    name: String,
    #[arg(long, default_value_t = 4)]
    slots: usize,
}

impl Work {
    pub async fn run(self, queue: Queue) -> crate::Result<Value> {
        let mut scope = Scope::new();
        let shutdown = start(&mut scope, queue, &self.name, self.slots);
        let mut rest = Vec::new();
        tokio::io::stdin().read_to_end(&mut rest).await?;
        shutdown.request();
        scope.join().await;
        Ok(Value::Null)
    }
}

/// Starts a worker of this process.
pub fn start(scope: &mut Scope, queue: Queue, name: &str, slots: usize) -> Shutdown {
    let shutdown = Shutdown::new();
    let until = shutdown.clone();
    let worker = Worker::new(queue, WorkerOptions { name: name.to_owned(), slots, ..WorkerOptions::default() });
    scope.spawn(async move {
        if let Err(error) = worker.run(until).await {
            tracing::error!(%error, "the worker ended");
        }
    });
    shutdown
}
