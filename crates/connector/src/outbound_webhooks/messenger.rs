use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use database::{Listener, Notice, Read, Record, Tx};
use futures::future::join_all;
use futures::stream::FuturesUnordered;
use futures::{Stream, StreamExt, stream};
use outbound::{
    HeaderName, HeaderValue, Http, Request, WEBHOOK_ID, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP, WebhookSecret,
};
use runtime::Shutdown;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select, Set,
};
use uuid::Uuid;

use super::delivery::{self, Column, Entity, State};
use super::forget::forget;
use super::patience::wait_after;
use super::{entity, secret};
use crate::{Connector, Error};

/// As many are taken at a time for one webhook. All of them are under way together, so that whoever does not answer keeps
/// the others waiting for the time of one answer, not of many.
const AT_ONCE: u8 = 8;
/// How long the other side may take to answer.
const ANSWER: Duration = Duration::from_secs(15);
/// Longer than it takes to send those that were taken: whoever dies over them leaves them to another after that.
const TAKEN_FOR: TimeDelta = TimeDelta::minutes(5);
/// It looks at least this often.
const LOOKS_EVERY: Duration = Duration::from_secs(30);
/// How often old deliveries are deleted.
const CLEANS_UP_EVERY: Duration = Duration::from_secs(60 * 60);
/// So many letters of what the other side answers are kept.
const ANSWER_SHOWN: usize = 200;
/// So many bytes of it are read: the status says whether it has taken the event, however much it says besides.
const ANSWER_READ: usize = 4 << 10;

/// Sends webhooks what there is to tell. Every process may have one: each delivery is sent by one of them.
#[derive(Clone, Debug)]
pub struct Messenger {
    connector: Connector,
    http: Http,
}

/// Where deliveries go, and with what they are signed.
struct Target {
    webhook: entity::Model,
    /// Nothing when it can't be read.
    secret: Option<WebhookSecret>,
}

/// What became of a delivery.
struct Sent {
    delivery: delivery::Model,
    status: i32,
    /// Why it was not taken; nothing when it was.
    refused: Option<String>,
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

