use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, Utc};
use database::{Listener, Read, Record};
use futures::future::join_all;
use futures::stream::FuturesUnordered;
use futures::{Stream, StreamExt};
use outbound::Http;
use runtime::Shutdown;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};
use uuid::Uuid;

use super::delivery::{Column, Entity, State};
use super::entity;
use super::forget::forget;
use crate::{Connector, Error};

/// It looks at least this often.
const LOOKS_EVERY: Duration = Duration::from_secs(30);
/// How often old deliveries are deleted.
const CLEANS_UP_EVERY: Duration = Duration::from_secs(60 * 60);

/// Sends webhooks what there is to tell. Every process may have one: each delivery is sent by one of them.
#[derive(Clone, Debug)]
pub struct Messenger {
    pub(super) connector: Connector,
    pub(super) http: Http,
}

impl Messenger {
    /// Sends by `http`, which keeps to where [`Connector::reach`] lets events go.
    pub fn new(connector: Connector, http: Http) -> Self {
        Self { connector, http }
    }

    /// Sends what is to be sent until it is to stop. What fails is logged and tried again. No webhook waits for another: while
    /// one answers slowly, what comes for the others is sent.
    pub async fn run(self, shutdown: Shutdown) {
        let clock = self.connector.clock().clone();
        let (mut listener, mut cleaned_up) = (None, None);
        let (mut busy, mut sending, mut ended) = (HashSet::new(), FuturesUnordered::new(), Vec::new());
        while !shutdown.is_requested() {
            // Before it looks, so that nothing happens unheard between looking and listening.
            if listener.is_none() {
                listener = beside(self.connector.db().listen(), &mut sending, &mut ended).await.ok();
            }
            beside(self.clean_up(&mut cleaned_up), &mut sending, &mut ended).await;
            let due = beside(self.due(&busy), &mut sending, &mut ended).await;
            let pause = match due {
                Ok(due) => {
                    for webhook in due {
                        busy.insert(webhook);
                        sending.push(self.send_patiently(webhook, &shutdown));
                    }
                    beside(self.pause(&busy), &mut sending, &mut ended).await
                }
                Err(error) => {
                    tracing::warn!(%error, "no outbound webhook could be sent");
                    LOOKS_EVERY
                }
            };
            // What has come for them meanwhile was passed over when it looked.
            if !ended.is_empty() {
                for webhook in ended.drain(..) {
                    busy.remove(&webhook);
                }
                continue;
            }
            let line_is_broken = tokio::select! {
                () = shutdown.requested() => false,
                Some(webhook) = sending.next(), if !sending.is_empty() => {
                    busy.remove(&webhook);
                    false
                }
                () = clock.sleep(pause) => false,
                heard = hear(&mut listener) => !heard,
            };
            if line_is_broken {
                listener = None;
            }
        }
        // What is under way is brought to its end, and nothing more is begun.
        while sending.next().await.is_some() {}
    }

    /// Sends one webhook what is to be sent to it. After the database has failed it rests, so that it is not asked without pause.
    async fn send_patiently(&self, webhook: Uuid, shutdown: &Shutdown) -> Uuid {
        if let Err(error) = self.send_to(webhook, shutdown).await {
            tracing::warn!(%webhook, %error, "an outbound webhook could not be sent");
            tokio::select! {
                () = shutdown.requested() => {}
                () = self.connector.clock().sleep(LOOKS_EVERY) => {}
            }
        }
        webhook
    }

    /// Sends what is to be sent now. Gives how many the other sides took.
    ///
    /// # Errors
    /// What the database says. That one could not be delivered stands with it.
    pub async fn send_waiting(&self) -> Result<usize, Error> {
        self.send_all(&Shutdown::new()).await
    }

    /// Sends each webhook what is to be sent to it, side by side: what one does not take is no reason for others to wait.
    async fn send_all(&self, shutdown: &Shutdown) -> Result<usize, Error> {
        let due = self.due(&HashSet::new()).await?;
        let sent = join_all(due.into_iter().map(|webhook| self.send_to(webhook, shutdown))).await;
        sent.into_iter().sum()
    }

