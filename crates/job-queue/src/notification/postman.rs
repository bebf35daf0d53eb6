use std::time::Duration;

use access::user_account as user;
use chrono::{DateTime, Utc};
use database::{Read, Record, Tx};
use outbound::{Mail, MailError, Mailer};
use runtime::Shutdown;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Column, Entity, Kind, MailState, Model};
use crate::hear::hear;
use crate::{Queue, Result};

/// As many are taken at a time.
const AT_ONCE: u64 = 20;
/// Longer than it takes to send those: whoever dies over them leaves them to another after that.
const TAKEN_FOR: chrono::Duration = chrono::Duration::minutes(5);
/// It looks at least this often.
const LOOKS_EVERY: Duration = Duration::from_secs(60);
/// So often it is tried to send one, each time after twice as long.
const MOST_ATTEMPTS: i32 = 6;
const FIRST_WAIT: chrono::Duration = chrono::Duration::minutes(1);

/// Sends notifications by mail. Every process may have one: each notification is sent by one of them.
#[derive(Clone, Debug)]
pub struct Postman {
    queue: Queue,
    mailer: Mailer,
    /// The address of the server, for a link to the entry; blank for none.
    url: String,
}

impl Postman {
    /// Sends what `queue` has to tell, with links to `url`.
    pub fn new(queue: Queue, mailer: Mailer, url: &str) -> Self {
        Self { queue, mailer, url: url.trim_end_matches('/').to_owned() }
    }

    /// Sends what is to be sent until it is to stop. What fails is logged and tried again.
    pub async fn run(self, shutdown: Shutdown) {
        let clock = self.queue.clock().clone();
        let mut listener = None;
        while !shutdown.is_requested() {
            if listener.is_none() {
                listener = self.queue.db().listen().await.ok();
            }
            if let Err(error) = self.send_waiting().await {
                tracing::warn!(%error, "no mail could be sent");
            }
            let line_is_broken = tokio::select! {
                () = shutdown.requested() => false,
                () = clock.sleep(LOOKS_EVERY) => false,
                heard = hear(&mut listener, Entity::NAME) => !heard,
            };
            if line_is_broken {
                listener = None;
            }
        }
    }

    /// Sends what is to be sent now. Gives how many were.
    ///
    /// # Errors
    /// What the database says. That a mail could not be sent stands with its notification.
    pub async fn send_waiting(&self) -> Result<usize> {
        let mut sent = 0;
        loop {
            let taken = self.queue.db().write(|tx| async move { self.take(&tx).await }).await?;
            if taken.is_empty() {
                return Ok(sent);
            }
            for notification in taken {
                sent += usize::from(self.send(&notification).await?);
            }
        }
    }

    async fn take(&self, tx: &Tx) -> Result<Vec<Model>> {
        let now = self.queue.clock().now();
        let taken = Entity::find()
            .filter(Column::MailState.eq(MailState::Waiting))
            .filter(Column::MailAt.lte(now))
            .order_by_asc(Column::EntryNumber)
            .limit(AT_ONCE)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(tx)
            .await?;
        Entity::update_many()
            .col_expr(Column::MailAt, Expr::value(now + TAKEN_FOR))
            .col_expr(Column::MailAttempts, Expr::col(Column::MailAttempts).add(1))
            .filter(Column::EntryNumber.is_in(taken.iter().map(|taken| taken.entry_number)))
            .exec(tx)
            .await?;
        Ok(taken)
    }

    /// Sends one; says whether it went.
    async fn send(&self, notification: &Model) -> Result<bool> {
        let of_user = user::Entity::find().filter(user::Column::UserName.eq(notification.user_id.as_str()));
        let find = |read: Read| async move { Result::<_>::Ok(of_user.one(&read).await?) };
        let address = self.queue.db().read(find).await?.map(|user| user.email).unwrap_or_default();
        let (state, at, why) = if address.is_empty() {
            (MailState::NoAddress, None, String::new())
        } else {
            match self.mailer.send(&self.mail(notification, address)).await {
                Ok(()) => (MailState::Sent, None, String::new()),
                Err(error) => self.failed(notification, &error),
            }
        };
        let write = |tx: Tx| {
            let why = why.clone();
            async move {
                Entity::update_many()
                    .col_expr(Column::MailState, Expr::value(state))
                    .col_expr(Column::MailAt, Expr::value(at))
                    .col_expr(Column::MailError, Expr::value(why))
                    .filter(Column::EntryNumber.eq(notification.entry_number))
                    .exec(&tx)
                    .await?;
                Result::<_>::Ok(())
            }
        };
        self.queue.db().write(write).await?;
        Ok(state == MailState::Sent)
    }

    fn failed(&self, notification: &Model, error: &MailError) -> (MailState, Option<DateTime<Utc>>, String) {
        let attempts = notification.mail_attempts + 1;
        tracing::warn!(%error, attempts, "a mail could not be sent");
        if !matches!(error, MailError::NotNow(_)) || attempts >= MOST_ATTEMPTS {
            return (MailState::Failed, None, error.to_string());
        }
        let wait = FIRST_WAIT * 2_i32.saturating_pow(u32::try_from(notification.mail_attempts).unwrap_or_default());
        (MailState::Waiting, Some(self.queue.clock().now() + wait), error.to_string())
    }

    fn mail(&self, about: &Model, to: String) -> Mail {
        let (subject, said) = match about.kind {
            Kind::Failed => (format!("Failed: {}", about.description), about.message.as_str()),
            Kind::Recovered => (format!("Works again: {}", about.description), "It has ended well."),
        };
        let at = about.created_at.format("%Y-%m-%d %H:%M UTC");
        let mut text = format!("{}\n\n{said}\n\n{at}, for {}", about.description, about.owner);
        if !self.url.is_empty() {
            text += &format!("\n{}/job-queue/{}", self.url, about.job_queue_entry_id);
        }
        text.push('\n');
        // A description is what people typed: one line of it is the subject.
        Mail { to, subject: subject.replace(['\r', '\n'], " "), text }
    }
}