    /// Sends one webhook what is to be sent to it, until nothing is left or it takes nothing of it.
    async fn send_to(&self, webhook: Uuid, shutdown: &Shutdown) -> Result<usize, Error> {
        let (db, at_once) = (self.connector.db(), usize::from(AT_ONCE));
        let mut delivered = 0;
        while !shutdown.is_requested() {
            // Before anything is taken: what is for one that was turned off meanwhile waits, and loses no attempt.
            let Some(target) = self.target(webhook).await? else { break };
            let target = &target;
            // Nothing when another messenger was there first.
            let taken = db.write(|tx| async move { self.take(&tx, webhook).await }).await?;
            let (before, is_all) = (delivered, taken.len() < at_once);
            let mut sending = stream::iter(taken).map(|delivery| self.send(target, delivery)).buffer_unordered(at_once);
            while let Some(sent) = sending.next().await {
                delivered += usize::from(sent.refused.is_none());
                let sent = &sent;
                db.write(|tx| async move { self.settle(&tx, sent).await }).await?;
            }
            if is_all || delivered == before {
                break;
            }
        }
        Ok(delivered)
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

    async fn take(&self, tx: &Tx, webhook: Uuid) -> Result<Vec<delivery::Model>, Error> {
        let now = self.connector.clock().now();
        let mut taken = Entity::find()
            .filter(Column::OutboundWebhookId.eq(webhook))
            .filter(Column::State.eq(State::Waiting))
            .filter(Column::NextAttemptAt.lte(now))
            .order_by_asc(Column::NextAttemptAt)
            .order_by_asc(Column::EntryNumber)
            .limit(u64::from(AT_ONCE))
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(tx)
            .await?;
        let (next, ids) = (now + TAKEN_FOR, taken.iter().map(|taken| taken.entry_number));
        Entity::update_many()
            .col_expr(Column::NextAttemptAt, Expr::value(next))
            .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
            .filter(Column::EntryNumber.is_in(ids))
            .exec(tx)
            .await?;
        taken.iter_mut().for_each(|taken| taken.attempts += 1);
        Ok(taken)
    }

    /// Where the deliveries of a webhook go; nowhere when it is off, or was deleted.
    async fn target(&self, webhook: Uuid) -> Result<Option<Target>, Error> {
        let read = |read: Read| async move {
            let webhook = entity::Entity::find_by_id(webhook).filter(entity::Column::Enabled.eq(true));
            let Some(webhook) = webhook.one(&read).await? else { return Ok(None) };
            let secret = secret::of(&self.connector, &read, webhook.id).await?;
            Ok::<_, Error>(Some(Target { webhook, secret }))
        };
        self.connector.db().read(read).await
    }

    async fn send(&self, target: &Target, delivery: delivery::Model) -> Sent {
        let Target { webhook, secret } = target;
        let (status, refused) = match self.request(webhook, secret.as_ref(), &delivery) {
            Ok(request) => match self.http.send(request).await {
                Ok(answer) if answer.status.is_success() => (answer.status.as_u16(), None),
                Ok(answer) => (answer.status.as_u16(), Some(shown(answer.status.as_u16(), &answer.text()))),
                Err(error) => (0, Some(error.to_string())),
            },
            Err(error) => (0, Some(error.to_string())),
        };
        Sent { delivery, status: i32::from(status), refused }
    }

    fn request(
        &self,
        webhook: &entity::Model,
        secret: Option<&WebhookSecret>,
        delivery: &delivery::Model,
    ) -> Result<Request, outbound::Error> {
        let (id, at) = (delivery.event_id.to_string(), self.connector.clock().now().timestamp());
        let unsigned = || outbound::Error::Refused {
            address: webhook.url.split(['?', '#']).next().unwrap_or_default().to_owned(),
            reason: "its secret can't be opened: renew it, and give the other side the new one".to_owned(),
        };
        let signature = secret.and_then(|secret| secret.sign(&id, at, &delivery.body)).ok_or_else(unsigned)?;
        let mut request = Request::post(&webhook.url)?.timeout(ANSWER).reading_the_beginning(ANSWER_READ);
        let headers = [
            ("content-type", "application/json".to_owned()),
            (WEBHOOK_ID, id),
            (WEBHOOK_TIMESTAMP, at.to_string()),
            (WEBHOOK_SIGNATURE, signature),
        ];
        for (name, value) in headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                request = request.header(HeaderName::from_static(name), value);
            }
        }
        request.body = delivery.body.clone().into();
        Ok(request)
    }

    /// Writes down what became of a delivery, unless a person has had it sent again meanwhile.
    async fn settle(&self, tx: &Tx, sent: &Sent) -> Result<(), Error> {
        let now = self.connector.clock().now();
        let Some(row) = Entity::find_by_id(sent.delivery.entry_number).lock_exclusive().one(tx).await? else {
            return Ok(());
        };
        if row.attempts != sent.delivery.attempts || row.state != State::Waiting {
            return Ok(());
        }
        let wait = sent.refused.as_ref().and_then(|_| wait_after(row.attempts));
        let state = match (&sent.refused, wait) {
            (None, _) => State::Delivered,
            (Some(_), Some(_)) => State::Waiting,
            (Some(why), None) => {
                tracing::warn!(webhook = %row.outbound_webhook_id, %why, "an outbound webhook was given up");
                State::Failed
            }
        };
        let id = row.id;
        let mut row = row.into_active_model();
        row.state = Set(state);
        row.next_attempt_at = Set(wait.map(|wait| now + wait));
        row.delivered_at = Set((state == State::Delivered).then_some(now));
        row.status_code = Set(sent.status);
        row.error_message = Set(sent.refused.clone().unwrap_or_default());
        row.update(tx).await?;
        Ok(tx.notify(Notice::new(Entity::NAME, id.to_string())).await?)
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

/// What the other side answered, as far as it helps.
fn shown(status: u16, text: &str) -> String {
    let text: String = text.chars().filter(|letter| !letter.is_control()).take(ANSWER_SHOWN).collect();
    match text.trim() {
        "" => format!("it was answered with the status {status}, where one from 200 to 299 says that it was taken"),
        text => format!("it was answered with the status {status}: {text}"),
    }
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
