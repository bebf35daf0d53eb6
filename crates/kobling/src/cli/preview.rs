use anyhow::{Result, bail};
use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use clap::Args;
use job_queue::schedule::{Schedule, hold, made_ready, next, series};
use runtime::Clock;
use serde_json::json;

use super::schedule::{ScheduleArgs, instant};
use crate::assembly::Program;
use crate::config::Config;
use crate::output::Output;

/// A schedule, and from when on its runs are asked for. Instants without a zone are in the entry's, which is the
/// company's if none is named, and UTC where there is no company yet.
#[derive(Args, Debug)]
pub struct Preview {
    #[command(flatten)]
    schedule: ScheduleArgs,
    /// Minutes for which an entry sleeps that found nothing to do.
    #[arg(long, default_value_t = 0, value_name = "N", value_parser = clap::value_parser!(i32).range(0..))]
    inactivity: i32,
    /// The first run if it is set to Ready at this instant; now, if no instant is given at all.
    #[arg(long, value_name = "INSTANT", conflicts_with_all = ["after", "hold"])]
    at: Option<String>,
    /// The next run after one that ended well at this instant.
    #[arg(long, value_name = "INSTANT", conflicts_with = "hold")]
    after: Option<String>,
    /// When it wakes if it found nothing to do at this instant.
    #[arg(long, value_name = "INSTANT")]
    hold: Option<String>,
    /// How many runs; each is taken to end when it begins.
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1000))]
    count: u16,
}

impl Preview {
    /// Prints the runs.
    pub async fn run(self, config: &Config, output: Output) -> Result<()> {
        let zone = match self.schedule.zone()? {
            Some(zone) => zone,
            None => company_zone(config).await,
        };
        let schedule = self.schedule.read(zone)?;
        schedule.check(None)?;
        let first = self.first(&schedule, zone)?;
        let text = |run: DateTime<Utc>| run.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::AutoSi, true);
        let runs: Vec<_> = series(&schedule, first).take(self.count.into()).map(text).collect();
        output.show(&json!({ "runs": runs }), &runs.join("\n"));
        Ok(())
    }

    fn first(&self, schedule: &Schedule, zone: Tz) -> Result<DateTime<Utc>> {
        if let Some(completed) = &self.after {
            if !schedule.is_recurring() {
                bail!("an entry that does not recur has no next run: give --days or --formula");
            }
            return Ok(next(schedule, instant(completed, zone)?));
        }
        if let Some(slept) = &self.hold {
            return Ok(hold(schedule, instant(slept, zone)?, self.inactivity));
        }
        let ready = self.at.as_deref().map(|text| instant(text, zone)).transpose()?;
        Ok(made_ready(schedule, ready.unwrap_or_else(|| Clock::system().now())))
    }
}

/// A schedule can be tried before there is a company.
async fn company_zone(config: &Config) -> Tz {
    match Program::open(config).await {
        Ok(program) => program.zone().await.unwrap_or(Tz::UTC),
        Err(_) => Tz::UTC,
    }
}
