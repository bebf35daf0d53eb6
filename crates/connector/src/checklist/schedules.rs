//! Whether the recommended jobs recur.

use super::Check;
use super::check::{Place, listed};
use super::ground::Ground;
use crate::Error;
use crate::setup_guide::recurring::{Stands, recommended};

pub(super) async fn check(ground: &Ground<'_>) -> Result<Check, Error> {
    let jobs = recommended(ground.read, ground.queue, ground.shop).await?;
    let place = Place::new("schedules", "Schedules", "/job-queue");
    let of = |stands: Stands| jobs.iter().filter(move |job| job.stands == stands);
    let listed = |stands: Stands| listed(of(stands).map(|job| job.caption.as_str()));
    let ids = |stands: Stands| of(stands).map(|job| job.object).collect::<Vec<_>>();
    let (missing, stopped) = (listed(Stands::Missing), listed(Stands::Stopped));
    Ok(match (missing.as_str(), stopped.as_str()) {
        ("", "") => {
            place.done("jobsRecur", format!("{} jobs recur and are ready.", jobs.len())).naming("jobs", jobs.len())
        }
        ("", stopped) => {
            let sentence = format!("These jobs are on hold or have failed: {stopped}; set them to Ready.");
            place.open("jobsStopped", sentence).naming("objects", ids(Stands::Stopped))
        }
        (missing, _) => {
            let sentence = format!("These jobs do not recur yet: {missing}; let the guided set-up create them.");
            place.open("jobsMissing", sentence).naming("objects", ids(Stands::Missing))
        }
    })
}
