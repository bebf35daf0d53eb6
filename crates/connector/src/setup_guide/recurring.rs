//! The jobs that should recur for a shop, and making those that do not.

use access::{Action, Area, Principal};
use chrono::{DateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use database::{Read, Tx};
use job_queue::entry::{Column, Entity, Model, Status};
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{Filters, NewEntry, Parameters, Queue};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use uuid::Uuid;

use crate::catalogs::SYNC_CATALOG_PRICES;
use crate::catalogs::staged::catalog;
use crate::companies::SYNC_COMPANIES;
use crate::customers::SYNC_CUSTOMERS;
use crate::disputes::SYNC_DISPUTES;
use crate::disputes::scopes::lacking;
use crate::mappings::is_paid_by_shopify;
use crate::orders::{CREATE_SALES_ORDERS, SYNC_ORDERS};
use crate::payouts::SYNC_PAYOUTS;
use crate::products::{SYNC_IMAGES, SYNC_PRODUCTS};
use crate::shipments::SYNC_SHIPMENTS;
use crate::shops::requested;
use crate::stock::{self, SYNC_STOCK};
use crate::sync::{ATTEMPTS, nothing};
use crate::{Connector, Error, shops};

/// A job that should recur.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// Its object.
    pub object: i32,
    /// What the object is called.
    pub caption: String,
    /// Its category: of one category and shop one job runs at a time.
    pub category: &'static str,
    /// Minutes from one run to the next; 0: once a day.
    pub minutes: i32,
    /// The time of day of a daily run.
    pub starting_time: Option<NaiveTime>,
    /// How it stands.
    pub stands: Stands,
    /// The entry that does it, if there is one.
    pub entry: Option<Uuid>,
}

values::options! {
    /// How a job that should recur stands.
    pub enum Stands {
        /// No entry does it.
        #[default]
        Missing => "Missing",
        /// An entry does it, and is on hold or has failed.
        Stopped => "Stopped",
        /// An entry does it.
        Ready => "Ready",
    }
}

/// The jobs that should recur for a shop, as its card says what is synced. An entry for all shops counts for each.
///
/// # Errors
/// What the database says.
pub async fn recommended(
    c: &impl ConnectionTrait,
    queue: &Queue,
    shop: &shops::Model,
) -> Result<Vec<Recurring>, Error> {
    let has_catalogs = catalog::Entity::find().filter(catalog::Column::ShopCode.eq(shop.code.clone())).one(c).await?;
    let has_disputes = lacking(shop).is_none() && is_paid_by_shopify(c, &shop.code).await?;
    let has_stock = stock::goes_to_shopify(c, &shop.code).await?;
    let wanted = wanted(shop, has_catalogs.is_some(), has_disputes, has_stock);
    let there = Entity::find()
        .filter(Column::RecurringJob.eq(true))
        .filter(Column::ObjectIdToRun.is_in(wanted.iter().map(|(object, _)| *object)))
        .order_by_asc(Column::EntryNumber)
        .all(c)
        .await?;
    let now = queue.clock().now();
    let there: Vec<&Model> = there.iter().filter(|entry| does(entry, shop, now)).collect();
    let recurring = |(object, every): (i32, Every)| {
        let described = queue.registry().get(object)?;
        let mut entries: Vec<&Model> = there.iter().copied().filter(|entry| entry.object_id_to_run == object).collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(stands(entry)));
        let (minutes, starting_time) = match every {
            Every::Minutes(minutes) => (minutes, None),
            Every::Night(hour) => (0, NaiveTime::from_hms_opt(hour, 0, 0)),
        };
        Some(Recurring {
            object,
            caption: described.caption.to_owned(),
            category: described.category,
            minutes,
            starting_time,
            stands: entries.first().map(|entry| stands(entry)).unwrap_or_default(),
            entry: entries.first().map(|entry| entry.id),
        })
    };
    Ok(wanted.into_iter().filter_map(recurring).collect())
}

/// The same for a shop of that code.
///
/// # Errors
/// [`Error::NoShop`].
pub async fn preview(connector: &Connector, queue: &Queue, shop: &str) -> Result<Vec<Recurring>, Error> {
    let read = |r: Read| async move {
        let shop = shops::find(&r, shop).await?;
        recommended(&r, queue, &shop).await
    };
    connector.db().read(read).await
}

