use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use database::{Notice, Record, Tx};
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, EntityTrait};

use super::{ActiveModel, Entity, Kind, MailState, participant, setup};
use crate::{Queue, Result, entry, run};

/// What people are to be told of an entry.
pub(crate) enum News {
    /// It has failed for good.
    Failed(String),
    /// It has ended well after it had failed.
    Recovered,
}

/// Tells those whom the setup names, in the transaction that ends the run.
pub(crate) async fn tell(
    queue: &Queue,
    tx: &Tx,
    run: &run::Model,
    entry: &entry::Model,
    news: &News,
    now: DateTime<Utc>,
) -> Result<()> {
    let setup = setup::read(tx).await?;
    let mut whom = BTreeSet::new();
    if setup.notify_user_initiating_task && !entry.user_id.is_empty() {
        whom.insert(entry.user_id.clone());
    }
    if setup.notify_job_queue_admin {
        whom.extend(participant::Entity::find().all(tx).await?.into_iter().map(|admin| admin.user_name));
    }
    if whom.is_empty() {
        return Ok(());
    }
    let (kind, message) = match news {
        News::Failed(message) => (Kind::Failed, message.as_str()),
        News::Recovered => (Kind::Recovered, ""),
    };
    let rows = whom.into_iter().map(|user_id| ActiveModel {
        entry_number: NotSet,
        id: Set(queue.random().id(now)),
        user_id: Set(user_id),
        kind: Set(kind),
        created_at: Set(now),
        job_queue_entry_id: Set(entry.id),
        log_id: Set(run.log_id),
        description: Set(entry.description.clone()),
        owner: Set(entry.user_id.clone()),
        message: Set(message.to_owned()),
        is_read: Set(false),
        mail_state: Set(if setup.mail_notification { MailState::Waiting } else { MailState::None }),
        mail_attempts: Set(0),
        mail_at: Set(setup.mail_notification.then_some(now)),
        mail_error: Set(String::new()),
    });
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    tx.notify(Notice::new(Entity::NAME, run.job_queue_entry_id.to_string())).await?;
    Ok(())
}
