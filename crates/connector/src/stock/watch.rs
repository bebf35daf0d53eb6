use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use access::Principal;
use back_office::{availability, company};
use database::{Listener, Read, Tx};
use job_queue::{Filters, Queue, entry, run};
use runtime::Shutdown;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use uuid::Uuid;
use values::Code;

use super::SYNC_STOCK;
use super::options::StockCalculation;
use super::staged::dirty;
use crate::shops::Connection;
use crate::sync::{SYNC_ALL, Sync, entry as entry_of};
use crate::{Connector, Error, locations, shops};

/// What comes within this time is looked at together.
const TOGETHER: Duration = Duration::from_millis(200);
/// It looks at least this often.
const LOOKS_EVERY: Duration = Duration::from_secs(30);

/// Makes a job of what changes: as soon as a document has changed what can be sold, each shop that wants it has an entry in
/// the job queue that sends it. So it has of what a run has left, as one that failed or was for single variants: once, for what
/// fails again is for the next run on schedule. Every process may have one: an entry that waits is not made twice.
#[derive(Clone, Debug)]
pub struct Watch {
    connector: Connector,
    queue: Queue,
    /// The newest mark of each shop for which an entry was made.
    told: Arc<Mutex<HashMap<Code<20>, Uuid>>>,
}

/// A shop that is to have an entry, with its newest mark.
type Wanting = (shops::Model, Option<Uuid>);

impl Watch {
    /// Makes the entries in `queue`.
    pub fn new(connector: Connector, queue: Queue) -> Self {
        Self { connector, queue, told: Arc::default() }
    }

    /// Looks whenever something was committed, until it is to stop. What fails is logged, and looked at again.
    pub async fn run(self, shutdown: Shutdown) {
        let clock = self.connector.clock().clone();
        let mut listener = None;
        while !shutdown.is_requested() {
            // Before it looks, so that nothing happens unheard between looking and listening.
            if listener.is_none() {
                listener = self.connector.db().listen().await.ok();
            }
            if let Err(error) = self.look().await {
                tracing::warn!(%error, "a change of stock is not sent at once");
            }
            let line_is_broken = tokio::select! {
                () = shutdown.requested() => false,
                () = clock.sleep(LOOKS_EVERY) => false,
                heard = hear(&mut listener) => !heard,
            };
            if line_is_broken {
                listener = None;
            }
            tokio::select! {
                () = shutdown.requested() => {}
                () = clock.sleep(TOGETHER) => {}
            }
        }
    }

    /// Makes an entry for each shop that wants to hear at once, when something has changed. Gives how many there are.
    ///
    /// # Errors
    /// What the database and the job queue say.
    pub async fn look(&self) -> Result<usize, Error> {
        let shops = &self.connector.db().read(|r| async move { self.to_tell(&r).await }).await?;
        if shops.is_empty() {
            return Ok(0);
        }
        let user = &Principal::system().user_name;
        let write = |tx: Tx| async move {
            let time_zone = company::read(&tx).await?.zone();
            for (shop, _) in shops {
                let task = Sync {
                    shop: shop.code.to_string(),
                    object: SYNC_STOCK,
                    options: Value::Null,
                    filters: Filters::new(),
                    time_zone,
                };
                self.queue.enqueue(&tx, &entry_of(&self.queue, user, &task, shop)).await?;
            }
            Ok::<_, Error>(())
        };
        self.connector.db().write(write).await?;
        let newest = shops.iter().filter_map(|(shop, newest)| Some((shop.code.clone(), (*newest)?)));
        self.told.lock().unwrap_or_else(PoisonError::into_inner).extend(newest);
        Ok(shops.len())
    }

    /// The shops that are to have an entry: all that want one when the back office has marked something, else those with a mark
    /// that no entry was made for, unless a run is at it.
    async fn to_tell(&self, r: &Read) -> Result<Vec<Wanting>, Error> {
        let is_news = !availability::pending(r, None, 1).await?.is_empty();
        let mut newest = HashMap::new();
        for code in marked(r).await? {
            newest.extend(newest_mark(r, &code).await?.map(|mark| (code, mark)));
        }
        if !is_news && newest.is_empty() {
            return Ok(Vec::new());
        }
        let with_mark = |shop: shops::Model| {
            let mark = newest.get(&shop.code).copied();
            (shop, mark)
        };
        let mut to_tell: Vec<Wanting> = wanting(r).await?.into_iter().map(with_mark).collect();
        if !is_news {
            let told = self.told.lock().unwrap_or_else(PoisonError::into_inner).clone();
            to_tell.retain(|(shop, mark)| mark.is_some_and(|mark| told.get(&shop.code) != Some(&mark)));
        }
        if !is_news && !to_tell.is_empty() {
            let busy = busy(r).await?;
            to_tell.retain(|(shop, _)| !busy.contains("") && !busy.contains(shop.code.as_str()));
        }
        Ok(to_tell)
    }
}

/// The shops that have marks.
async fn marked(r: &Read) -> Result<Vec<Code<20>>, Error> {
    let shops = dirty::Entity::find().select_only().column(dirty::Column::ShopCode).distinct();
    Ok(shops.into_tuple().all(r).await?)
}

/// The newest mark of a shop.
async fn newest_mark(r: &Read, shop: &Code<20>) -> Result<Option<Uuid>, Error> {
    let marks = dirty::Entity::find()
        .select_only()
        .column(dirty::Column::Version)
        .filter(dirty::Column::ShopCode.eq(shop.clone()))
        .order_by_desc(dirty::Column::Version);
    Ok(marks.into_tuple().one(r).await?)
}

/// The shops whose stock a run may be sending at this moment; a blank one stands for all.
async fn busy(r: &Read) -> Result<BTreeSet<String>, Error> {
    let runs = run::Entity::find().select_only().column(run::Column::JobQueueEntryId);
    let runs: Vec<Uuid> = runs.into_tuple().all(r).await?;
    let entries = entry::Entity::find()
        .select_only()
        .column(entry::Column::Scope)
        .filter(entry::Column::Id.is_in(runs))
        .filter(entry::Column::ObjectIdToRun.is_in([SYNC_STOCK, SYNC_ALL]));
    let scopes: Vec<String> = entries.into_tuple().all(r).await?;
    Ok(scopes.into_iter().collect())
}

/// The shops that want to hear at once and can: connected, allowed to change something, and with a location that stock is sent
/// to.
async fn wanting(r: &Read) -> Result<Vec<shops::Model>, Error> {
    let sending: Vec<Code<20>> = locations::Entity::find()
        .select_only()
        .column(locations::Column::ShopCode)
        .distinct()
        .filter(locations::Column::StockCalculation.ne(StockCalculation::Off))
        .filter(locations::Column::StockBegunAt.is_not_null())
        .filter(locations::Column::Active.eq(true))
        .into_tuple()
        .all(r)
        .await?;
    let shops = shops::Entity::find()
        .filter(shops::Column::Code.is_in(sending))
        .filter(shops::Column::Enabled.eq(true))
        .filter(shops::Column::Connection.eq(Connection::Connected))
        .filter(shops::Column::AllowOutgoingRequests.eq(true))
        .filter(shops::Column::SyncStockWhenItChanges.eq(true));
    Ok(shops.all(r).await?)
}

/// Whether something was heard; nothing more is when the line is broken.
async fn hear(listener: &mut Option<Listener>) -> bool {
    match listener {
        Some(listener) => listener.next().await.is_some(),
        None => std::future::pending().await,
    }
}
