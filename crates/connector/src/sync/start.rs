//! A sync is started: an entry of the job queue, or a run in the foreground, as the shop card's toggle says.

use access::{Action as May, Area, Principal};
use job_queue::schedule::Schedule;
use job_queue::{Enqueued, Filters, NewEntry, Queue, Registry};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::action;
use super::steps::SYNC_ALL;
use crate::orders::CREATE_SALES_ORDERS;
use crate::shops::{self, requested};
use crate::{Connector, Error};

/// How often a sync is tried again when it fails.
pub(crate) const ATTEMPTS: i32 = 3;

/// A sync that someone asks for.
#[derive(Clone, Debug)]
pub struct Sync {
    /// The shop.
    pub shop: String,
    /// The object, as 30104.
    pub object: i32,
    /// What its request page says; `null` for its defaults.
    pub options: serde_json::Value,
    /// The filters of its request page.
    pub filters: Filters,
    /// The time zone in which date words are read.
    pub time_zone: chrono_tz::Tz,
}

/// What was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Started {
    /// An entry of the job queue; the same sync may have waited already.
    Background(Enqueued),
    /// A run that the caller follows to its end.
    Foreground(Uuid),
}

impl Started {
    /// The entry that does it.
    pub const fn id(self) -> Uuid {
        match self {
            Self::Background(enqueued) => enqueued.id(),
            Self::Foreground(id) => id,
        }
    }
}

/// Starts an object that runs for shops for one of them: as an entry of the job queue while "Run Syncs in Background" is on, else at once.
///
/// # Errors
/// [`Error::NoShop`], [`Error::NotEnabled`], [`Error::Disconnected`], [`Error::OtherInstallation`]; [`Error::Given`] for an
/// object that has nothing to do with shops; what the job queue says of object, options and filters; in the foreground also
/// that something else runs for the shop.
pub async fn sync(connector: &Connector, queue: &Queue, by: &Principal, sync: &Sync) -> Result<Started, Error> {
    // Sales orders are made of what is here already.
    let shop = &ready(connector, by, &sync.shop, sync.object != CREATE_SALES_ORDERS).await?;
    check_runs_for_shops(queue.registry(), sync.object)?;
    start(connector, queue, by, sync, shop).await
}

/// Starts one of [`super::ACTIONS`] for a shop, by its name.
///
/// # Errors
/// As [`sync`]; [`Error::Given`] when there is no such action; [`Error::NothingToSync`] and [`Error::ReadOnly`] when the
/// shop card says that nothing is to come of it.
pub async fn sync_action(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    (shop, name): (&str, &str),
    time_zone: chrono_tz::Tz,
) -> Result<Started, Error> {
    let action = action::named(queue.registry(), name)?;
    let shop = &ready(connector, by, shop, action.object != CREATE_SALES_ORDERS).await?;
    if let Some(refused) = action.against(shop) {
        return Err(refused);
    }
    start(connector, queue, by, &action.sync(shop, time_zone), shop).await
}

/// The shop, if it may be synced: it is enabled, and connected where the store is asked.
pub(super) async fn ready(
    connector: &Connector,
    by: &Principal,
    code: &str,
    asks_store: bool,
) -> Result<shops::Model, Error> {
    by.require(Area::Synchronization, May::Run)?;
    let shop = connector.db().read(|r| async move { shops::find(&r, code).await }).await?;
    if !shop.enabled {
        shop.check_installation(connector.installation())?;
        return Err(Error::NotEnabled(shop.code.to_string()));
    }
    if asks_store {
        shop.check_connection(connector.installation())?;
    }
    Ok(shop)
}

/// Which objects there are at all is for the job queue to say.
fn check_runs_for_shops(registry: &Registry, object: i32) -> Result<(), Error> {
    match registry.get(object) {
        Some(found) if !requested::runs_for_shops(&found) => Err(Error::Given {
            name: "object",
            reason: format!("{object} {} runs for no shop: start it on the job queue entries", found.caption),
        }),
        _ => Ok(()),
    }
}

async fn start(
    connector: &Connector,
    queue: &Queue,
    by: &Principal,
    sync: &Sync,
    shop: &shops::Model,
) -> Result<Started, Error> {
    let entry = &entry(queue, &by.user_name, sync, shop);
    if shop.allow_background_syncs {
        let enqueue = |tx| async move { Ok::<_, Error>(queue.enqueue(&tx, entry).await?) };
        Ok(Started::Background(connector.db().write(enqueue).await?))
    } else {
        Ok(Started::Foreground(queue.start_foreground(entry).await?))
    }
}

/// The entry of a sync, made in this user's name.
pub(crate) fn entry(queue: &Queue, user: &str, sync: &Sync, shop: &shops::Model) -> NewEntry {
    NewEntry {
        options: sync.options.clone(),
        filters: sync.filters.clone().with(requested::CODE, requested::this(shop)),
        description: format!("{} for shop(s) {}", what(queue, sync), shop.code),
        scope: shop.code.to_string(),
        schedule: Schedule::once(sync.time_zone),
        max_attempts: ATTEMPTS,
        dedupe_key: Some(same(sync, shop)),
        user: user.to_owned(),
        ..NewEntry::now(sync.object)
    }
}

/// What a sync does, in words.
fn what(queue: &Queue, sync: &Sync) -> String {
    match action::of(sync.object, &sync.options) {
        Some(action) if !action.of.is_empty() => format!("Shopify Sync of {}", action.of),
        _ if sync.object == SYNC_ALL => "Shopify Sync of All".to_owned(),
        _ => queue.registry().get(sync.object).map_or("Task", |object| object.caption).to_owned(),
    }
}

/// The key of syncs that would do the same: asking twice while the first one waits makes no second entry.
fn same(sync: &Sync, shop: &shops::Model) -> String {
    let mut digest = Sha256::new();
    // A page without a choice and no page are the same.
    let is_default = sync.options.as_object().is_some_and(serde_json::Map::is_empty);
    digest.update(if is_default { "null".to_owned() } else { sync.options.to_string() });
    for (field, expression) in sync.filters.iter() {
        digest.update(format!("\n{field}={expression}"));
    }
    let digest: String = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("sync {} {} {digest}", sync.object, shop.code)
}
