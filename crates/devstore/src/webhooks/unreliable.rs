use std::time::Duration;

use chrono::TimeDelta;
use runtime::Random;
use serde::{Deserialize, Serialize};

/// How unreliable deliveries are, as those of the real store are: each chance is from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct WebhookFaults {
    /// How long every delivery waits, in milliseconds.
    pub delay_ms: u64,
    /// The chance that a delivery is never made.
    pub lost: f64,
    /// The chance that a delivery is made twice, with the same id.
    pub duplicated: f64,
    /// The chance that a delivery waits longer, so that later ones overtake it.
    pub reordered: f64,
    /// The longest of those waits, in milliseconds; a minute when it is 0.
    pub spread_ms: u64,
}

impl WebhookFaults {
    pub(crate) fn check(&self) -> Result<(), String> {
        let chances = [("lost", self.lost), ("duplicated", self.duplicated), ("reordered", self.reordered)];
        match chances.into_iter().find(|(_, chance)| !(0.0..=1.0).contains(chance)) {
            Some((name, chance)) => Err(format!("{name} is {chance}: a chance is between 0 and 1")),
            None => Ok(()),
        }
    }
}

/// The plan, and the chance that decides what it does to each delivery.
#[derive(Debug)]
pub(crate) struct Unreliable {
    pub plan: WebhookFaults,
    random: Random,
}

impl Default for Unreliable {
    fn default() -> Self {
        Self::planned(WebhookFaults::default(), 0)
    }
}

impl Unreliable {
    pub(crate) fn planned(plan: WebhookFaults, seed: u64) -> Self {
        Self { plan, random: Random::seeded(seed) }
    }

    /// The waits of the next delivery: none when it is lost, two when it is made twice.
    pub(crate) fn waits(&self) -> Vec<TimeDelta> {
        if self.random.fraction() < self.plan.lost {
            return Vec::new();
        }
        let copies = if self.random.fraction() < self.plan.duplicated { 2 } else { 1 };
        (0..copies).map(|_| self.wait()).collect()
    }

    fn wait(&self) -> TimeDelta {
        let spread = if self.plan.spread_ms == 0 { 60_000 } else { self.plan.spread_ms };
        let late = self.random.fraction() < self.plan.reordered;
        let more = if late { self.random.below(spread) + 1 } else { 0 };
        TimeDelta::from_std(Duration::from_millis(self.plan.delay_ms.saturating_add(more))).unwrap_or_default()
    }
}
