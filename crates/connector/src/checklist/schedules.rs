//! Whether the recommended jobs recur.

use super::Check;
use super::check::{Place, listed};
use super::ground::Ground;
use crate::Error;
use crate::setup_guide::recurring::{Stands, recommended};

pub(super) async fn check(ground: &Ground<'_>) -> Result<Check, Error> {
    let jobs = recommended(ground.read, ground.queue, ground.shop).await?;
    let place = Place::new("schedules", "Schedules", "/job-queue");
    let of = |stands: Stands| jobs.iter().filter(move |job| job.stands == stands).map(|job| job.caption.as_str());
    let (missing, stopped) = (listed(of(Stands::Missing)), listed(of(Stands::Stopped)));
    Ok(match (missing.as_str(), stopped.as_str()) {
        ("", "") => place.done(format!("{} jobs recur and are ready.", jobs.len())),
        ("", stopped) => place.open(format!("These jobs are on hold or have failed: {stopped}; set them to Ready.")),
        (missing, _) => {
            place.open(format!("These jobs do not recur yet: {missing}; let the guided set-up create them."))
        }
    })
}
