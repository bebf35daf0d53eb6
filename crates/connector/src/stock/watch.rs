use std::time::Duration;

use access::Principal;
use back_office::{availability, company};
use database::{Listener, Read, Tx};
use job_queue::{Filters, Queue};
use runtime::Shutdown;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;
use values::Code;

use super::SYNC_STOCK;
use super::options::StockCalculation;
use crate::shops::Connection;
use crate::sync::{Sync, entry};
use crate::{Connector, Error, locations, shops};

/// What comes within this time is looked at together.
const TOGETHER: Duration = Duration::from_millis(200);
/// It looks at least this often.
const LOOKS_EVERY: Duration = Duration::from_secs(30);

/// Makes a job of what changes: as soon as a document has changed what can be sold, each shop that wants it has an entry in
/// the job queue that sends it. Every process may have one: an entry that waits is not made twice.
#[derive(Clone, Debug)]
pub struct Watch {
    connector: Connector,
    queue: Queue,
}

impl Watch {
    /// Makes the entries in `queue`.
    pub fn new(connector: Connector, queue: Queue) -> Self {
        Self { connector, queue }
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
        let find = |r: Read| async move {
            let marks = availability::pending(&r, None, 1).await?;
            if marks.is_empty() { Ok::<_, Error>(Vec::new()) } else { wanting(&r).await }
        };
        let shops = &self.connector.db().read(find).await?;
        if shops.is_empty() {
            return Ok(0);
        }
        let user = &Principal::system().user_name;
        let write = |tx: Tx| async move {
            let time_zone = company::read(&tx).await?.zone();
            for shop in shops {
                let task = Sync {
                    shop: shop.code.to_string(),
                    object: SYNC_STOCK,
                    options: Value::Null,
                    filters: Filters::new(),
                    time_zone,
                };
                self.queue.enqueue(&tx, &entry(&self.queue, user, &task, shop)).await?;
            }
            Ok::<_, Error>(())
        };
        self.connector.db().write(write).await?;
        Ok(shops.len())
    }
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
