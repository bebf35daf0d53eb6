use anyhow::Result;
use chrono::TimeDelta;
use connector::budget::{self, Standing};
use connector::shops;
use connector::usage::{self, Total};
use database::Read;
use job_queue::Registry;
use serde_json::{Value, json};

use crate::assembly::Program;
use crate::output::table;

/// How the budget of a shop's store stands, and what it was used for.
#[derive(Debug)]
pub struct Used {
    store: String,
    minutes: u32,
    /// None before the first call.
    standing: Option<Standing>,
    /// By object, with its caption.
    totals: Vec<(String, Total)>,
}

impl Used {
    /// Reads both.
    pub async fn read(program: &Program, code: &str, minutes: u32) -> Result<Self> {
        let now = program.clock.now();
        let start = now - TimeDelta::minutes(minutes.into());
        let read = |r: Read| async move {
            let store = shops::find(&r, code).await?.domain;
            let budget = budget::of_store(&r, &store).await?;
            let rows = usage::since(&r, &store, start).await?;
            Ok::<_, connector::Error>((store, budget, rows))
        };
        let (store, budget, rows) = program.db.read(read).await?;
        let registry = program.queue.registry();
        let totals = usage::by_object(&rows);
        let totals = totals.into_iter().map(|total| (caption(registry, total.object_id), total)).collect();
        Ok(Self { store, minutes, standing: budget.map(|budget| budget.standing(now)), totals })
    }

    /// For programs.
    pub fn value(&self) -> Value {
        let usage = self.totals.iter().map(|(caption, total)| {
            json!({
                "objectId": total.object_id, "objectCaption": caption, "calls": total.calls,
                "throttled": total.throttled, "requestedPoints": total.requested_points,
                "chargedPoints": total.charged_points, "lowestAvailable": total.lowest_available,
            })
        });
        json!({
            "store": self.store,
            "budget": self.standing.as_ref().map(standing),
            "minutes": self.minutes,
            "usage": usage.collect::<Vec<_>>(),
        })
    }

    /// For people.
    pub fn text(&self) -> String {
        let head = ["Object", "", "Calls", "Throttled", "Points", "Charged", "Lowest"].map(str::to_owned).to_vec();
        let row = |(caption, total): &(String, Total)| {
            let lowest = total.lowest_available.map(|points| points.to_string()).unwrap_or_default();
            let counts = [total.calls, total.throttled, total.requested_points, total.charged_points];
            let cells = [total.object_id.to_string(), caption.clone()].into_iter();
            cells.chain(counts.map(|count| count.to_string())).chain([lowest]).collect()
        };
        let used = match self.totals.is_empty() {
            true => format!("Nothing was used in the last {} minutes.", self.minutes),
            false => format!("The last {} minutes:\n{}", self.minutes, table(head, self.totals.iter().map(row))),
        };
        format!("{}\n\n{used}", self.says())
    }

    /// How the budget stands, in a sentence.
    fn says(&self) -> String {
        let store = &self.store;
        let Some(standing) = self.standing.filter(|standing| standing.known) else {
            return format!("How many points {store} allows is not known yet.");
        };
        let Standing { level, maximum, rate, held, waiting, wait, .. } = standing;
        let free = format!("{store}: {level:.0} of {maximum:.0} points are free, and {rate:.0} a second run in");
        let held = format!("{held:.0} are held by {} processes", standing.processes);
        if waiting > 0.0 {
            return format!("{free}; {held}, and {waiting:.0} are waited for, {} seconds yet.", wait.as_secs());
        }
        format!("{free}; {held}, and nothing waits.")
    }
}

fn standing(standing: &Standing) -> Value {
    let whole = |points: f64| points.floor() as i64;
    json!({
        "known": standing.known, "level": whole(standing.level), "maximum": whole(standing.maximum),
        "restoreRate": whole(standing.rate), "held": whole(standing.held), "waiting": whole(standing.waiting.ceil()),
        "waitSeconds": standing.wait.as_millis().div_ceil(1000), "processes": standing.processes,
    })
}

/// What people call the object.
fn caption(registry: &Registry, object_id: i32) -> String {
    if object_id == 0 {
        return "No task: a person, or the server itself".to_owned();
    }
    registry.get(object_id).map(|object| object.caption.to_owned()).unwrap_or_default()
}
