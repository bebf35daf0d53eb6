use chrono::{DateTime, Days, Utc};
use database::Read;
use job_queue::{entry, log, notification};

use super::cue::{Cue, Group};
use super::style::Thresholds;
use crate::orders::staged::order;
use crate::products::staged::product;
use crate::{Error, calls, skipped};

/// BC's own for activities: one needs a look, more than five need a person.
const FEW: Thresholds = Thresholds { looked_at: 1, bad: 6 };
/// A skipped record says what to do, and does not stop the others.
const LOOK: Thresholds = Thresholds { looked_at: 1, bad: u64::MAX };
/// An entry or a call that failed needs a person, be it the only one.
const NONE: Thresholds = Thresholds { looked_at: 1, bad: 1 };
/// BC's own for entries that run.
const RUNNING: Thresholds = Thresholds { looked_at: 3, bad: 5 };
/// BC's own for entries that wait.
const WAITING: Thresholds = Thresholds { looked_at: 3, bad: 100 };

/// Orders that need a document still; nobody waits for what is set aside.
const UNPROCESSED: &str = "processed eq false and setAside eq ''";

/// What waits for its time, or for its category.
const QUEUED: &str = "(status eq 'Ready' or status eq 'Waiting')";

/// The orders that Shopify changed after their documents were made.
const UPDATED: &str = "hasOrderStateError eq true";
/// The orders whose documents come to another amount.
const DIFFERENT: &str = "differenceAmount ne 0";

/// The products that are no items yet.
const UNMAPPED: &str = "itemNumber eq ''";

/// The connector's objects; BC leaves out 30103, though an order without a document is what people look for.
const FAILED_SYNCS: &str = "result eq 'Error' and objectIdToRun in (30100, 30102, 30103, 30104, 30105, 30107, 30108, \
                            30109, 30114, 30115, 30116, 30119, 30120)";

/// How many days an error of a call counts that nobody has looked at.
const API_ERRORS: Days = Days::new(7);

/// The errors of calls that nobody has looked at; whole days, so that the list behind the cue keeps its address.
fn api_errors(now: DateTime<Utc>) -> String {
    let since = now.date_naive().checked_sub_days(API_ERRORS).unwrap_or_default();
    format!("hasError eq true and reviewed eq false and dateTime ge {since}T00:00:00Z")
}

/// Every cue that concerns `user`, counted now, in the order in which they are shown. An administrator of the job queue,
/// or everyone where nobody is one, sees everybody's jobs; others see their own.
///
/// # Errors
/// What the database says.
pub async fn cues(read: &Read, user: &str, now: DateTime<Utc>) -> Result<Vec<Cue>, Error> {
    let activity = |name| (Group::ShopifyActivities, name);
    let jobs = |name| (Group::JobQueue, name);
    let whose = match notification::looks_after_all(read, user).await? {
        true => String::new(),
        false => format!(" and userId eq '{}'", user.replace('\'', "''")),
    };
    let status = |filter: &str| format!("{filter}{whose}");
    Ok(vec![
        Cue::count::<order::Entity>(read, activity("unprocessedOrders"), UNPROCESSED, Some(FEW)).await?,
        Cue::count::<order::Entity>(read, activity("unprocessedOrderUpdates"), UPDATED, Some(FEW)).await?,
        Cue::count::<order::Entity>(read, activity("ordersWithDifference"), DIFFERENT, Some(FEW)).await?,
        Cue::count::<product::Entity>(read, activity("unmappedProducts"), UNMAPPED, Some(LOOK)).await?,
        Cue::count::<log::Entity>(read, activity("synchronizationErrors"), FAILED_SYNCS, Some(FEW)).await?,
        Cue::count::<skipped::Entity>(read, activity("skippedRecords"), "", Some(LOOK)).await?,
        Cue::count::<calls::Entity>(read, activity("apiErrors"), api_errors(now), Some(NONE)).await?,
        Cue::count::<entry::Entity>(read, jobs("tasksFailed"), status("status eq 'Error'"), Some(NONE)).await?,
        Cue::count::<entry::Entity>(read, jobs("tasksInProcess"), status("status eq 'In Process'"), Some(RUNNING))
            .await?,
        Cue::count::<entry::Entity>(read, jobs("tasksInQueue"), status(QUEUED), Some(WAITING)).await?,
        Cue::count::<entry::Entity>(read, jobs("tasksOnHold"), status("status eq 'On Hold'"), None).await?,
    ])
}
