use std::collections::HashMap;
use std::time::Duration;

use clap::Args;
use database::Tx;
use job_queue::{NewEntry, Object, Queue};
use runtime::Scope;
use serde_json::{Value, json};
use values::Code;

use crate::note::Note;
use crate::work::start;

/// At which rate, and for how long.
#[derive(Args, Debug)]
pub struct Steady {
    #[arg(long, default_value_t = 200)]
    per_second: u32,
    #[arg(long, default_value_t = 20)]
    seconds: u32,
    #[arg(long, default_value_t = 16)]
    slots: usize,
}

impl Steady {
    pub async fn run(&self, queue: &Queue, note: &Note) -> crate::Result<Value> {
        let clock = queue.clock();
        let mut scope = Scope::new();
        let shutdown = start(&mut scope, queue.clone(), "steady", self.slots);
        let every = Duration::from_secs(1) / self.per_second;
        let began = clock.monotonic();
        let mut made = HashMap::new();
        for number in 0..u64::from(self.per_second * self.seconds) {
            let due = began + every * u32::try_from(number)?;
            clock.sleep(due.saturating_sub(clock.monotonic())).await;
            let entry = &NewEntry {
                options: json!({ "number": number }),
                category: Some(Code::blank()),
                ..NewEntry::now(Note::ID)
            };
            queue.db().write(|tx: Tx| async move { queue.enqueue(&tx, entry).await }).await?;
            made.insert(number, clock.monotonic());
        }
        let took = clock.monotonic() - began;
        // Whatever has not begun by now is late enough to show.
        clock.sleep(Duration::from_secs(2)).await;
        shutdown.request();
        scope.join().await;
        let begun = note.began();
        let mut waits: Vec<Duration> =
            made.iter().filter_map(|(number, made)| Some(begun.get(number)?.saturating_sub(*made))).collect();
        waits.sort_unstable();
        let at = |percent: usize| {
            let rank = (waits.len() * percent).div_ceil(100).max(1);
            waits.get(rank - 1).map_or(0.0, |wait| wait.as_secs_f64() * 1_000.0)
        };
        Ok(json!({
            "made": made.len(),
            "begun": waits.len(),
            "perSecond": f64::from(u32::try_from(made.len())?) / took.as_secs_f64(),
            "p50": at(50),
            "p99": at(99),
            "longest": at(100),
        }))
    }
}
