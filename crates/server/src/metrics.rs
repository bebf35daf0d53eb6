//! What operators collect: what this process counts and times, and how the job queue stands.

use std::fmt;
use std::fmt::Write as _;
use std::sync::OnceLock;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use chrono::{DateTime, Utc};
use database::Read;
use job_queue::{entry, presence};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait, QuerySelect};

use crate::{App, Error};

/// Upper ends of times, in seconds: from a job that is picked up at once to one that takes half a day.
const TIMES: [f64; 12] = [0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0, 120.0, 600.0, 3_600.0, 43_200.0];

/// What this process counts and times. Cheap to clone.
#[derive(Clone, Default)]
pub struct Metrics(Option<PrometheusHandle>);

impl Metrics {
    /// Counts and times from now on; the same for everyone in this process.
    pub fn of_this_process() -> Self {
        static RECORDER: OnceLock<Metrics> = OnceLock::new();
        RECORDER
            .get_or_init(|| Self(recorder().inspect_err(|error| tracing::warn!(%error, "nothing is counted")).ok()))
            .clone()
    }

    fn text(&self) -> String {
        self.0.as_ref().map(PrometheusHandle::render).unwrap_or_default()
    }
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics")
    }
}

fn recorder() -> Result<PrometheusHandle, metrics_exporter_prometheus::BuildError> {
    job_queue::TIMES
        .iter()
        .try_fold(PrometheusBuilder::new(), |builder, name| {
            builder.set_buckets_for_metric(Matcher::Full((*name).to_owned()), &TIMES)
        })?
        .install_recorder()
}

/// How the job queue stands, whoever works on it.
struct Queue {
    entries: Vec<(entry::Status, i64)>,
    first_due: Option<DateTime<Utc>>,
    workers: usize,
}

impl Queue {
    async fn read(read: &Read, now: DateTime<Utc>) -> Result<Self, Error> {
        let entries = entry::Entity::find()
            .select_only()
            .column(entry::Column::Status)
            .column_as(Expr::cust("COUNT(*)"), "count")
            .group_by(entry::Column::Status)
            .into_tuple()
            .all(read)
            .await?;
        let first_due = job_queue::first_due(read, None).await?;
        Ok(Self { entries, first_due, workers: presence::live(read, now).await?.len() })
    }

    fn text(&self, now: DateTime<Utc>) -> String {
        let mut text = String::new();
        let mut gauge = |name: &str, about: &str, values: &[(String, f64)]| {
            let _infallible = writeln!(text, "# HELP {name} {about}\n# TYPE {name} gauge");
            for (labels, value) in values {
                let _infallible = writeln!(text, "{name}{labels} {value}");
            }
        };
        let by_status: Vec<_> = self
            .entries
            .iter()
            .map(|(status, count)| {
                (format!("{{status=\"{status}\"}}"), f64::from(u32::try_from(*count).unwrap_or(u32::MAX)))
            })
            .collect();
        gauge("kobling_job_queue_entries", "Job queue entries by status.", &by_status);
        let lag = self.first_due.and_then(|due| (now - due).to_std().ok()).unwrap_or_default().as_secs_f64();
        let about = "How long the entry waits that has waited longest, also behind others of its category.";
        gauge("kobling_job_queue_lag_seconds", about, &[(String::new(), lag)]);
        let workers = u32::try_from(self.workers).unwrap_or(u32::MAX);
        gauge("kobling_job_queue_workers", "Workers that are there.", &[(String::new(), workers.into())]);
        text
    }
}

/// Answers with all of it, in the form that Prometheus reads.
pub(crate) async fn metrics(State(app): State<App>) -> Result<impl IntoResponse, Error> {
    let now = app.clock.now();
    let queue = app.db.read(|read| async move { Queue::read(&read, now).await }).await?;
    let text = queue.text(now) + &app.metrics.text();
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}
