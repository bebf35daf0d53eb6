use std::time::Duration;

use clap::Args;
use database::Tx;
use job_queue::{Context, JobError, NewEntry, Object, Queue, Request, Summary};
use schemars::JsonSchema;
use sea_orm::{ConnectionTrait, Statement};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Has an effect that must happen once, and writes down when.
pub struct Record;

/// What it records.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Page {
    /// Which job it is.
    pub job: String,
    /// How long it takes.
    pub milliseconds: u64,
}

impl Object for Record {
    type Page = Page;
    const ID: i32 = 50_002;
    const CAPTION: &'static str = "Record";
    const CATEGORY: &'static str = "LOAD";

    async fn run(&self, cx: &Context, request: &Request<Page>) -> Result<Summary, JobError> {
        let Page { job, milliseconds } = &request.options;
        let (scope, worker) = (cx.entry().scope.as_str(), cx.worker());
        let began = cx.clock().now().timestamp_micros();
        let attempt = "INSERT INTO load_attempt (job, scope, began, worker) VALUES ($1, $2, $3, $4)";
        let attempt = |tx: Tx| async move {
            execute(&tx, attempt, [job.as_str().into(), scope.into(), began.into(), worker.into()]).await?;
            Ok::<_, JobError>(())
        };
        cx.write(attempt).await?;
        cx.clock().sleep(Duration::from_millis(*milliseconds)).await;
        cx.write(|tx: Tx| async move { effect(&tx, job, scope, began, cx.clock().now().timestamp_micros()).await })
            .await?;
        Ok(Summary { created: 1, ..Summary::default() })
    }
}

/// Once for each job: whoever comes again finds that it is done.
async fn effect(tx: &Tx, job: &str, scope: &str, began: i64, ended: i64) -> Result<(), JobError> {
    let insert = "INSERT INTO load_effect (job, scope, began, ended) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    if execute(tx, insert, [job.into(), scope.into(), began.into(), ended.into()]).await? == 1 {
        execute(tx, "UPDATE load_total SET jobs = jobs + 1 WHERE scope = $1", [scope.into()]).await?;
    }
    Ok(())
}

async fn execute<const N: usize>(tx: &Tx, sql: &str, values: [sea_orm::Value; N]) -> Result<u64, JobError> {
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    Ok(tx.execute_raw(statement).await?.rows_affected())
}

/// How many entries that record, and how long each takes.
#[derive(Args, Debug)]
pub struct Add {
    #[arg(long)]
    jobs: u32,
    #[arg(long, default_value_t = 12)]
    keys: u32,
    #[arg(long, default_value_t = 10)]
    milliseconds: u64,
    #[arg(long, default_value = "job")]
    name: String,
}

impl Add {
    pub async fn run(&self, queue: &Queue) -> crate::Result<Value> {
        let numbers: Vec<u32> = (0..self.jobs).collect();
        for numbers in numbers.chunks(500) {
            let add = |tx: Tx| async move {
                for number in numbers {
                    let options =
                        json!({ "job": format!("{}-{number}", self.name), "milliseconds": self.milliseconds });
                    let scope = format!("K{:02}", number % self.keys);
                    let entry = NewEntry { options, scope, max_attempts: 3, ..NewEntry::now(Record::ID) };
                    queue.enqueue(&tx, &entry).await?;
                }
                job_queue::Result::<_>::Ok(())
            };
            queue.db().write(add).await?;
        }
        Ok(Value::Null)
    }
}
