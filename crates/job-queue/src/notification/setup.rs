//! The setup of the job queue (table 9066, and what BC keeps elsewhere): one row.

use database::Record;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, IntoActiveModel};

use crate::{Error, Result};

/// Whom the job queue tells what, and how long it keeps its log.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "job_queue_setup")]
#[record(name = "jobQueueSetup", caption = "Job Queue Setup")]
pub struct Model {
    /// The public id; there is one row.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whether the user is told whose job has failed.
    pub notify_user_initiating_task: bool,
    /// Whether the administrators of the job queue are told.
    pub notify_job_queue_admin: bool,
    /// Whether people are told on their Role Center.
    #[record(caption = "In-Product Notification")]
    pub in_product_notification: bool,
    /// Whether they are also told by mail.
    pub mail_notification: bool,
    /// Whether they are told as soon as one job has failed; otherwise only once as many have failed as the thresholds
    /// say.
    pub notify_when_job_failed: bool,
    /// From how many failed jobs on.
    #[record(caption = "Threshold 1")]
    pub threshold1: i32,
    /// From how many failed jobs on it is urgent.
    #[record(caption = "Threshold 2")]
    pub threshold2: i32,
    /// For how many days log entries are kept; 0: for ever.
    #[record(caption = "Log Retention (days)")]
    pub log_retention_days: i32,
    /// Counts its changes.
    #[record(skip)]
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
#[expect(missing_docs, reason = "the entity needs it and it has no values")]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What BC begins with, and a log of ninety days.
    pub fn initial() -> Self {
        Self {
            id: ONLY,
            notify_user_initiating_task: true,
            notify_job_queue_admin: true,
            in_product_notification: true,
            mail_notification: false,
            notify_when_job_failed: true,
            threshold1: 3,
            threshold2: 5,
            log_retention_days: 90,
            version: 0,
        }
    }

    /// Checks that its parts fit together.
    ///
    /// # Errors
    /// [`Error::Setup`] names the field.
    pub fn check(&self) -> Result<()> {
        let refused = |field, reason| Err(Error::Setup { field, reason });
        match self {
            Self { threshold1, .. } if *threshold1 < 0 => refused("threshold1", "it can't be negative: give 0 or more"),
            Self { threshold1, threshold2, .. } if threshold2 < threshold1 => {
                refused("threshold2", "it must not be less than Threshold 1: raise it, or lower Threshold 1")
            }
            Self { log_retention_days, .. } if !(0..=3_650).contains(log_retention_days) => {
                refused("logRetentionDays", "choose 1 to 3,650 days, or 0 to keep the log for ever")
            }
            _ => Ok(()),
        }
    }
}

/// The id of the only row.
pub const ONLY: Uuid = Uuid::nil();

/// The setup; what it begins with when nobody has changed it.
///
/// # Errors
/// What the database says.
pub async fn read(connection: &impl ConnectionTrait) -> Result<Model> {
    Ok(Entity::find_by_id(ONLY).one(connection).await?.unwrap_or_else(Model::initial))
}

/// Sets it.
///
/// # Errors
/// Those of [`Model::check`]: nothing is set.
pub async fn write(tx: &database::Tx, setup: Model) -> Result<()> {
    setup.check()?;
    let there = Entity::find_by_id(ONLY).one(tx).await?;
    let row = Model { id: ONLY, version: there.as_ref().map_or(1, |row| row.version + 1), ..setup };
    let row = row.into_active_model().reset_all();
    match there {
        Some(_) => row.update(tx).await.map(drop)?,
        None => row.insert(tx).await.map(drop)?,
    }
    Ok(())
}
