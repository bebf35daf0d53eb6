use back_office::sales::posted;
use chrono::{DateTime, Days, Utc};
use database::{Read, Record};
use job_queue::{entry, log, notification};
use sea_orm::EntityTrait;

use super::cue::Cue;
use super::mapped::{unmapped_companies, unmapped_customers};
use super::part::Part;
use super::set_up::Said;
use crate::companies::staged::company;
use crate::customers::staged::customer;
use crate::disputes::staged as dispute;
use crate::orders::staged::order;
use crate::outbound_webhooks::Delivery;
use crate::products::staged::product;
use crate::{Error, calls, shops, skipped};

/// Orders that need a document still; nobody waits for what is set aside.
const UNPROCESSED: &str = "processed eq false and setAside eq ''";

/// What waits for its time, or for its category.
const QUEUED: &str = "(status eq 'Ready' or status eq 'Waiting')";

/// The orders that Shopify changed after their documents were made.
const UPDATED: &str = "hasOrderStateError eq true";
/// The orders whose documents come to another amount.
const DIFFERENT: &str = "differenceAmount ne 0";

/// The disputes for which evidence is wanted.
const NEED_RESPONSE: &str = "status eq 'Needs Response'";

/// The products that are no items yet.
const UNMAPPED_PRODUCTS: &str = "itemNumber eq ''";

/// The tasks whose latest run failed: those that sync with a store, those that make documents of what came from there, and
/// those that post them.
const FAILED_TASKS: &str = "latestRun eq true and result eq 'Error' and objectIdToRun in (30100, 30101, 30102, 30103, \
                            30104, 30105, 30106, 30107, 30108, 30109, 30110, 30112, 30114, 30115, 30116, 30117, 30118, \
                            30119, 30120, 30121, 30160, 30161, 30409, 296, 297, 298)";

/// Business Central counts every run that ever failed, and neither documents nor posting.
const FAILED_RUNS: &str = "result eq 'Error' and objectIdToRun in (30100, 30102, 30104, 30105, 30107, 30108, 30109, \
                           30114, 30115, 30116, 30119, 30120)";

/// The events that a program was never told, though it was tried for a day and a half.
const GIVEN_UP: &str = "state eq 'Failed'";

/// The posted shipments of Shopify orders that are to be sent there; and those that could not be. The set that shows them
/// knows their numbers by other names.
const UNPROCESSED_SHIPMENTS: (&str, &str) = (
    "documentType eq 'Sales Shipment' and sourceKind eq 'Shopify Order' and sourceDeliveryId eq 0",
    "sourceKind eq 'Shopify Order' and shopifyFulfillmentId eq 0",
);
const FAILED_SHIPMENTS: (&str, &str) = (
    "documentType eq 'Sales Shipment' and sourceKind eq 'Shopify Order' and sourceDeliveryId eq -1",
    "sourceKind eq 'Shopify Order' and shopifyFulfillmentId eq -1",
);
/// The set that shows posted shipments.
const SHIPMENTS: &str = "salesShipments";

/// The entity sets in which cues are found.
pub const FOUND_IN: [&str; 11] = [
    customer::Entity::NAME,
    company::Entity::NAME,
    product::Entity::NAME,
    order::Entity::NAME,
    SHIPMENTS,
    log::Entity::NAME,
    skipped::Entity::NAME,
    calls::Entity::NAME,
    dispute::Entity::NAME,
    Delivery::NAME,
    entry::Entity::NAME,
];

/// How many days an error of a call counts that nobody has looked at.
const API_ERRORS: Days = Days::new(7);

/// The entity sets whose changes change what cues say.
pub const COUNTED: [&str; 12] = [
    order::Entity::NAME,
    product::Entity::NAME,
    customer::Entity::NAME,
    company::Entity::NAME,
    shops::Entity::NAME,
    skipped::Entity::NAME,
    calls::Entity::NAME,
    entry::Entity::NAME,
    log::Entity::NAME,
    Delivery::NAME,
    posted::header::Entity::NAME,
    dispute::Entity::NAME,
];

/// The errors of calls that nobody has looked at; whole days, so that the list behind the cue keeps its address.
fn api_errors(now: DateTime<Utc>) -> String {
    let since = now.date_naive().checked_sub_days(API_ERRORS).unwrap_or_default();
    format!("hasError eq true and reviewed eq false and dateTime ge {since}T00:00:00Z")
}

