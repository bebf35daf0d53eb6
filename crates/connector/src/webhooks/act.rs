use access::Principal;
use database::{Notice, Tx};
use job_queue::{Filters, Queue};
use shopify::webhook::Topic;
use uuid::Uuid;

use super::receive::cards_of;
use super::received::{Model, State};
use super::trigger::Trigger;
use super::{data_request, uninstalled};
use crate::orders::SYNC_ORDERS;
use crate::sync::{self, Sync};
use crate::{Connector, Error, bulk, shops};

/// On whose topic whoever waits for a bulk operation listens.
pub(crate) const BULK_OPERATIONS: &str = "shopifyBulkOperations";

/// What became of a webhook when it was taken in.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub state: State,
    pub reason: String,
    pub entry: Option<Uuid>,
}

impl Done {
    pub fn ignored(reason: impl Into<String>) -> Self {
        Self { state: State::Ignored, reason: reason.into(), entry: None }
    }

    pub fn at_once(reason: impl Into<String>) -> Self {
        Self { state: State::Done, reason: reason.into(), entry: None }
    }
}

/// Does what a webhook asks for, in the transaction that stores it.
pub(super) async fn act(
    connector: &Connector,
    queue: &Queue,
    tx: &Tx,
    webhook: &Model,
    trigger: &Trigger,
) -> Result<Done, Error> {
    match &webhook.topic {
        topic if topic.is_of_orders() => sync_orders(queue, tx, webhook).await,
        Topic::BulkOperationsFinish => {
            if let Some(finished) = trigger.finished(webhook.received_at) {
                bulk::finish(tx, &webhook.store, &finished).await?;
            }
            tx.notify(Notice::new(BULK_OPERATIONS, webhook.store.as_str())).await?;
            Ok(Done::at_once(""))
        }
        Topic::AppUninstalled => uninstalled::uninstalled(connector, queue, tx, webhook).await,
        Topic::CustomersDataRequest | Topic::CustomersRedact | Topic::ShopRedact => {
            data_request::take(connector, tx, webhook, trigger).await
        }
        _ => Ok(Done::ignored("Nothing is done for this topic.")),
    }
}

/// Report 30104 for each enabled card of the store that wants it at once. One that waits will read this change, too; one
/// that runs may have read the order already and does not count.
async fn sync_orders(queue: &Queue, tx: &Tx, webhook: &Model) -> Result<Done, Error> {
    let cards = cards_of(tx, &webhook.store).await?;
    let time_zone = back_office::company::read(tx).await?.zone();
    let mut done = Done::default();
    for shop in cards.iter().filter(|shop| shop.enabled && shop.order_created_webhooks) {
        match enqueue(queue, tx, shop, time_zone).await {
            Ok(entry) => done.entry = done.entry.or(Some(entry)),
            // A queue that does not take it must not cost the store its webhooks.
            Err(refused) if is_a_refusal(&refused) => {
                return Ok(Done { state: State::Failed, reason: refused.to_string(), entry: None });
            }
            Err(error) => return Err(error),
        }
    }
    if done.entry.is_some() {
        return Ok(done);
    }
    let is_enabled = cards.iter().any(|shop| shop.enabled);
    Ok(Done::ignored(if is_enabled {
        "No enabled shop of this store has Auto Sync Orders on."
    } else {
        "No shop of this store is enabled."
    }))
}

async fn enqueue(queue: &Queue, tx: &Tx, shop: &shops::Model, time_zone: chrono_tz::Tz) -> Result<Uuid, Error> {
    let wanted = Sync {
        shop: shop.code.to_string(),
        object: SYNC_ORDERS,
        options: serde_json::Value::Null,
        filters: Filters::new(),
        time_zone,
    };
    let entry = sync::entry(queue, &Principal::system().user_name, &wanted, shop);
    Ok(queue.enqueue(tx, &entry).await?.id())
}

fn is_a_refusal(error: &Error) -> bool {
    matches!(error, Error::Queue(refused) if !matches!(refused, job_queue::Error::Database(_)))
}