    /// The webhooks that something is to be sent to, but the busy ones: seen without writing, so that nobody has to wait for
    /// it.
    async fn due(&self, busy: &HashSet<Uuid>) -> Result<Vec<Uuid>, Error> {
        let now = self.connector.clock().now();
        let due = |read: Read| async move {
            let webhooks = waiting_for_all_but(busy).column(Column::OutboundWebhookId).distinct();
            let webhooks = webhooks.filter(Column::NextAttemptAt.lte(now));
            Ok::<_, Error>(webhooks.into_tuple::<Uuid>().all(&read).await?)
        };
        self.connector.db().read(due).await
    }

    /// Forgets what was told long ago, once an hour.
    async fn clean_up(&self, last: &mut Option<Duration>) {
        let (clock, now) = (self.connector.clock(), self.connector.clock().now());
        if last.is_some_and(|last| clock.monotonic().saturating_sub(last) < CLEANS_UP_EVERY) {
            return;
        }
        *last = Some(clock.monotonic());
        if let Err(error) = self.connector.db().write(|tx| async move { forget(&tx, now).await }).await {
            tracing::warn!(%error, "old deliveries of outbound webhooks could not be deleted");
        }
    }

    /// How long until the next is to be sent, to another than the busy ones.
    async fn pause(&self, busy: &HashSet<Uuid>) -> Duration {
        let next = |read: Read| async move {
            let next = waiting_for_all_but(busy).column_as(Column::NextAttemptAt.min(), "next");
            Ok::<_, Error>(next.into_tuple::<Option<DateTime<Utc>>>().one(&read).await?.flatten())
        };
        let due = self.connector.db().read(next).await.ok().flatten();
        let now = self.connector.clock().now();
        due.map_or(LOOKS_EVERY, |due| (due - now).to_std().unwrap_or(Duration::from_secs(1)).min(LOOKS_EVERY))
    }
}

/// Does something while what is under way goes on: that may hold the one writer of the database, or its last connection,
/// for which the other would wait for ever. The webhooks that have `ended` meanwhile are kept.
async fn beside<T>(
    own: impl Future<Output = T>,
    sending: &mut (impl Stream<Item = Uuid> + Unpin),
    ended: &mut Vec<Uuid>,
) -> T {
    let mut own = std::pin::pin!(own);
    loop {
        tokio::select! {
            done = &mut own => return done,
            Some(webhook) = sending.next() => ended.push(webhook),
        }
    }
}

/// What is to be sent to webhooks that are on, and not busy.
fn waiting_for_all_but(busy: &HashSet<Uuid>) -> Select<Entity> {
    let enabled =
        entity::Entity::find().select_only().column(entity::Column::Id).filter(entity::Column::Enabled.eq(true));
    let is_on = Column::OutboundWebhookId.in_subquery(enabled.into_query());
    let is_free = Column::OutboundWebhookId.is_not_in(busy.iter().copied());
    Entity::find().select_only().filter(Column::State.eq(State::Waiting)).filter(is_on).filter(is_free)
}

/// Waits until there is something to send; for ever without a listener. `false`: the line is broken.
async fn hear(listener: &mut Option<Listener>) -> bool {
    let Some(listener) = listener else { return std::future::pending().await };
    while let Some(notice) = listener.next().await {
        // Those with an id say what became of one that was sent: there is nothing to send for that.
        if notice.topic == Entity::NAME && notice.payload.is_empty() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    #[tokio::test]
    async fn what_is_under_way_goes_on_while_it_is_waited_for() {
        let (free, is_free) = oneshot::channel();
        let holds_the_writer = async move {
            free.send(()).unwrap();
            Uuid::nil()
        };
        let (mut sending, mut ended) = (FuturesUnordered::new(), Vec::new());
        sending.push(holds_the_writer);
        beside(is_free, &mut sending, &mut ended).await.unwrap();
        assert_eq!(ended, [Uuid::nil()]);
        assert_eq!(beside(async { 7 }, &mut sending, &mut ended).await, 7, "nothing is under way any more");
    }
}