/// Every cue that concerns `user`, counted now, in the order in which they are shown; of one `shop` alone, where one is named:
/// then what concerns no shop is left out. An administrator of the job queue, or everyone where nobody is one, sees everybody's
/// jobs; others see their own.
///
/// # Errors
/// [`Error::NoShop`], and what the database says.
pub async fn cues(read: &Read, user: &str, now: DateTime<Utc>, shop: Option<&str>) -> Result<Vec<Cue>, Error> {
    let said = &Said::read(read, user).await?;
    let shops = shops::Entity::find().all(read).await?;
    let part = &Part::of(match shop {
        Some(code) => Some(shops::find(read, code).await?),
        None => None,
    });
    let shops = &part.cards(shops);
    let whose = match notification::looks_after_all(read, user).await? {
        true => String::new(),
        false => format!(" and userId eq '{}'", user.replace('\'', "''")),
    };
    let status = |filter: &str| part.of_scope(format!("{filter}{whose}"));
    let mut cues = vec![
        Cue::count::<customer::Entity>(read, said, "unmappedCustomers", part.of_store(unmapped_customers(shops)))
            .await?
            .beside::<customer::Entity>(read, part.of_store("customerNumber eq ''"))
            .await?,
        Cue::count::<company::Entity>(read, said, "unmappedCompanies", part.of_store(unmapped_companies(shops)))
            .await?
            .beside::<company::Entity>(read, part.of_store("customerNumber eq ''"))
            .await?,
        Cue::count::<product::Entity>(read, said, "unmappedProducts", part.of_shop(UNMAPPED_PRODUCTS)).await?,
        Cue::count::<order::Entity>(read, said, "unprocessedOrders", part.of_shop(UNPROCESSED))
            .await?
            .beside::<order::Entity>(read, part.of_shop("processed eq false"))
            .await?,
    ];
    if part.is_all() {
        // A posted shipment does not name the shop whose order it is of.
        cues.push(shipments(read, said, "unprocessedShipments", UNPROCESSED_SHIPMENTS).await?);
        cues.push(shipments(read, said, "shipmentsErrors", FAILED_SHIPMENTS).await?);
    }
    cues.extend([
        Cue::count::<log::Entity>(read, said, "synchronizationErrors", part.of_scope(FAILED_TASKS))
            .await?
            .beside::<log::Entity>(read, part.of_scope(FAILED_RUNS))
            .await?,
        Cue::count::<order::Entity>(read, said, "unprocessedOrderUpdates", part.of_shop(UPDATED)).await?,
        Cue::count::<skipped::Entity>(read, said, "skippedRecords", part.of_shop("")).await?,
        Cue::count::<calls::Entity>(read, said, "apiErrors", part.of_shop(api_errors(now)))
            .await?
            .beside::<calls::Entity>(read, part.of_shop("hasError eq true"))
            .await?,
        Cue::count::<order::Entity>(read, said, "ordersWithDifference", part.of_shop(DIFFERENT)).await?,
        Cue::count::<dispute::Entity>(read, said, "disputesNeedingResponse", part.of_store(NEED_RESPONSE)).await?,
    ]);
    if part.is_all() {
        cues.push(Cue::count::<Delivery>(read, said, "webhookDeliveriesFailed", GIVEN_UP).await?);
    }
    cues.extend([
        Cue::count::<entry::Entity>(read, said, "tasksFailed", status("status eq 'Error'")).await?,
        Cue::count::<entry::Entity>(read, said, "tasksInProcess", status("status eq 'In Process'")).await?,
        Cue::count::<entry::Entity>(read, said, "tasksInQueue", status(QUEUED)).await?,
        Cue::count::<entry::Entity>(read, said, "tasksOnHold", status("status eq 'On Hold'")).await?,
    ]);
    Ok(cues)
}

/// Posted shipments, counted as the back office knows them and found as the API does.
async fn shipments(
    read: &Read,
    said: &Said,
    name: &'static str,
    (counted, found): (&'static str, &'static str),
) -> Result<Cue, Error> {
    Ok(Cue::count::<posted::header::Entity>(read, said, name, counted).await?.found_in(SHIPMENTS, found))
}