/// Makes an entry for each that is missing, in one transaction, ready to run. Those that are there stay as they are. Returns
/// all of them.
///
/// # Errors
/// [`Error::NoShop`], a missing permission, and what the job queue says.
pub async fn create(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    shop: &str,
    zone: Tz,
) -> Result<Vec<Recurring>, Error> {
    let write = |tx: Tx| async move {
        // Two who create them at the same time come one after the other.
        let shop = shops::hold(&tx, shop).await?;
        create_for(&tx, queue, by, &shop, zone).await?;
        recommended(&tx, queue, &shop).await
    };
    connector.db().write(write).await
}

/// The same for a shop that the caller holds in its transaction.
pub(super) async fn create_for(
    tx: &Tx,
    queue: &Queue,
    by: &Principal,
    shop: &shops::Model,
    zone: Tz,
) -> Result<(), Error> {
    by.require(Area::JobQueue, Action::Change)?;
    for job in recommended(tx, queue, shop).await?.iter().filter(|job| job.stands == Stands::Missing) {
        queue.enqueue(tx, &entry(job, shop, by, zone)).await?;
    }
    Ok(())
}

/// How often something runs.
#[derive(Clone, Copy, Debug)]
enum Every {
    Minutes(i32),
    /// Once a day, at that hour.
    Night(u32),
}

/// What is synced: all of which something may come, as the card is. What only changes the store is wanted from the moment
/// from which that may be.
fn wanted(shop: &shops::Model, has_catalogs: bool, has_disputes: bool, has_stock: bool) -> Vec<(i32, Every)> {
    let may = |nothing: fn(&shops::Model) -> Option<Error>| nothing(shop).is_none();
    let all = [
        (true, SYNC_ORDERS, Every::Minutes(10)),
        (shop.auto_create_orders, CREATE_SALES_ORDERS, Every::Minutes(30)),
        (may(nothing::to_shopify), SYNC_SHIPMENTS, Every::Minutes(30)),
        (may(nothing::of_products), SYNC_PRODUCTS, Every::Minutes(60)),
        (may(nothing::of_images), SYNC_IMAGES, Every::Night(2)),
        (may(nothing::of_customers), SYNC_CUSTOMERS, Every::Minutes(60)),
        (may(nothing::of_companies), SYNC_COMPANIES, Every::Minutes(60)),
        (has_stock && may(nothing::to_shopify), SYNC_STOCK, Every::Minutes(10)),
        (may(nothing::of_payouts), SYNC_PAYOUTS, Every::Night(4)),
        (has_catalogs && may(nothing::to_shopify), SYNC_CATALOG_PRICES, Every::Night(3)),
        (has_disputes, SYNC_DISPUTES, Every::Minutes(360)),
    ];
    all.into_iter().filter(|(is_wanted, _, _)| *is_wanted).map(|(_, object, every)| (object, every)).collect()
}

/// Options with which an object does less than is recommended: the records themselves are left as they are.
const LESS: [&str; 2] = ["onlySyncPrices", "onlyCalculate"];

/// Whether an entry does all that is recommended of its object, for this shop.
fn does(entry: &Model, shop: &shops::Model, now: DateTime<Utc>) -> bool {
    let Parameters { options, filters, .. } = serde_json::from_str(&entry.parameters).unwrap_or_default();
    let is_on = |option: &&str| options.get(*option).and_then(Value::as_bool).unwrap_or_default();
    !LESS.iter().any(is_on) && requested::runs_for(entry, &filters, shop, now)
}

fn stands(entry: &Model) -> Stands {
    match entry.status {
        Status::Error | Status::OnHold | Status::Finished => Stands::Stopped,
        Status::Ready | Status::InProcess | Status::Waiting | Status::OnHoldWithInactivityTimeout => Stands::Ready,
    }
}

fn entry(job: &Recurring, shop: &shops::Model, by: &Principal, zone: Tz) -> NewEntry {
    let every = Schedule::every(job.minutes, Weekdays::ALL, zone);
    NewEntry {
        filters: Filters::new().with(requested::CODE, requested::this(shop)),
        description: format!("{} for shop {}", job.caption, shop.code),
        scope: shop.code.to_string(),
        schedule: Schedule { starting_time: job.starting_time, ..every },
        max_attempts: ATTEMPTS,
        user: by.user_name.clone(),
        ..NewEntry::now(job.object)
    }
}
