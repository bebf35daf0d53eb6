//! One webhook is sent what is to be sent to it, and what became of each delivery is written down.

use std::time::Duration;

use chrono::TimeDelta;
use database::{Notice, Read, Record, Tx};
use futures::{StreamExt, stream};
use outbound::{HeaderName, HeaderValue, Request, WEBHOOK_ID, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP, WebhookSecret};
use runtime::Shutdown;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::delivery::{self, Column, Entity, State};
use super::messenger::Messenger;
use super::patience::wait_after;
use super::{entity, secret};
use crate::Error;

/// As many are taken at a time for one webhook. All of them are under way together, so that whoever does not answer keeps
/// the others waiting for the time of one answer, not of many.
const AT_ONCE: u8 = 8;
/// How long the other side may take to answer.
const ANSWER: Duration = Duration::from_secs(15);
/// Longer than it takes to send those that were taken: whoever dies over them leaves them to another after that.
const TAKEN_FOR: TimeDelta = TimeDelta::minutes(5);
/// So many letters of what the other side answers are kept.
const ANSWER_SHOWN: usize = 200;
/// So many bytes of it are read: the status says whether it has taken the event, however much it says besides.
const ANSWER_READ: usize = 4 << 10;

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
    /// Sends one webhook what is to be sent to it, until nothing is left or it takes nothing of it.
    pub(super) async fn send_to(&self, webhook: Uuid, shutdown: &Shutdown) -> Result<usize, Error> {
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

/// What the other side answered, as far as it helps.
fn shown(status: u16, text: &str) -> String {
    let text: String = text.chars().filter(|letter| !letter.is_control()).take(ANSWER_SHOWN).collect();
    match text.trim() {
        "" => format!("it was answered with the status {status}, where one from 200 to 299 says that it was taken"),
        text => format!("it was answered with the status {status}: {text}"),
    }
}
