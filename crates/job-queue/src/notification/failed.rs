use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{participant, setup};
use crate::Result;
use crate::entry::{Column, Entity, Model, Status};

/// Whose failed jobs a user is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody's.
    All,
    /// Their own.
    Own,
    /// Nobody's.
    None,
}

/// What a user is shown about failed jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// How many there are that concern the user.
    pub failed: u64,
    /// Whether there are as many as the second threshold says.
    pub urgent: bool,
    /// The only one, when there is one.
    pub only: Option<Model>,
    /// Whose jobs are counted.
    pub scope: Scope,
}

/// Whose failed jobs `user` is told about: an administrator of the job queue sees everybody's.
///
/// # Errors
/// What the database says.
pub async fn viewer_scope(connection: &impl ConnectionTrait, setup: &setup::Model, user: &str) -> Result<Scope> {
    let of_user = participant::Entity::find().filter(participant::Column::UserName.eq(user));
    let is_admin = of_user.one(connection).await?.is_some();
    Ok(match (setup.notify_user_initiating_task, setup.notify_job_queue_admin, is_admin) {
        (_, true, true) => Scope::All,
        (true, ..) => Scope::Own,
        (false, ..) => Scope::None,
    })
}

/// What `user` is shown about failed jobs now; nothing when none has failed, when too few have, or when the setup says
/// that people are not told here.
///
/// # Errors
/// What the database says.
pub async fn shown(connection: &impl ConnectionTrait, user: &str) -> Result<Option<Shown>> {
    let setup = setup::read(connection).await?;
    let scope = viewer_scope(connection, &setup, user).await?;
    if !setup.in_product_notification || scope == Scope::None {
        return Ok(None);
    }
    let mut failed = Entity::find().filter(Column::Status.eq(Status::Error));
    if scope == Scope::Own {
        failed = failed.filter(Column::UserId.eq(user));
    }
    let count = failed.clone().count(connection).await?;
    let reached = |threshold: i32| i64::try_from(count).unwrap_or(i64::MAX) >= i64::from(threshold);
    if count == 0 || !(setup.notify_when_job_failed || reached(setup.threshold1)) {
        return Ok(None);
    }
    let only = if count == 1 { failed.order_by_asc(Column::EntryNumber).one(connection).await? } else { None };
    Ok(Some(Shown { failed: count, urgent: reached(setup.threshold2), only, scope }))
}
